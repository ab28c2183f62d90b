from __future__ import annotations

import re
import tempfile
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coproduce.domain.decisions import Decision
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.room import Contribution
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused, WorkspaceDamaged
from coproduce.storage import search
from coproduce.storage.checks import check_file
from coproduce.storage.connection import connect
from coproduce.storage.queries.finding import MOST, find_anything
from coproduce.storage.workspace_file import WorkspaceFile
from tests.storage.every_noun import DAY, every_noun

WORDS = "six random words é here"


def add(workspace, *nouns, many=True):
    with workspace.work("Add") as work:
        if many:
            work.add_all(nouns)
        else:
            for noun in nouns:
                work.add(noun)


def people(*names):
    return [Person(f"{number:04}", name) for number, name in enumerate(names)]


def found(workspace, words):
    return {(one.kind, one.id) for one in find_anything(workspace, words, most=1000)}


def names(workspace, words):
    return [one.name for one in find_anything(workspace, words, most=1000)]


def searched(path, key=None):
    connection = connect(path, key)
    fits = search.is_in_step(connection)
    connection.execute("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)")
    connection.close()
    return fits


@pytest.fixture
def garden(workspace):
    add(workspace, *every_noun())
    return workspace


@pytest.mark.parametrize("typed", ["sian", "SIAN", "siân", "sia\u0302n", "sia", "s", "will", "sian w", "w sian", "  sian  "])
def test_a_name_is_found_without_its_accents_and_from_its_first_letter(workspace, typed):
    add(workspace, *people("Siân Williams", "Ben Ali"))
    assert names(workspace, typed) == ["Siân Williams"]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Zoë Ōsaka", "osaka"),
        ("Łukasz Groß", "gross"),
        ("O'Neil", "neil"),
        ("O'Neil", "o'ne"),
        ("Anne-Marie", "marie"),
        ("Нина", "нин"),
        ("مريم", "مري"),
        ("शर्मा", "शर"),
        ("42 Group", "42"),
    ],
)
def test_names_of_every_script_are_found(workspace, name, typed):
    add(workspace, *people(name, "Ben"))
    assert names(workspace, typed) == [name]


def test_the_middle_of_a_word_finds_nothing(workspace):
    add(workspace, *people("Siân Williams"))
    assert names(workspace, "illiams") == []


def test_every_kind_is_found_by_its_own_words_with_its_context(garden):
    person, workshop, decision, said = (find_anything(garden, words)[0] for words in ("zoe", "hall", "where", "transport far"))
    assert (person.kind, person.name, person.about, person.project_id) == ("Person", "Zoë", ("Zoë Ōsaka", "Group", "kept, not used"), None)
    assert (workshop.kind, workshop.name, workshop.about, workshop.day) == ("Workshop", "First", ("Hall",), DAY)
    assert (decision.kind, decision.name, decision.about, decision.project) == ("Decision", "Where?", ("Here",), "Gärten")
    assert (said.kind, said.name, said.about, said.day) == ("Contribution", "It is too far", ("transport", "First"), DAY)


def test_kinds_come_in_order_and_each_has_its_limit(garden):
    add(garden, *[Person(f"P{n}", f"Fir {n:02}") for n in range(20)])
    kinds = [one.kind for one in find_anything(garden, "f")]
    assert kinds == ["Person"] * MOST + ["Workshop", "Contribution"]


def test_what_begins_with_the_words_comes_first(workspace):
    add(workspace, *people("Ben Sian", "Siân", "Ann Sian", "Sian Abbot"))
    assert names(workspace, "sian") == ["Siân", "Sian Abbot", "Ann Sian", "Ben Sian"]


MARKS = ['"', "'", '"sian', 'sian"', 'si"an', "*", "sian*", "(", ")", "^sian", "-sian", "+", ":", "\\", "%", "_", "?"]
INSTRUCTIONS = ["words : sian", "words:sian", "{words}:sian", "sian AND", "OR sian", "NOT sian", "NEAR(sian ben, 2)", "rank MATCH 1"]
ODDITIES = ["sian; DROP TABLE people", "\0", "sian\0ben", "…", "😀", "\u3000", "\u202e", "a" * 5000, "z " * 500]


