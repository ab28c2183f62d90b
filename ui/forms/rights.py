"""What people may ask of us about their record, asked and done from their page. No Qt."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from coproduce.domain.ids import RowId
from coproduce.domain.people import Person
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.equality_stopping import ask_about_equality_again, says_nothing, stop_equality, take_out_answers
from coproduce.operations.restricting import lift_restriction, restrict_person
from coproduce.storage.queries.organisation import equality_counts, projects
from ui.kit.fields import Choice, ChoiceField, DayOffer
from ui.kit.noun_form import Line, fields_for, recorded

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell


def ask_to_restrict(file: WorkspaceFile, shell: Shell, person: Person, today: date) -> None:
    """Ask why and from which day; from then on their record is kept and not used."""
    lines = [
        Line(
            "restricted_reason",
            _("Why"),
            _("Such as: they say that it is not right, and somebody is looking into it. Counts stay as they are."),
            required=True,
            long=True,
        ),
        Line("restricted_on", _("From"), required=True, offers=(DayOffer(_("Today"), today),)),
    ]

    def restrict(answers: dict[str, object]) -> None:
        given = recorded(Person, answers)
        if given["restricted_on"] > today:
            raise Refused(_("It is kept without being used as soon as you say so. Choose today, or a day before."), field="restricted_on")
        restrict_person(file, person.id, on=given["restricted_on"], reason=given["restricted_reason"] or "")

    title = _("Keep the record of {name}, but do not use it").format(name=person.name)
    shell.open_form(title, fields_for(Person, lines, restricted_on=today), restrict, ok=_("Keep, but do not use"))


def use_again(file: WorkspaceFile, shell: Shell, person: Person) -> None:
    """Lift it. Undo puts it back."""
    shell.attempt(lambda: lift_restriction(file, person.id))


def ask_to_stop_equality(file: WorkspaceFile, shell: Shell, person: Person, today: date) -> None:
    """Note that they are asked no more, and ask which answers were theirs: nobody but they can tell."""
    counted = [one for counts in equality_counts(file).values() for one in counts if one.count and not says_nothing(one.answer)]
    titles = {project.id: project.title for project in projects(file)}
    asked = dict.fromkeys((one.project_id, one.question) for one in counted)
    fields = [
        ChoiceField(
            f"answer_{place}",
            _("{question} ({project})").format(question=question, project=titles.get(project_id, project_id)),
            choices=[Choice(one.id, one.answer) for one in counted if (one.project_id, one.question) == (project_id, question)],
            nothing=_("They gave none, or cannot say"),
        )
        for place, (project_id, question) in enumerate(asked)
    ]

    def stop(answers: dict[str, object]) -> None:
        theirs = [RowId(str(one)) for one in answers.values() if one]
        stop_equality(file, person.id, on=today)
        if theirs:
            take_out_answers(file, theirs)

    about = _(
        "They are asked no more. Answers are kept as counts without names, so only they can tell which were theirs. "
        "One taken out counts as “Prefer not to say”; that cannot be undone."
    )
    if not fields:
        shell.attempt(lambda: stop({}))
        return
    title = _("Stop keeping the equality answers of {name}").format(name=person.name)
    shell.open_form(title, fields, stop, ok=_("Stop keeping them"), help_line=about)


def may_be_asked_again(file: WorkspaceFile, shell: Shell, person: Person) -> None:
    """They say that they may be asked about equality again."""
    shell.attempt(lambda: ask_about_equality_again(file, person.id))
