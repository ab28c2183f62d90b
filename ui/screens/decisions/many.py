"""What can be done to many decisions, or to many things people said, at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coproduce.domain.decisions import Decision
from coproduce.domain.room import Contribution
from coproduce.i18n import _, ngettext
from coproduce.operations.many_contributions import answer_many, ask_many, delete_many_contributions, put_many_under_theme, tell_many
from coproduce.operations.many_decisions import delete_many_decisions, give_many_a_day, give_many_an_owner, set_many_states
from ui.forms.said import difference_lines
from ui.kit.detail_parts import Act
from ui.kit.many_acts import ManyAct, counted, many_act
from ui.kit.noun_form import Line, fields_for, recorded

if TYPE_CHECKING:
    from coproduce.operations.many import Many
    from ui.screens.decisions.decided import DecidedModel
    from ui.screens.decisions.said import SaidModel


def decision_acts(model: DecidedModel) -> list[Act]:
    """The buttons of the pane where many decisions are chosen."""
    return [
        many_act(model, "owner", _("Set who sees to them"), "user", _owning),
        many_act(model, "due", _("Set the day to be done by"), "calendar-clock", _timing),
        many_act(model, "state", _("Set where they are"), "flag", _placing),
        many_act(model, "delete", _("Delete"), "trash-2", _deleting),
    ]


def said_acts(model: SaidModel) -> list[Act]:
    """The buttons of the pane where many things people said are chosen."""
    return [
        many_act(model, "answer", _("Give the same answer"), "message-circle", _answering),
        many_act(model, "tell", _("People were told"), "check", _telling),
        many_act(model, "difference", _("Did it make a difference?"), "circle-help", _asking),
        many_act(model, "theme", _("Set theme"), "flag", _theming),
        many_act(model, "delete", _("Delete"), "trash-2", _deleting_words),
    ]


def _owning(_model: DecidedModel) -> ManyAct:
    fields = fields_for(Decision, [Line("owner", _("Who sees to them"), required=True)])
    will = counted(lambda n: ngettext("{n} decision will be seen to by them", "{n} decisions will be seen to by them", n))
    return ManyAct(_("Who sees to them"), _("Set"), lambda answers: give_many_an_owner(owner=answers["owner"]), will, fields)


def _timing(_model: DecidedModel) -> ManyAct:
    fields = fields_for(Decision, [Line("due_on", _("To be done by"), required=True)])
    will = counted(lambda n: ngettext("{n} decision will be due on that day", "{n} decisions will be due on that day", n))
    return ManyAct(_("To be done by"), _("Set day"), lambda answers: give_many_a_day(due_on=answers["due_on"]), will, fields)


def _placing(_model: DecidedModel) -> ManyAct:
    fields = fields_for(Decision, [Line("state", _("Where they have got to"), required=True)])
    will = counted(lambda n: ngettext("{n} decision will be there", "{n} decisions will be there", n))
    return ManyAct(_("Where they have got to"), _("Set"), lambda answers: set_many_states(**recorded(Decision, answers)), will, fields)


def _deleting(_model: DecidedModel) -> ManyAct:
    will = counted(
        lambda n: ngettext(
            "{n} decision will be deleted, with what belongs to it", "{n} decisions will be deleted, with what belongs to them", n
        )
    )
    return ManyAct(_("Delete decisions"), _("Delete"), lambda _answers: delete_many_decisions(), will)


def _answering(model: SaidModel) -> ManyAct:
    lines = [
        Line("answer", _("What we did"), required=True),
        Line("answered_on", _("On"), required=True),
        Line("reason", _("Why"), _("Needed where we did not do it, or did only part."), long=True),
    ]

    def plan(answers: dict[str, object]) -> Many[Contribution]:
        given = recorded(Contribution, answers)
        return answer_many(answer=given["answer"], on=given["answered_on"], reason=given["reason"])

    will = counted(lambda n: ngettext("{n} thing said will get this answer", "{n} things said will get this answer", n))
    fields = fields_for(Contribution, lines, answered_on=model.today())
    return ManyAct(_("Give the same answer"), _("Record answer"), plan, will, fields)


def _telling(model: SaidModel) -> ManyAct:
    lines = [Line("told_on", _("On"), required=True), Line("told_how", _("How"), _("Such as by letter, in their format."))]

    def plan(answers: dict[str, object]) -> Many[Contribution]:
        given = recorded(Contribution, answers)
        return tell_many(on=given["told_on"], how=given["told_how"])

    will = counted(lambda n: ngettext("{n} answer will be recorded as told", "{n} answers will be recorded as told", n))
    return ManyAct(_("People were told"), _("Record"), plan, will, fields_for(Contribution, lines, told_on=model.today()))


def _asking(model: SaidModel) -> ManyAct:
    def plan(answers: dict[str, object]) -> Many[Contribution]:
        given = recorded(Contribution, answers)
        return ask_many(on=given["difference_asked_on"], said=given["made_a_difference"])

    will = counted(lambda n: ngettext("{n} person will be noted as asked", "{n} will be noted as asked", n))
    fields = fields_for(Contribution, difference_lines(model.today()), difference_asked_on=model.today())
    return ManyAct(_("Did it make a difference?"), _("Record"), plan, will, fields)


def _theming(model: SaidModel) -> ManyAct:
    hint = _("A short heading to group them under. Choose one in use to bring them together.")
    fields = fields_for(Contribution, [Line("theme", _("Theme"), hint, required=True, suggestions=model.themes_in_use)])
    will = counted(lambda n: ngettext("{n} thing said will be under this theme", "{n} things said will be under this theme", n))
    return ManyAct(_("Set theme"), _("Set theme"), lambda answers: put_many_under_theme(theme=answers["theme"]), will, fields)


def _deleting_words(_model: SaidModel) -> ManyAct:
    will = counted(
        lambda n: ngettext("{n} thing said will be deleted, with its links", "{n} things said will be deleted, with their links", n)
    )
    return ManyAct(_("Delete what was said"), _("Delete"), lambda _answers: delete_many_contributions(), will)
