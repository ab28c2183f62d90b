"""A small page to try the window with: the names of everybody, and a button that adds one."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from coproduce.domain.people import Person
from coproduce.operations.people import add_person
from ui.kit.page import Page
from ui.kit.screen import Screen


class NamesModel:
    """The names of everybody, as a screen's view-model would hold them."""

    def __init__(self, workspace, shell):
        self.workspace, self.shell = workspace, shell
        self.changed = lambda: None
        self.names: list[str] = []
        self.refreshed = 0

    def wants(self, touched):
        return any(kind == "Person" for kind, _id in touched)

    def refresh(self):
        self.refreshed += 1
        with self.workspace.workspace.read() as reading:
            self.names = sorted(person.name for person in reading.all(Person))
        self.changed()

    def add(self, name):
        self.shell.attempt(lambda: add_person(self.workspace.workspace, name=name))


class NamesView(Page):
    """A page that says every name in its line of help."""

    def __init__(self, workspace, shell):
        super().__init__("Names")
        self.viewmodel = NamesModel(workspace, shell)
        self.viewmodel.changed = self.show_state
        self.shown_record = None
        self.button = self.add_button(QPushButton("Add Carys"))
        self.button.clicked.connect(lambda: self.viewmodel.add("Carys"))

    def show_state(self):
        self.set_help(", ".join(self.viewmodel.names))

    def show_record(self, record_id):
        self.shown_record = record_id


def count_people(workspace, _project):
    with workspace.workspace.read() as reading:
        return len(reading.all(Person))


PAGES = (
    Screen("names", "Names", "users", NamesView, count_people, frozenset({"Person"})),
    Screen("other", "Other", "vote", NamesView),
)
