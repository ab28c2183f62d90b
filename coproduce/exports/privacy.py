"""The filter that stands between the data and every report: what an audience may see, and nothing else.

The rules, the same for every section because no section sees anything but filtered facts:

- A name appears only where a person chose "named" for their own words, and then the name they chose, never the full
  name. Chosen "role" or "anonymous", or nothing recorded: the words are cut loose from the person before anybody can print them.
- Somebody who said no to being named is named in no copy, whatever was chosen for single words. Somebody who said no to being
  quoted is quoted in none: a sentence stands where their words would.
- Of somebody whose record is kept and not used no words are quoted and no name is told, in any copy; the counts they are part of stay.
- Who put an option forward is told by role; by name only where they said yes to being named.
- In copies for the public and for funders a person under 18 is never named; their words carry their role.
- What people need wherever they take part (their requirements) is no part of the facts, so no report can reach it.
- Access words, needs, formats, costs and reasons are never passed on; only dates and whether it worked, which the figures need.
- Payments carry no names and no categories, and references only in the copy for finance. A reason for declining stays, because it is
  counted; it hangs on a neutral id.
- Person, payment and access ids become neutral ones, so a list of records names nobody. The order of the neutral ids says nothing.
- Who owns an action, and who put an outcome in words, is for funders and for people who took part. So are the words on feedback sheets,
  which were written to the organisers and not to the world.
- How a group stood or voted is told apart only where every group is large enough (`small_groups`). Objections carry no name at all, who
  was asked for advice is never named, and notes on actions stay with the organisation.
- The copy for finance names who is paid, with the reference, and is told nothing else of anybody (`for_finance`). It is made of
  one report alone. Of a line that was declined it holds no name, since nothing is to be paid on it.
- What access cost is added up by workshop; names of budget lines and notes on them stay with the organisation.
- What the organisation says in its own words is printed for everybody, and who wrote it for nobody.
- Nothing here may move a figure: evidence on filtered facts equals evidence on the facts themselves, to the last count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import TypeVar

from coproduce.domain.access import Arrangement
from coproduce.domain.actions import Action
from coproduce.domain.advice import Asked
from coproduce.domain.agenda import ANY_FORMAT, Block, Paper
from coproduce.domain.codes import ORGANISER, SaidAs, YesNo, fold
from coproduce.domain.decisions import Decision, Dissent, Option
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.ids import PersonId, WorkshopId
from coproduce.domain.looking import with_changes
from coproduce.domain.money_sums import access_costs
from coproduce.domain.people import Person
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Contribution
from coproduce.domain.wording import N_
from coproduce.domain.workshops import Workshop
from coproduce.exports.for_finance import GIVEN, mark, paid_by_name, without_words
from coproduce.exports.small_groups import added_up_where_small
from coproduce.i18n import gettext


class Audience(StrEnum):
    """Whom a copy is made for."""

    PUBLIC = "public"
    FUNDER = "funder"
    PARTICIPANTS = "participants"
    FINANCE = "finance"

    @property
    def words(self) -> str:
        """Such as "the public"."""
        return gettext(_AUDIENCE_WORDS[self])


_AUDIENCE_WORDS = {
    Audience.PUBLIC: N_("The public"),
    Audience.FUNDER: N_("Funders, boards and inspectors"),
    Audience.PARTICIPANTS: N_("The people who took part"),
    Audience.FINANCE: N_("Finance"),
}

HELD_BACK = N_("Named in our records")
"""Stands where a name is known but not for this audience."""

NOT_QUOTED = N_("These words are kept back, because the person does not wish to be quoted.")
"""Stands where words were said by somebody who said no to being quoted."""

KEPT_BACK = N_("These words are kept back, because the record of whoever said them is not to be used for now.")
"""Stands where words were said by somebody whose record is restricted."""

_OTHER = "another"
"""Stands for somebody else than who entered a line: whether two people looked at it is counted, who they are is not passed on."""

Name = TypeVar("Name", bound=str)


def for_audience(facts: ProjectFacts, audience: Audience) -> ProjectFacts:
    """A copy of the facts that holds nothing the audience may not see. The facts given are not touched."""
    if audience is not Audience.FINANCE:
        return _Filter(facts, audience).filtered()
    safe = _Filter(without_words(facts), audience).filtered()
    return replace(safe, payees=paid_by_name(facts))


class _Filter:
    """One pass over one project for one audience."""

    def __init__(self, facts: ProjectFacts, audience: Audience) -> None:
        self.facts = facts
        self.audience = audience
        self.person_ids = _neutral("person", _people_named_in(facts))
        lines = [line.id for line in facts.payments]
        self.payment_ids = dict(zip(lines, lines, strict=True)) if self._is_for_finance else _neutral("payment", lines)
        self.access_ids = _neutral("access", (arrangement.id for arrangement in facts.arrangements))
        self.capacities = {(row.workshop_id, row.person_id): row.capacity for row in (*facts.attendances, *facts.linked_attendances)}
        self.papers_seen: dict[tuple[WorkshopId, PersonId], int] = {}
        spoken: list[Contribution | Dissent] = [*facts.contributions, *facts.linked_contributions, *facts.dissents]
        self.agreed = {known for known, one in facts.people.items() if one.name_consent is YesNo.YES and self._may_name(known)}
        proposed = {PersonId(option.proposed_by) for option in facts.options if option.proposed_by}
        under_a_name = {said.person_id for said in spoken if said.said_as is SaidAs.NAMED and said.person_id}
        self.named = {person_id for person_id in under_a_name if self._may_name(person_id)}
        self.may_be_named = self.named | (proposed & self.agreed)

    def filtered(self) -> ProjectFacts:
        facts, person = self.facts, self.person
        return replace(
            facts,
            people={person(known): self._person(known, one) for known, one in facts.people.items()},
            workshops=tuple(self._workshop(workshop) for workshop in facts.workshops),
            blocks=tuple(self._block(block) for block in facts.blocks),
            attendances=tuple(with_changes(row, person_id=person(row.person_id)) for row in facts.attendances),
            papers=tuple(self._paper(paper) for paper in facts.papers),
            arrangements=tuple(self._arrangement(arrangement) for arrangement in facts.arrangements),
            payments=tuple(self._payment(line) for line in facts.payments),
            contributions=tuple(self._contribution(said) for said in facts.contributions),
            linked_contributions=tuple(self._contribution(said) for said in facts.linked_contributions),
            linked_attendances=(),  # the capacity is on the words by now
            decisions=tuple(self._decision(decision) for decision in facts.decisions),
            options=tuple(self._option(option) for option in facts.options),
            dissents=tuple(self._dissent(dissent) for dissent in facts.dissents),
            turns=tuple(with_changes(t, person_id=person(t.person_id) if t.person_id else None) for t in facts.turns),
            **added_up_where_small(facts),
            advice=tuple(self._asked(asked) for asked in facts.advice),
            actions=tuple(self._action(action) for action in facts.actions),
            versions=tuple(with_changes(one, outcome_by=None) for one in facts.versions),
            verdicts=tuple(with_changes(v, words=mark(v.words)) if self._is_public else v for v in facts.verdicts),
            budget=tuple(with_changes(line, title=GIVEN, note=None) for line in facts.budget),
            access_costs=access_costs((need.workshop_id, need.person_id, need.cost) for need in facts.arrangements if need.cost),
            own_words=tuple(with_changes(said, written_by=None) for said in facts.own_words),
            entered_on=self._entered_on(),
        )

    @property
    def _is_public(self) -> bool:
        return self._is_for_finance or self.audience is Audience.PUBLIC

    @property
    def _is_for_finance(self) -> bool:
        return self.audience is Audience.FINANCE

    def _may_name(self, person_id: PersonId | None) -> bool:
        person = self.facts.people.get(person_id) if person_id else None
        if person is None or person.name_consent is YesNo.NO or person.is_restricted or self._is_for_finance:
            return False
        return self.audience is Audience.PARTICIPANTS or person.under_18 is not YesNo.YES

    def person(self, person_id: PersonId) -> PersonId:
        return self.person_ids[person_id]

    def _person(self, known_as: PersonId, person: Person) -> Person:
        neutral = self.person(known_as)
        return Person(
            id=neutral,
            name=person.name if known_as in self.may_be_named else neutral,
            name_consent=YesNo.YES if known_as in self.may_be_named & self.agreed else None,
            named_contact=mark(person.named_contact),
            inducted_on=person.inducted_on,
            induction_confirmed=person.induction_confirmed,
            access_first_asked_on=person.access_first_asked_on,
            upfront_asked_on=person.upfront_asked_on,
            left_on=person.left_on,
            left_reason_asked=person.left_reason_asked,
        )

    def _proposer(self, proposed_by: str | None) -> str | None:
        return self.person_ids.get(PersonId(proposed_by), proposed_by) if proposed_by else proposed_by

    def _workshop(self, workshop: Workshop) -> Workshop:
        """Where and when; who looks after people and what came of it stays with the organisation."""
        return with_changes(
            workshop,
            venue=None if self._is_public else workshop.venue,
            cancelled_reason=None,
            online_link=None,
            supporter=None,
            quiet_room=None,
            debrief=None,
            follow_ups_owed=None,
            follow_ups_done=None,
        )

    def _block(self, block: Block) -> Block:
        return with_changes(
            block,
            led_by=tuple(map(self.person, block.led_by)),
            proposed_by=self._proposer(block.proposed_by),
            for_facilitators=None,
            is_sensitive=None,
        )

    def _option(self, option: Option) -> Option:
        return with_changes(option, proposed_by=self._proposer(option.proposed_by))

    def _paper(self, paper: Paper) -> Paper:
        """Whether the format was right is kept; which format somebody needs is not."""
        seat = (paper.workshop_id, paper.person_id)
        number = self.papers_seen[seat] = self.papers_seen.get(seat, 0) + 1
        needed, sent = {None: (None, None), True: (ANY_FORMAT, None), False: ("asked for", "another")}[paper.right_format]
        return with_changes(paper, person_id=self.person(paper.person_id), paper=f"paper-{number}", format_needed=needed, format_sent=sent)

    def _arrangement(self, arrangement: Arrangement) -> Arrangement:
        return with_changes(
            arrangement,
            id=self.access_ids[arrangement.id],
            person_id=self.person(arrangement.person_id),
            need=GIVEN,
            words=None,
            not_possible_reason=None,
            cost=None,
        )

    def _payment(self, line: Payment) -> Payment:
        return with_changes(
            line,
            id=self.payment_ids[line.id],
            person_id=self.person(line.person_id),
            category=None,
            how_told=None,
            reference=line.reference if self._is_for_finance else None,
            cancelled_reason=mark(line.cancelled_reason),
            sent_back_reason=mark(line.sent_back_reason),
            failed_reason=mark(line.failed_reason),
            entered_by=mark(line.entered_by),
            approved_by=_OTHER if line.is_checked_by_another else mark(line.approved_by),
        )

    def _contribution(self, said: Contribution) -> Contribution:
        """Words not said under a name lose their person, once the capacity they were said in is kept for the figures."""
        capacity = said.capacity
        if capacity is None and said.person_id is not None:
            capacity = self.capacities.get((said.workshop_id, said.person_id))
        said_as, person_id = self._attributed(said.said_as, said.person_id)
        words = self._words(said.words, said.person_id)
        return with_changes(said, words=words, capacity=capacity, said_as=said_as, person_id=person_id, told_how=None)

    def _dissent(self, dissent: Dissent) -> Dissent:
        said_as, person_id = self._attributed(dissent.said_as, dissent.person_id)
        if said_as is SaidAs.ROLE and dissent.person_id is not None:
            person_id = self.person(dissent.person_id)
        return with_changes(dissent, words=self._words(dissent.words, dissent.person_id), said_as=said_as, person_id=person_id)

    def _asked(self, asked: Asked) -> Asked:
        """Why they were asked, and never who. What they said was said to whoever decided: the world does not read it."""
        said = None if self._is_public or asked.said is None else self._words(asked.said, asked.person_id)
        return with_changes(asked, who=None, person_id=None, said=said)

    def _action(self, action: Action) -> Action:
        owner = gettext(HELD_BACK) if self._is_public and (action.owner or "").strip() else action.owner
        return with_changes(action, owner=owner, note=None)

    def _words(self, words: str, person_id: PersonId | None) -> str:
        person = self.facts.people.get(person_id) if person_id else None
        if person is None or (person.quote_consent is not YesNo.NO and not person.is_restricted):
            return words
        return gettext(KEPT_BACK if person.is_restricted else NOT_QUOTED)

    def _attributed(self, said_as: SaidAs | None, person_id: PersonId | None) -> tuple[SaidAs | None, PersonId | None]:
        if said_as is not SaidAs.NAMED or person_id is None:
            return said_as, None
        return (SaidAs.NAMED, self.person(person_id)) if person_id in self.named else (SaidAs.ROLE, None)

    def _decision(self, decision: Decision) -> Decision:
        if not self._is_public:
            return decision
        held_back = gettext(HELD_BACK)
        return with_changes(
            decision,
            owner=held_back if (decision.owner or "").strip() else None,
            outcome_by=held_back if (decision.outcome_by or "").strip() else None,
        )

    def _entered_on(self) -> Mapping[tuple[str, str], date]:
        neutral: dict[str, Mapping[str, str]] = {
            "Person": {str(old): str(new) for old, new in self.person_ids.items()},
            "Payment": {str(old): str(new) for old, new in self.payment_ids.items()},
            "Arrangement": {str(old): str(new) for old, new in self.access_ids.items()},
        }
        return {(kind, neutral.get(kind, {}).get(name, name)): day for (kind, name), day in self.facts.entered_on.items()}


def _neutral(kind: str, ids: Iterable[Name]) -> dict[Name, Name]:
    """`person-01` and so on. Numbered by a hash, so the order of names or of joining does not show."""
    shuffled = sorted(set(ids), key=lambda name: sha256(name.encode()).digest())
    width = len(str(len(shuffled)))
    return {name: type(name)(f"{kind}-{number:0{width}}") for number, name in enumerate(shuffled, 1)}


def _people_named_in(facts: ProjectFacts) -> set[PersonId]:
    people = set(facts.people)
    for rows in (facts.attendances, facts.papers, facts.arrangements, facts.payments):
        people.update(row.person_id for row in rows)
    people.update(asked.person_id for asked in facts.advice if asked.person_id)
    for said in (facts.contributions, facts.linked_contributions, facts.dissents, facts.turns):
        people.update(row.person_id for row in said if row.person_id)
    for block in facts.blocks:
        people.update(block.led_by)
    for proposed in (facts.blocks, facts.options):
        people.update(PersonId(row.proposed_by) for row in proposed if row.proposed_by and fold(row.proposed_by) != ORGANISER)
    return people
