"""Methods and templates: kept, corrected, and put to use in a plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypedDict, Unpack

from coproduce.domain.agenda import BEFORE_THE_DAY, Block
from coproduce.domain.codes import BlockCategory, WorkshopFormat
from coproduce.domain.ids import MethodId, RowId, TemplateId, WorkshopId, new_id
from coproduce.domain.methods import CARRIED, Method, Template, TemplateBlock
from coproduce.domain.workshops import Workshop
from coproduce.i18n import _
from coproduce.operations.amending import amend
from coproduce.operations.plan import insert_part

if TYPE_CHECKING:
    from coproduce.storage.work import Work
    from coproduce.storage.workspace_file import WorkspaceFile


class MethodDetails(TypedDict, total=False):
    """What may be known about a method besides its name; see `Method`."""

    minutes: int | None
    longest_minutes: int | None
    smallest_group: int | None
    largest_group: int | None
    category: BlockCategory | None
    purpose: str | None
    steps: str | None
    participants_lead: str | None
    access_notes: str | None
    materials: str | None
    source: str | None


class MethodChanges(MethodDetails, total=False):
    """What may be corrected."""

    title: str


def add_method(workspace: WorkspaceFile, *, title: str, **details: Unpack[MethodDetails]) -> MethodId:
    """Keep a method of one's own."""
    method = Method(id=MethodId(new_id("M")), title=title, **details)
    method.check()
    with workspace.work(_("Add method")) as work:
        work.add(method)
    return method.id


def keep_as_method(workspace: WorkspaceFile, block_id: RowId) -> MethodId:
    """Keep a part of a plan as a method of one's own; people and times stay behind."""
    with workspace.work(_("Keep as method")) as work:
        block = work.get(Block, block_id)
        method = Method(
            id=MethodId(new_id("M")),
            title=block.title,
            minutes=block.minutes,
            category=block.category,
            purpose=block.goal,
            steps=block.for_facilitators,
            materials=block.materials,
        )
        work.add(method)
    return method.id


def edit_method(workspace: WorkspaceFile, method_id: MethodId, **changes: Unpack[MethodChanges]) -> None:
    """Correct a method. Plans that used it stay as they are."""
    with workspace.work(_("Edit method")) as work:
        method = work.get(Method, method_id)
        amend(method, changes)
        method.check()


def delete_method(workspace: WorkspaceFile, method_id: MethodId) -> None:
    """Delete a method. Plans that used it stay as they are."""
    with workspace.work(_("Delete method")) as work:
        work.delete(work.get(Method, method_id))


def use_method(
    workspace: WorkspaceFile, workshop_id: WorkshopId, method: Method, *, after: RowId | None, in_lane: bool = False, day: int = 1
) -> RowId:
    """Put a method into a plan, built in or one's own, behind another part; without `after` it comes first."""
    block = Block(
        workshop_id=workshop_id,
        order=0,
        title=method.title,
        minutes=method.minutes or 0,
        day=None if day == 1 else day,
        category=method.category,
        goal=method.purpose,
        for_facilitators=method.steps,
        materials=method.materials,
        method=method.title,
    )
    with workspace.work(_("Use method")) as work:
        insert_part(work, block, after=after, in_lane=in_lane)
    return block.id


def keep_as_template(workspace: WorkspaceFile, workshop_id: WorkshopId, *, title: str, about: str | None = None) -> TemplateId:
    """Keep the plan of a workshop as a template: people, dates, fixed starts and money stay behind."""
    with workspace.work(_("Keep as template")) as work:
        workshop = work.get(Workshop, workshop_id)
        template = Template(id=TemplateId(new_id("T")), title=title, about=about, format=workshop.format)
        template.check()
        work.add(template)
        for block in sorted(work.all(Block, workshop_id=workshop_id), key=lambda block: (block.day_number, block.order)):
            work.add(TemplateBlock(template_id=template.id, order=block.order, **{name: getattr(block, name) for name in CARRIED}))
    return template.id


def edit_template(
    workspace: WorkspaceFile, template_id: TemplateId, *, title: str, about: str | None, format: WorkshopFormat | None  # noqa: A002
) -> None:
    """Correct what a template is called and what it says about itself."""
    with workspace.work(_("Edit template")) as work:
        template = work.get(Template, template_id)
        template.title, template.about, template.format = title, about, format
        template.check()


def delete_template(workspace: WorkspaceFile, template_id: TemplateId) -> None:
    """Delete a template with its parts. Plans made from it stay as they are."""
    with workspace.work(_("Delete template")) as work:
        template = work.get(Template, template_id)
        with work.deletion(template):
            for block in work.all(TemplateBlock, template_id=template_id):
                work.delete(block)
            work.delete(template)


def use_template(workspace: WorkspaceFile, workshop_id: WorkshopId, blocks: Sequence[TemplateBlock]) -> None:
    """Put the parts of a template, built in or one's own, behind whatever the plan holds already."""
    with workspace.work(_("Use template")) as work:
        work.get(Workshop, workshop_id)
        for day in sorted({_day_of(block) for block in blocks}):
            _use_day(work, workshop_id, [block for block in blocks if _day_of(block) == day], day)


def _use_day(work: Work, workshop_id: WorkshopId, blocks: Sequence[TemplateBlock], day: int) -> None:
    last = max((block.order for block in work.all(Block, workshop_id=workshop_id) if block.day_number == day), default=0)
    first = min(block.order for block in blocks)
    for block in blocks:
        carried = {name: getattr(block, name) for name in CARRIED}
        work.add(Block(workshop_id=workshop_id, order=last + 1 + block.order - first, **carried))


def _day_of(block: TemplateBlock) -> int:
    return 1 if block.day is None else max(BEFORE_THE_DAY, block.day)
