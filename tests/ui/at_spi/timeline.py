"""The timeline of the sample by a screen reader: each part says its start, length and lane, and each change is told."""

from __future__ import annotations

import sys

from reader import Reader

PARTS = (
    "10:00, Tea and names, 15 minutes",
    "10:15, What three choices of hours would mean, 45 minutes",
    "11:00, Break, 15 minutes",
    "11:15, Opening hours: the vote, 45 minutes",
    "12:00, Who helps to choose the staff?, 40 minutes",
    "12:40, How was today, and what happens next, 20 minutes",
)
PAGES = ("Today", "Workshops", "Plan", "People", "Resourcing", "Decisions", "Evidence", "Reports", "Help", "Settings")


def open_the_plan(reader: Reader) -> None:
    """The plan of the last workshop that was held."""
    reader.press("Open the sample")
    reader.press("Plan")
    reader.choose("Workshop", "Opening hours, and who decides next, 12 May 2026")


def every_part_says_when_and_how_long(reader: Reader) -> None:
    """In the order of the day."""
    for name in PARTS:
        reader.find(name, "push button", exact=True)


def the_arrow_keys_go_from_part_to_part(reader: Reader) -> None:
    """Down, End and back."""
    reader.focus("10:00, Tea and names")
    reader.key("Down")
    reader.is_focused("10:15, What three choices")
    reader.key("End")
    reader.is_focused("12:40, How was today")


def a_part_is_moved(reader: Reader) -> None:
    """And taken back."""
    reader.focus("10:00, Tea and names")
    reader.key("Down", "Alt")
    reader.is_told("Tea and names now starts at 10:45, 15 minutes")
    reader.is_focused("10:45, Tea and names, 15 minutes")
    reader.key("z", "Control")
    reader.find("10:00, Tea and names, 15 minutes", "push button", exact=True)


def a_part_is_made_longer_and_shorter(reader: Reader) -> None:
    """Every later start follows."""
    reader.focus("11:00, Break")
    reader.key("plus")
    reader.is_told("Break")
    reader.find("11:00, Break, 20 minutes", "push button", exact=True)
    reader.find("11:20, Opening hours: the vote, 45 minutes", "push button", exact=True)
    reader.key("minus")
    reader.find("11:15, Opening hours: the vote, 45 minutes", "push button", exact=True)


def a_part_is_split_and_its_lanes_are_said(reader: Reader) -> None:
    """By the button beside the plan."""
    reader.press("12:00, Who helps")
    reader.says("12:00–12:40 · 40 minutes")
    reader.press("Split into groups")
    reader.dialog("Split")
    reader.write("How many groups", "2")
    reader.press("Split", exact=True)
    reader.no_dialog()
    reader.find("Who helps to choose the staff?, 40 minutes, lane 1 of 2", "push button")
    reader.find("lane 2 of 2", "push button")
    reader.focus("lane 1 of 2")
    reader.key("Right")
    reader.is_focused("lane 2 of 2")
    reader.key("z", "Control")
    reader.find(PARTS[4], "push button", exact=True)


def a_part_is_deleted_and_comes_back(reader: Reader) -> None:
    """The others close up."""
    reader.focus("11:00, Break")
    reader.key("Delete")
    reader.find("11:00, Opening hours: the vote, 45 minutes", "push button", exact=True)
    reader.key("z", "Control")
    reader.find(PARTS[2], "push button", exact=True)


def nothing_on_any_page_is_without_a_name(reader: Reader) -> None:
    """Lists included, whose question is the label they point to."""
    for page in PAGES:
        reader.press(page, exact=True)
        reader.is_ticked(page)
        nameless = reader.nameless()
        if nameless:
            raise AssertionError(f"{page}: no name for {nameless}")


STEPS = (
    open_the_plan,
    every_part_says_when_and_how_long,
    the_arrow_keys_go_from_part_to_part,
    a_part_is_moved,
    a_part_is_made_longer_and_shorter,
    a_part_is_split_and_its_lanes_are_said,
    a_part_is_deleted_and_comes_back,
    nothing_on_any_page_is_without_a_name,
)


def main() -> int:
    """One step after another, each named as it begins."""
    reader = Reader("Coproduce")
    for step in STEPS:
        print(step.__name__.replace("_", " "), flush=True)
        step(reader)
    return 0


if __name__ == "__main__":
    sys.exit(main())
