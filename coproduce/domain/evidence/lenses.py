"""Published frameworks as lenses: the same results under the headings of others. A lens counts nothing and adds nothing up.

The headings are those of each framework, as its source gives them. Which question stands under which heading is our own choice;
only on the ladder does it follow from the rules of `level.py`. What no question speaks to stays in sight, with nothing under it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from coproduce.domain.evidence.indicator import Result
from coproduce.domain.evidence.level import CREDIT, CREDIT_URL
from coproduce.domain.wording import N_
from coproduce.i18n import _, gettext


class LensKey(StrEnum):
    """The stable names of the lenses."""

    UK_STANDARDS = "uk_standards"
    FOUR_PI = "four_pi"
    SCIE = "scie"
    LUNDY = "lundy"
    GRIPP2 = "gripp2"
    GUNNING = "gunning"
    TLAP = "tlap"
    INVOLVE = "involve"


@dataclass(frozen=True, slots=True)
class LensPart:
    """A heading of a framework and the ids of the questions under it. `silent`: what of it no question shows. English, marked."""

    heading: str
    indicators: tuple[str, ...] = ()
    silent: str = ""

    @property
    def words(self) -> str:
        """The heading in the language in use."""
        return gettext(self.heading)

    @property
    def not_shown(self) -> str:
        """What of this heading nothing recorded speaks to; empty where nothing is known to be missing."""
        if self.silent:
            return gettext(self.silent)
        return "" if self.indicators else _("Nothing recorded here speaks to this.")


@dataclass(frozen=True, slots=True)
class Lens:
    """One framework: whose it is, of which year (empty: the source gives none), and where it can be read."""

    key: LensKey
    name: str
    owner: str
    year: str
    url: str
    parts: tuple[LensPart, ...]

    @property
    def words(self) -> str:
        """The name people know it by, in the language in use."""
        return gettext(self.name)

    @property
    def credit(self) -> str:
        """Whose headings they are, of which year and where to read them, and what of the lens is ours."""
        year = gettext(self.year) if self.year else _("no year given")
        words = _("Headings: {owner}, {year}, {link}. Which question stands under which heading is Coproduce’s own choice.")
        return words.format(owner=gettext(self.owner), year=year, link=self.link)

    @property
    def link(self) -> str:
        """The address as people read it."""
        return self.url.removeprefix("https://").removeprefix("www.").removesuffix("/")

    def outside(self, results: Iterable[Result]) -> list[Result]:
        """The results the framework has no heading for: they stay in sight all the same."""
        within = {indicator for part in self.parts for indicator in part.indicators}
        return [result for result in results if result.id not in within]


LENSES: tuple[Lens, ...] = (
    Lens(
        LensKey.UK_STANDARDS,
        N_("UK Standards"),
        N_("UK Standards for Public Involvement"),
        "2019",
        "https://www.cso.scot.nhs.uk/patientspublic/ppistandards/",
        (
            LensPart(
                N_("Inclusive opportunities"),
                ("T1", "T2", "T3", "T4", "T5", "T6", "T7", "T7b", "T9", "T10", "T11", "T11o", "T12", "T23", "T23b", "T29"),
            ),
            LensPart(N_("Working together"), ("T15", "T16", "T22", "T25", "T25g", "T27", "T28")),
            LensPart(N_("Support and learning"), ("T8", "T24"), N_("Nothing recorded here speaks to training, or to what people learned.")),
            LensPart(N_("Communications"), ("T13", "T19", "T20", "T21")),
            LensPart(N_("Impact"), ("T18",)),
            LensPart(N_("Governance"), ("T14", "T17", "T26")),
        ),
    ),
    Lens(
        LensKey.FOUR_PI,
        N_("4Pi standards"),
        N_("National Survivor User Network (NSUN), 4Pi National Involvement Standards"),
        "2013",
        "https://www.nsun.org.uk/faqs/4pi-national-involvement-standards",
        (
            LensPart(N_("Principles"), ("T22", "T25", "T25g", "T29")),
            LensPart(N_("Purpose"), ("T14", "T26"), N_("Nothing recorded here speaks to whether the purpose was shared by everybody.")),
            LensPart(N_("Presence"), ("T1", "T2", "T16", "T17", "T23", "T23b", "T28")),
            LensPart(
                N_("Process"),
                ("T3", "T4", "T5", "T6", "T7", "T7b", "T8", "T9", "T10", "T11", "T11o", "T12", "T13", "T15", "T19", "T20", "T21", "T24"),
            ),
            LensPart(N_("Impact"), ("T18", "T27")),
        ),
    ),
    Lens(
        LensKey.SCIE,
        N_("SCIE principles"),
        N_("Social Care Institute for Excellence (SCIE), principles of co-production as quoted in 2024"),
        "",
        "https://www.ndti.org.uk/projects/the-core-principles-of-co-production",
        (
            LensPart(N_("Equality"), ("T2", "T14", "T15", "T16", "T17", "T22", "T25", "T25g")),
            LensPart(
                N_("Diversity"),
                ("T1", "T23", "T23b", "T28"),
                N_("Nothing recorded here speaks to age, ethnicity and the like: that is only counted for a whole project."),
            ),
            LensPart(N_("Accessibility"), ("T10", "T11", "T11o", "T12", "T13", "T24")),
            LensPart(N_("Reciprocity"), ("T3", "T4", "T5", "T6", "T7", "T7b", "T8", "T9", "T19", "T20", "T21", "T29")),
        ),
    ),
    Lens(
        LensKey.LUNDY,
        N_("Lundy model"),
        N_("Lundy model of participation"),
        "2007",
        "https://www.dcu.ie/dcu-changemaker-schools-network/lundy-model",
        (
            LensPart(
                N_("Space"),
                ("T1", "T2", "T10", "T11", "T11o", "T12", "T24", "T28"),
                N_("Nothing recorded here speaks to whether people felt safe."),
            ),
            LensPart(N_("Voice"), ("T13", "T15", "T22", "T25", "T25g")),
            LensPart(
                N_("Audience"),
                ("T19", "T21"),
                N_("Nothing recorded here speaks to whether those who must listen were in the room."),
            ),
            LensPart(N_("Influence"), ("T14", "T16", "T17", "T18", "T20", "T27")),
        ),
    ),
    Lens(
        LensKey.GRIPP2,
        N_("GRIPP2 short form"),
        N_("GRIPP2 reporting checklist, short form"),
        "2017",
        "https://researchinvolvement.biomedcentral.com/articles/10.1186/s40900-017-0062-2/tables/2",
        (
            LensPart(N_("Aim"), (), N_("No question here speaks to this. What the project is for is in Settings, and opens every report.")),
            LensPart(
                N_("Methods"),
                ("T1", "T2", "T3", "T4", "T5", "T6", "T7", "T7b", "T8", "T9", "T10", "T12", "T13", "T15", "T16", "T24", "T26", "T29"),
            ),
            LensPart(
                N_("Study results"),
                ("T18", "T19", "T21"),
                N_("Nothing recorded here speaks to what else came of it, good or bad."),
            ),
            LensPart(N_("Discussion and conclusions"), ("T14", "T17", "T20", "T22")),
            LensPart(N_("Reflections and critical perspective"), ("T11", "T11o", "T25", "T25g", "T27", "T28")),
        ),
    ),
    Lens(
        LensKey.GUNNING,
        N_("Gunning principles"),
        N_("Gunning principles, case law"),
        N_("1985, restated by the Supreme Court in 2014"),
        "https://www.consultationinstitute.org/?p=69890",
        (
            LensPart(N_("At a formative stage"), ("T14",)),
            LensPart(N_("Enough information"), ("T13",)),
            LensPart(
                N_("Enough time"),
                (),
                N_("Nothing recorded here speaks to how long people had to answer. Whether papers came in time stands under information."),
            ),
            LensPart(N_("Conscientious consideration"), ("T18", "T19", "T20", "T22")),
        ),
    ),
    Lens(
        LensKey.TLAP,
        N_("TLAP ladder"),
        CREDIT,
        "",
        CREDIT_URL,
        (
            LensPart(N_("Coercion")),
            LensPart(N_("Educating")),
            LensPart(N_("Informing"), ("T13", "T21")),
            LensPart(N_("Consultation"), ("T14",)),
            LensPart(N_("Engagement"), ("T19", "T20")),
            LensPart(N_("Co-design"), ("T15", "T18"), N_("Nothing recorded here speaks to whether people saw it through to the end.")),
            LensPart(N_("Co-production"), ("T3", "T16", "T17")),
        ),
    ),
    Lens(
        LensKey.INVOLVE,
        N_("Involve’s standards"),
        N_("Involve, draft standards for citizens’ assemblies: inclusive"),
        "",
        "https://involve.org.uk/resources/knowledge-base/how-do-i-setup-citizens-assembly/4-inclusive",
        (
            LensPart(N_("Essential: all reasonable expenses reimbursed"), ("T5", "T6", "T7", "T7b")),
            LensPart(
                N_("Essential: a gift for each day"),
                ("T3", "T4", "T9", "T29"),
                N_("Nothing recorded here compares what was paid with the amounts Involve names."),
            ),
            LensPart(N_("Essential: access requirements met on request"), ("T11", "T11o", "T12")),
            LensPart(N_("Essential: carers welcomed and provided for")),
            LensPart(N_("Essential: few enough members to each facilitator")),
            LensPart(N_("Essential: plain presentations")),
            LensPart(N_("Desirable: materials in several formats"), ("T13",)),
            LensPart(N_("Desirable: care costs reimbursed, or a crèche")),
            LensPart(N_("Desirable: access anticipated"), ("T10",)),
        ),
    ),
)
"""Every lens, in the order they are offered. Sources: the addresses above, as read in 2026."""


def lens_called(key: str) -> Lens | None:
    """The lens of that key; None where there is none."""
    return next((lens for lens in LENSES if lens.key.value == key), None)