@pytest.mark.parametrize("typed", [*MARKS, *INSTRUCTIONS, *ODDITIES])
def test_nothing_typed_is_taken_for_an_instruction(workspace, typed):
    add(workspace, *people("Siân", "Ben", "And Or"))
    assert set(names(workspace, typed)) <= {"Siân"}
    assert names(workspace, "ben") == ["Ben"]


def test_and_is_a_word_like_any_other(workspace):
    add(workspace, *people("Siân And", "Siân"))
    assert names(workspace, "sian AND") == ["Siân And"]


@pytest.mark.parametrize("typed", ["", "   ", "!", "’", "- -"])
def test_no_letters_find_nothing(garden, typed):
    assert names(garden, typed) == []


@pytest.mark.parametrize("many", [True, False])
def test_a_record_is_found_as_long_as_it_is_there(workspace, many):
    add(workspace, *people("Siân"), many=many)
    with workspace.work("Rename") as work:
        work.get(Person, "0000").name = "Carys"
    assert (names(workspace, "sian"), names(workspace, "carys")) == ([], ["Carys"])
    workspace.undo()
    assert (names(workspace, "sian"), names(workspace, "carys")) == (["Siân"], [])
    workspace.redo()
    with workspace.work("Remove") as work:
        work.delete(work.get(Person, "0000"))
    assert names(workspace, "carys") == []
    workspace.undo()
    assert names(workspace, "carys") == ["Carys"]
    workspace.undo()
    workspace.undo()
    assert names(workspace, "sian") == []
    assert searched(workspace.path)


def test_work_that_fails_leaves_what_is_found_as_it_was(workspace):
    add(workspace, *people("Siân"))

    def rename_and_fail():
        with workspace.work("Rename") as work:
            work.get(Person, "0000").name = "Carys"
            work.get(Person, "nobody")

    with pytest.raises(Refused):
        rename_and_fail()
    assert (names(workspace, "sian"), names(workspace, "carys")) == (["Siân"], [])


def test_a_large_step_and_its_undo_keep_everything_findable(workspace):
    add(workspace, *people("Siân"))
    add(workspace, *[Person(f"P{n}", f"Ben {n}") for n in range(3000)])
    assert len(names(workspace, "ben 29")) == 111
    workspace.undo()
    assert (names(workspace, "ben"), names(workspace, "sian")) == ([], ["Siân"])
    assert searched(workspace.path)
    workspace.redo()
    assert len(names(workspace, "ben 29")) == 111
    assert searched(workspace.path)


def test_records_of_one_id_in_two_kinds_are_two(workspace):
    add(workspace, Project("1", "P"), Person("1", "Fir"), Workshop("1", "1", "Fir", DAY))
    assert found(workspace, "fir") == {("Person", "1"), ("Workshop", "1")}


def test_a_protected_file_is_searched_too_and_shows_no_word(path):
    with WorkspaceFile.create(path, passphrase=WORDS) as workspace:
        add(workspace, *people("Quixwell"))
        assert names(workspace, "quix") == ["Quixwell"]
        contents = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert b"quix" not in contents + path.read_bytes()
    with WorkspaceFile.open(path, passphrase=WORDS, read_only=True) as workspace:
        assert names(workspace, "quix") == ["Quixwell"]


def test_a_removed_name_leaves_no_letter_in_the_file_once_it_has_left_the_bin(path):
    with WorkspaceFile.create(path) as workspace:
        add(workspace, *people("Quixwell", "Ann", "Ben"))
        with workspace.work("Remove") as work:
            work.delete(work.get(Person, "0000"))
        with workspace.read() as reading:
            [entry] = reading.bin_entries()
        workspace.delete_for_good([entry.number])
    content = path.read_bytes().lower()
    assert b"quix" not in content
    assert b"ann" in content


