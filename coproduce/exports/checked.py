"""What came of checking a report, as a value and as sentences that say no more than was found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from coproduce.domain.facts import ProjectFacts
from coproduce.domain.issued import IssuedReport
from coproduce.domain.part import Days, OneWorkshop, Part
from coproduce.domain.wording import day_words, list_words
from coproduce.errors import Refused
from coproduce.exports.about_part import days_between
from coproduce.exports.fingerprint import About, fingerprint
from coproduce.exports.report import report_called
from coproduce.exports.verifying import PICTURES, Moved, about_in, code_in_picture, evidence_now, moved, read_pdf
from coproduce.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class Checked:
    """`is_whole` is None where only a code was seen. `altered` are figures of the file that are not those this workspace issued;
    `moved` those that are others now, None where they could not be worked out again. `issued` is the copy in this workspace's list.
    """

    about: About
    fingerprint: str
    is_whole: bool | None
    issued: IssuedReport | None
    altered: tuple[Moved, ...]
    moved: tuple[Moved, ...] | None

    @property
    def agrees(self) -> bool:
        """Nothing that was looked at differs."""
        return self.is_whole is not False and not self.altered and not self.moved

    @property
    def headline(self) -> str:
        """The answer in a few words."""
        if self.is_whole is False or self.altered:
            return _("This report was changed after it was made")
        if self.moved:
            count = len(self.moved)
            words = ngettext("It is whole, and {n} figure is different now", "It is whole, and {n} figures are different now", count)
            return words.format(n=count)
        return _("It agrees") if self.moved is not None else _("It is whole")

    @property
    def lines(self) -> list[str]:
        """What was found, a sentence each."""
        return [self._what(), self._whole(), self._listed(), *self._now()]

    def _what(self) -> str:
        words = _("{report} of project {project}, made for: {audience}. Data up to {day}.")
        project = self.issued.project if self.issued else list_words(self.about.projects)
        title = report_called(self.about.report).title()
        if self.issued is None and self.about.part is not None:
            project = _("{project} – {part}").format(project=project, part=_about_part(self.about.part))
        return words.format(report=title, project=project, audience=self.about.audience.words, day=day_words(self.about.as_of))

    def _whole(self) -> str:
        if self.is_whole is None:
            return _("Only its code was seen. Whether the page says what the code stands for, compare by eye.")
        if self.is_whole:
            return _("The file inside has the fingerprint that is printed on the page.")
        return _("The file inside does not have the fingerprint that is printed on the page. One of the two was changed.")

    def _listed(self) -> str:
        if self.issued is None:
            return _("It is not in the list of what was given out: it was made elsewhere, or before files were listed.")
        return _("This workspace issued it on {day}.").format(day=day_words(self.issued.made_on))

    def _now(self) -> list[str]:
        if self.moved is None:
            return [_("Its project is not here, or the workshop it is about, so its figures could not be worked out again.")]
        if not self.moved:
            return [_("Worked out again up to the same day, every figure is the same.")]
        return [_("Worked out again up to the same day, some figures differ: records were added, corrected or removed since.")]


def _about_part(part: Part) -> str:
    if isinstance(part, Days):
        return days_between(part)
    return _("One workshop: {workshop}").format(workshop=part.workshop_id)


Listed = Callable[[str | None], IssuedReport | None]
"""The newest copy in a workspace's list with this fingerprint."""
FactsOf = Callable[[str], ProjectFacts | None]
"""The facts of a project; None where it is not there."""


def check_report(path: Path, listed: Listed, facts_of: FactsOf) -> Checked:
    """A PDF, or a picture of the page with the code, set against the list and the records of a workspace.

    Raises `Refused` where it cannot be read or is not ours.
    """
    if path.suffix.lower() in PICTURES:
        return check_code(code_in_picture(path), listed, facts_of)
    carried = read_pdf(path)
    about, issued = about_in(carried.content), listed(carried.printed)
    report_called(about.report)
    altered = tuple(moved(issued.evidence.encode(), carried.content)) if issued is not None else ()
    printed = carried.printed or fingerprint(carried.content)
    return Checked(about, printed, carried.is_whole, issued, altered, _since(carried.content, about, facts_of))


def check_code(printed: str, listed: Listed, facts_of: FactsOf) -> Checked:
    """A fingerprint from paper. Raises `Refused` where no copy in the list has it."""
    issued = listed(printed)
    if issued is None:
        raise Refused(_("No report with this code is in the list of this workspace. It was issued elsewhere, or the code is not ours."))
    content = issued.evidence.encode()
    about = about_in(content)
    return Checked(about, printed, None, issued, (), _since(content, about, facts_of))


def _since(content: bytes, about: About, facts_of: FactsOf) -> tuple[Moved, ...] | None:
    """None where a project, or the workshop the copy is about, is not here."""
    projects = [facts for each in about.projects if (facts := facts_of(each)) is not None]
    if len(projects) < len(about.projects):
        return None
    if isinstance(about.part, OneWorkshop) and not any(map(about.part.holds, projects[0].workshops)):
        return None
    return tuple(moved(content, evidence_now(projects, about)))
