"""What can be done on the card of a decision besides its outcome: how it is decided, votes, objections, advice and actions. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from coproduce.domain.actions import Action
from coproduce.domain.advice import Asked
from coproduce.domain.asks import Ask
from coproduce.domain.ballots import Ballots
from coproduce.domain.decisions import Decision
from coproduce.domain.objections import Objection
from coproduce.i18n import _
from coproduce.operations import asks, counting, deciding, decisions
from coproduce.operations.counting import CountOf
from coproduce.storage.queries.asks import asked_before
from ui.forms.ask import ask_lines
from ui.forms.choosing import everybody
from ui.forms.decision import method_lines
from ui.forms.reference import recorded_new, reference_field
from ui.kit.deleted import attempt_delete
from ui.kit.noun_form import Line, differing, fields_for, recorded
from ui.screens.decisions.forms import action_lines, advice_lines, ballots_lines, objection_lines
from ui.screens.decisions.votes import count_of, groups_of, tallies, vote_fields

if TYPE_CHECKING:
    from coproduce.storage.queries.decisions import DecisionDetail
    from ui.screens.decisions.decided import DecidedModel


class CardActs:
    """The buttons of the card, for the decision the model shows."""

    def __init__(self, model: DecidedModel) -> None:
        self.model = model

    @property
    def _found(self) -> DecisionDetail:
        found = self.model.detail
        assert found is not None, "the card is drawn for a decision"
        return found

    @property
    def _decision(self) -> Decision:
        return self._found.row.decision

    def set_method(self) -> None:
        """Ask how it is decided; a way that is chosen now asks its own questions the next time."""
        decision, today = self._decision, self.model.today()

        def save(values: dict[str, Any]) -> None:
            decisions.edit_decision(self.model.file, decision.id, today=today, **differing(decision, values))

        fields = fields_for(Decision, method_lines(today, decision), decision)
        self.model.shell.open_form(_("How it is decided"), fields, save, ok=_("Save"))

    # -- votes

    def count_votes(self, of: CountOf | None = None) -> None:
        """Ask for the votes of one group; with `of`, those written down already."""
        found, method = self._found, self._decision.method
        options = found.counts.options
        votes = groups_of(found.counts.votes, method).get(of, ()) if of is not None else ()

        def save(values: dict[str, Any]) -> None:
            counted = tallies(method, options, values)
            counting.count_votes(self.model.file, found.row.decision.id, count_of(method, values), counted, instead=of)

        fields = vote_fields(method, options, of or CountOf(), votes)
        self.model.shell.open_form(_("Count votes"), fields, save, ok=_("Save"))

    def delete_votes(self, of: CountOf) -> None:
        """Take the votes of one group away."""
        decision_id = self._decision.id
        attempt_delete(self.model.shell, lambda: counting.delete_votes(self.model.file, decision_id, of))

    def count_ballots(self) -> None:
        """Ask how many ballots have one order."""
        self._add(_("Count ballots"), Ballots, ballots_lines(self._found.counts.options), counting.count_ballots, again=_("Save and next"))

    def edit_ballots(self, ballots_id: str) -> None:
        """Ask what is different about a line of ballots."""
        self._edit(
            _("Count ballots"), self._found.counts.ballots, ballots_id, ballots_lines(self._found.counts.options), counting.edit_ballots
        )

    # -- objections, advice and actions

    def add_objection(self) -> None:
        """Ask why it would do harm."""
        self._add(_("Write down an objection"), Objection, objection_lines(), deciding.record_objection)

    def edit_objection(self, objection_id: str) -> None:
        """Ask what came of an objection."""
        self._edit(_("Edit an objection"), self._found.counts.objections, objection_id, objection_lines(), deciding.edit_objection)

    def add_advice(self) -> None:
        """Ask who was asked."""
        self._add(_("Who was asked"), Asked, self._advice_lines(), deciding.record_advice)

    def edit_advice(self, asked_id: str) -> None:
        """Ask what is different about advice."""
        self._edit(_("Who was asked"), self._found.advice, asked_id, self._advice_lines(), deciding.edit_advice)

    def add_action(self) -> None:
        """Ask what has to be done."""
        self._add(_("Add an action"), Action, action_lines(self.model.today()), deciding.add_action)

    def edit_action(self, action_id: str) -> None:
        """Ask what is different about an action."""
        self._edit(_("Edit an action"), self._found.actions, action_id, action_lines(self.model.today()), deciding.edit_action)

    def finish_action(self, action_id: Any) -> None:
        """It is done today."""
        self.model.shell.attempt(lambda: deciding.finish_action(self.model.file, action_id, on=self.model.today()))

    def add_ask(self) -> None:
        """Ask what another organisation is asked to do because of it."""
        decision, model = self._decision, self.model
        lines = ask_lines(model.file, decision.project_id, model.today(), asked_before(model.file))
        fields = fields_for(Ask, lines, decision_id=decision.id, asked_on=model.today())

        def save(values: dict[str, Any]) -> None:
            asks.record_ask(model.file, project_id=decision.project_id, **recorded_new(Ask, values))

        model.shell.open_form(_("Ask another organisation"), [*fields, reference_field("ASK-02")], save, ok=_("Write down"))

    def decide_again(self) -> None:
        """Make the decision that takes this one's place, and show it."""
        decision_id = self._decision.id
        self.model.shell.attempt(lambda: self.model.show_record(deciding.decide_again(self.model.file, decision_id)))

    def take_away(self, kind: str, record_id: Any) -> None:
        """Delete ballots, an objection, advice, an action or an earlier wording."""
        verbs: dict[str, Callable[..., None]] = {
            "ballots": counting.delete_ballots,
            "objection": deciding.delete_objection,
            "advice": deciding.delete_advice,
            "action": deciding.delete_action,
            "version": deciding.delete_version,
        }
        attempt_delete(self.model.shell, lambda: verbs[kind](self.model.file, record_id))

    def _advice_lines(self) -> list[Line]:
        return advice_lines(everybody(self.model.file), self.model.today())

    def _add(self, title: str, kind: type[Any], lines: Sequence[Line], verb: Callable[..., object], *, again: str = "") -> None:
        decision_id = self._decision.id
        fields = fields_for(kind, lines)
        self.model.shell.open_form(
            title, fields, lambda values: verb(self.model.file, decision_id, **recorded(kind, values)), ok=_("Save"), again=again
        )

    def _edit(self, title: str, nouns: Sequence[Any], record_id: str, lines: Sequence[Line], verb: Callable[..., None]) -> None:
        noun = next(one for one in nouns if one.id == record_id)
        fields = fields_for(type(noun), lines, noun)
        self.model.shell.open_form(title, fields, lambda values: verb(self.model.file, noun.id, **differing(noun, values)), ok=_("Save"))