def alter(path, *statements):
    connection = connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM search_rows WHERE kind = 'Person'",
        "UPDATE search_rows SET words = 'x'",
        "INSERT INTO search_rows (kind, record_id, words) VALUES ('Person', 'gone', 'gone')",
        "UPDATE people SET name = 'Carys'",
    ],
)
def test_words_out_of_step_are_told_by_the_check_and_mended_by_opening(path, statement):
    with WorkspaceFile.create(path) as workspace:
        add(workspace, *every_noun())
    alter(path, statement)
    assert any("may not be found" in sentence for sentence in check_file(path))
    with WorkspaceFile.open(path) as workspace, workspace.read() as reading:
        name = reading.get(Person, "0001").name
        assert names(workspace, name) == [name]
    assert searched(path)
    assert any("can be found by its words" in sentence for sentence in check_file(path))


def test_an_index_spoilt_inside_is_noticed(path):
    with WorkspaceFile.create(path) as workspace:
        add(workspace, *every_noun())
    alter(path, "UPDATE search_data SET block = x'ff00ff00ff00' WHERE id > 10")
    with pytest.raises(WorkspaceDamaged):
        check_file(path)


LETTERS = "aáÀåbBßcÇdeéëſŁłøiİıIñoöœs'’-_. ,\"*()\u0301ΑάαЖжمرש1٢²"
TEXTS = st.text(LETTERS, max_size=12)


def folded(text):
    """A literal folding: composed, lower case, taken apart, without accents, single spaces."""
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", text).casefold())
    return "".join(letter for letter in text if not unicodedata.combining(letter))


def words_in(text):
    return re.findall(r"[^\W_]+", text)


def begins(text, typed):
    """Does every word typed stand in the text: its parts one after another, the last one perhaps only begun?"""
    there = words_in(folded(text))
    asked = [words_in(word) for word in folded(typed).split()]
    return any(asked) and all(
        any(there[n : n + len(parts) - 1] == parts[:-1] and there[n + len(parts) - 1].startswith(parts[-1])
            for n in range(len(there) - len(parts) + 1))
        for parts in asked if parts
    )  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS, st.booleans()), min_size=1, max_size=12), st.lists(TEXTS, min_size=1, max_size=8), st.data())
def test_what_is_found_is_what_a_plain_look_at_every_word_finds(texts, typed, data):
    with tempfile.TemporaryDirectory() as folder, WorkspaceFile.create(Path(folder) / "any.coproduce") as workspace:
        add(workspace, Project("P", "P"), Workshop("W", "P", "Ж", DAY))
        nouns = []
        for number, (one, other, is_person) in enumerate(texts):
            kind = number % 2
            person = Person(f"{number}", one, group=other)
            nouns.append(
                person
                if is_person
                else (Decision(f"D{number}", "P", one, outcome=other), Contribution(f"C{number}", "W", one, theme=other))[kind]
            )
        add(workspace, *nouns)
        gone = {noun.id for noun in nouns if data.draw(st.booleans())}
        with workspace.work("Remove") as work:
            for noun in nouns:
                if noun.id in gone:
                    work.delete(work.get(type(noun), noun.id))
        left = [(noun, *text[:2]) for noun, text in zip(nouns, texts, strict=True) if noun.id not in gone]
        asked = [*typed, *(text[0][:cut] for text in texts for cut in (1, 2, 3))]
        for words in asked:
            plain = {(type(noun).__name__, noun.id) for noun, one, other in left if begins(f"{one} {other}", words)}
            assert found(workspace, words) - {("Workshop", "W")} == plain, words
        if gone:
            workspace.undo()
            for words in asked:
                plain = {
                    (type(noun).__name__, noun.id) for noun, text in zip(nouns, texts, strict=True) if begins(" ".join(text[:2]), words)
                }
                assert found(workspace, words) - {("Workshop", "W")} == plain, words
        assert searched(workspace.path)


def test_a_step_taken_back_alone_and_going_back_to_a_step_keep_everything_findable(workspace):
    add(workspace, *people("Siân"))
    add(workspace, Person("B", "Ben"))
    add(workspace, Person("C", "Carys"))
    first, second, _third = sorted(step.number for step in workspace.steps() if step.label == "Add")
    workspace.undo_alone(second)
    assert (names(workspace, "sian"), names(workspace, "ben"), names(workspace, "carys")) == (["Siân"], [], ["Carys"])
    workspace.undo_back_to(first)
    assert (names(workspace, "sian"), names(workspace, "ben"), names(workspace, "carys")) == (["Siân"], [], [])
    assert searched(workspace.path)
