"""The whole story by a screen reader: from nothing to a printed report. Words on standard output, 0 where all of it could be done."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from reader import BUTTONS, Reader, wait

ROWS = "Name\tGroup\nSiân\tDeaf-led group\nIdris\tCarers\nAna\tCarers\nMeera\tTenants\nBen\tTenants\n"
WORDS = "acorn bagel cactus dimple ember fossil"
PEOPLE = ["Ana", "Ben", "Idris", "Meera", "Siân"]


def step(words: str) -> None:
    """Say how far it got."""
    print(words, flush=True)


def begin(reader: Reader, folder: Path) -> None:
    step("a new workspace with a project")
    reader.press("New workspace")
    save_as(reader, folder / "Ours.coproduce")
    reader.dialog("New workspace")
    reader.write("Organisation", "Bryn Community Voice")
    reader.write("First project", "Redesigning the booking line")
    reader.write("Passphrase", WORDS)
    reader.press("Make the workspace")
    reader.dialog("Print a recovery sheet")
    reader.press("Later")
    reader.no_dialog()
    reader.find("Redesigning the booking line", *BUTTONS)


def plan_a_workshop(reader: Reader) -> None:
    step("a workshop, and what is said where its title is forgotten")
    go(reader, "Workshops")
    reader.press("Add workshop")
    reader.dialog("Add a workshop")
    reader.write("Day", "3 March 2026")
    reader.press("Add workshop")
    reader.is_told("Title")
    reader.is_typed_in("Title")
    reader.write("Title", "Where the line begins")
    reader.press("Add workshop")
    reader.no_dialog()
    reader.is_told("Done: Add workshop")
    reader.says("Where the line begins")


def copy_rows() -> None:
    """Put the rows on the clipboard, and wait until it gives them: what holds them goes on starting after it seems to be done."""
    clipboard = ["xclip", "-selection", "clipboard"]
    quiet = subprocess.DEVNULL  # it stays behind to answer, and must not hold our own streams open
    subprocess.run(clipboard, input=ROWS.encode(), stdout=quiet, stderr=quiet, check=True)
    there = lambda: subprocess.run([*clipboard, "-o"], capture_output=True).stdout == ROWS.encode()  # noqa: E731
    wait(there, lambda: "the clipboard does not hold them")


def paste_five_people(reader: Reader) -> None:
    step("five people, pasted")
    go(reader, "People")
    copy_rows()
    reader.focus("Paste rows…")
    reader.key("v", "Control", "Shift")
    reader.dialog("Bring in rows")
    reader.press("Look at the rows")
    reader.press("Bring them in")
    reader.no_dialog()
    reader.is_told("Brought in people: add 5")
    reader.says("5 people")


def open_the_workshop(reader: Reader) -> None:
    go(reader, "Workshops")
    table = reader.find("Workshops", "table")
    reader.choose_row(table, "Where the line begins")


def put_them_on_the_list(reader: Reader) -> None:
    step("the five on the list")
    open_the_workshop(reader)
    reader.press("Add people")
    reader.dialog("Add people")
    for name in PEOPLE:
        reader.tick(name)
    reader.press("Add people")
    reader.no_dialog()
    reader.is_told("Done: Add people to workshop")
    for name in PEOPLE:
        reader.says(name)


def offer_a_fee(reader: Reader) -> None:
    step("a fee offered")
    go(reader, "Resourcing")
    reader.press("Add payment")
    reader.dialog("payment")
    reader.choose("Person", "Siân")
    reader.choose("Workshop", "Where the line begins, 3 March 2026")
    reader.choose("Fee or expense", "Fee")
    reader.write("Offered", "45")
    reader.press("Add payment")
    reader.no_dialog()
    reader.is_told("Done: Add payment")
    reader.says("£45.00")


def note_who_came(reader: Reader) -> None:
    step("who came")
    open_the_workshop(reader)
    for name in PEOPLE[:3]:
        reader.tick(f"{name} on the day: Here")
        reader.is_told("Done: Set attendance")


def write_down_what_was_said(reader: Reader) -> None:
    step("what was said, and its answer")
    go(reader, "Decisions")
    reader.press("Write down what was said")
    reader.dialog("said")
    reader.choose("Workshop", "Where the line begins, 3 March 2026")
    reader.write("What was said", "The phone menu is too long")
    reader.choose("Who said it", "Ana")
    reader.press("Write down")
    reader.no_dialog()
    reader.is_told("Done: Record contribution")
    reader.press("Record the answer")
    reader.dialog("Record the answer")
    reader.choose("What we did", "We did it")
    reader.write("On", "20 March 2026")
    reader.press("Record answer")
    reader.no_dialog()
    reader.is_told("Done: Answer contribution")


def record_a_decision(reader: Reader) -> None:
    step("a decision")
    go(reader, "Decisions")
    reader.press("Record a decision")
    reader.dialog("decision")
    reader.write("The question", "How many choices may the menu have?")
    reader.press("Record decision")
    reader.no_dialog()
    reader.is_told("Done: Record decision")
    reader.says("How many choices may the menu have?")


def print_a_report(reader: Reader, target: Path) -> None:
    step("a report")
    go(reader, "Reports")
    reader.says("PDF/UA-1")
    reader.press("Save as PDF")
    save_as(reader, target)
    reader.is_told("Saved summary.pdf")


def go(reader: Reader, page: str) -> None:
    """To a page by its button, which then says that it is the one in sight."""
    reader.press(page)
    reader.is_ticked(page)


def save_as(reader: Reader, path: Path) -> None:
    reader.write("File name", str(path))
    reader.press("Save", exact=True)


def main() -> int:
    """The story; the folder for its files is the first argument."""
    folder, reader = Path(sys.argv[1]), Reader("Coproduce")
    begin(reader, folder)
    plan_a_workshop(reader)
    paste_five_people(reader)
    put_them_on_the_list(reader)
    offer_a_fee(reader)
    note_who_came(reader)
    write_down_what_was_said(reader)
    record_a_decision(reader)
    print_a_report(reader, folder / "summary.pdf")
    step("all of it")
    return 0


if __name__ == "__main__":
    sys.exit(main())
