"""Methods and templates beside the plan: found by what they are for, put into the day, kept for another. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from coproduce.domain.codes import BlockCategory
from coproduce.domain.ids import MethodId, RowId, TemplateId, WorkshopId
from coproduce.domain.methods import Method, Template, TemplateBlock
from coproduce.domain.wording import label
from coproduce.i18n import _, ngettext
from coproduce.imports.library import built_in_methods, built_in_templates
from coproduce.operations import methods
from coproduce.storage.queries import plans
from ui.kit.deleted import attempt_delete
from ui.kit.detail_parts import Act, Acts, Choose, Fact, Find, Heading, Item, Note, Option, Part, doing, said_of
from ui.kit.fields import Choice, ChoiceField, TextField
from ui.kit.noun_form import Line, differing, fields_for

if TYPE_CHECKING:
    from ui.screens.plan.viewmodel import PlanModel

EVERYTHING = "all"


class Library:
    """What can be used again. `opened` is the method in sight; `about` the category listed, `words` what is looked for."""

    def __init__(self, model: PlanModel) -> None:
        self._model = model
        self.opened = ""
        self.about = EVERYTHING
        self.words = ""
        self.own: Sequence[Method] = ()
        self.own_templates: Sequence[tuple[Template, tuple[TemplateBlock, ...]]] = ()

    def refresh(self) -> None:
        """Ask for the organisation's own methods and templates."""
        self.own, self.own_templates = plans.methods(self._model.file), plans.templates(self._model.file)

    @property
    def found(self) -> list[Method]:
        """The methods of the category chosen that hold every word looked for, one's own first."""
        listed = (method for method in (*self.own, *built_in_methods()) if self.about in (EVERYTHING, method.category))
        return [method for method in listed if method.speaks_of(self.words)]

    def parts(self) -> list[Part]:
        """The list, with the one opened in full."""
        used = [category for category in BlockCategory if any(method.category is category for method in (*self.own, *built_in_methods()))]
        options = (Option(EVERYTHING, _("All")), *(Option(category, label(category)) for category in used))
        parts: list[Part] = [
            Find("find_method", _("Search methods"), _("Search methods"), self.search),
            Choose("about", _("What it is for"), options, self.about, self.show_about),
            Acts((Act("use_template", _("Use a template…"), self.ask_template, "calendar-days"),)),
        ]
        if self._model.blocks:
            parts.append(Acts((Act("keep_template", _("Keep this plan as a template…"), self.keep_template, "save"),)))
        if not self.found:
            parts.append(Note(_("No method speaks of that. Try one word, or another kind."), quiet=True))
        for method in self.found:
            key = f"method {method.id}"
            parts.append(Item(key, method.title, _in_short(method), doing(self.toggle, key), icon="lightbulb"))
            if self.opened == key:
                parts += self._in_full(method)
        if self.own_templates:
            parts.append(Heading(_("Your templates")))
            parts += [part for template, blocks in self.own_templates for part in self._template(template, blocks)]
        return parts

    def toggle(self, key: str) -> None:
        """Show a method in full, or put it away."""
        self.opened = "" if self.opened == key else key
        self._model.changed()

    def search(self, words: str) -> None:
        """List the methods that speak of something."""
        self.words, self.opened = words, ""
        self._model.changed()
        count = len(self.found)
        self._model.announce(ngettext("{n} method", "{n} methods", count).format(n=count))

    def show_about(self, about: str) -> None:
        """List the methods of another category."""
        self.about, self.opened = about, ""
        self._model.changed()

    def use(self, method: Method) -> None:
        """Put a method into the day, behind the part chosen or at the end."""
        model = self._model
        workshop_id, after = WorkshopId(model.workshop_id or ""), model.place_of_new
        in_lane = model.block is not None and model.block.lane is not None
        model.shell.attempt(lambda: methods.use_method(model.file, workshop_id, method, after=after, in_lane=in_lane, day=model.day))

    def keep(self, block_id: str) -> None:
        """Keep a part of the plan as a method."""
        self._model.shell.attempt(lambda: methods.keep_as_method(self._model.file, RowId(block_id)))

    def edit(self, method: Method) -> None:
        """Ask what is different about a method of one's own."""
        fields = fields_for(Method, method_lines(), method)
        self._model.shell.open_form(
            _("Edit {title}").format(title=method.title),
            fields,
            lambda values: methods.edit_method(self._model.file, method.id, **differing(method, values)),
            ok=_("Save"),
        )

    def add(self) -> None:
        """Ask about a new method."""

        def submit(values: dict[str, Any]) -> None:
            given = differing(Method(MethodId(""), ""), values)
            methods.add_method(self._model.file, **{"title": values["title"], **given})

        self._model.shell.open_form(_("A method of your own"), fields_for(Method, method_lines()), submit, ok=_("Keep"))

    def ask_template(self) -> None:
        """Ask which template the day begins with."""
        self.refresh()
        choices = [Choice(f"own {template.id}", template.title) for template, _blocks in self.own_templates]
        choices += [Choice(whole.template.id, f"{whole.template.title}: {whole.template.about}") for whole in built_in_templates()]
        hint = _("Its parts go behind what the plan holds already.")
        field = ChoiceField("template", _("Template"), hint, required=True, choices=choices)
        self._model.shell.open_form(_("Use a template"), [field], self._use_template, ok=_("Use it"))

    def keep_template(self) -> None:
        """Ask what the template is called."""
        model = self._model
        fields = [
            TextField("title", _("Name of the template"), _("People, dates, fixed starts and money stay behind."), required=True),
            TextField("about", _("When to use it")),
        ]
        workshop_id = WorkshopId(model.workshop_id or "")

        def submit(values: dict[str, Any]) -> None:
            methods.keep_as_template(model.file, workshop_id, title=values["title"], about=values["about"] or None)

        model.shell.open_form(_("Keep as a template"), fields, submit, ok=_("Keep"))

    def _use_template(self, values: dict[str, Any]) -> None:
        wanted = values["template"]
        own = next((blocks for template, blocks in self.own_templates if f"own {template.id}" == wanted), ())
        built_in = next((whole.blocks for whole in built_in_templates() if whole.template.id == wanted), ())
        methods.use_template(self._model.file, WorkshopId(self._model.workshop_id or ""), own or built_in)

    def _in_full(self, method: Method) -> list[Part]:
        parts: list[Part] = [
            Fact(icon, caption, words)
            for icon, caption, words in (
                ("flag", _("WHAT COMES OF IT"), method.purpose),
                ("list-checks", _("HOW IT GOES"), method.steps),
                ("users", _("HOW PARTICIPANTS CAN LEAD IT"), method.participants_lead),
                ("accessibility", _("SO THAT EVERYBODY CAN TAKE PART"), method.access_notes),
                ("paperclip", _("MATERIALS"), method.materials),
                ("book-open", _("SOURCE"), method.source),
            )
            if words
        ]
        acts = [Act("use_method", _("Put it in the plan"), doing(self.use, method), "plus", is_primary=True)]
        if method in self.own:
            acts.append(Act("edit_method", _("Edit"), doing(self.edit, method), "pencil"))
            acts.append(Act("delete_method", _("Delete"), doing(self._delete, method.id), "trash-2"))
        return [*parts, Acts(said_of(method.title, acts))]

    def _template(self, template: Template, blocks: Sequence[TemplateBlock]) -> list[Part]:
        key = f"template {template.id}"
        count = ngettext("{n} part", "{n} parts", len(blocks)).format(n=len(blocks))
        item = Item(key, template.title, " · ".join(part for part in (count, template.about or "") if part), doing(self.toggle, key))
        if self.opened != key:
            return [item]
        acts = (
            Act("edit_template", _("Edit"), doing(self._edit_template, template), "pencil"),
            Act("delete_template", _("Delete"), doing(self._delete_template, template.id), "trash-2"),
        )
        return [item, Note(", ".join(block.title for block in blocks), quiet=True), Acts(said_of(template.title, acts))]

    def _edit_template(self, template: Template) -> None:
        lines = [Line("title", _("Name of the template")), Line("about", _("When to use it")), Line("format", _("How people meet"))]

        def submit(values: dict[str, Any]) -> None:
            given = {"title": template.title, "about": template.about, "format": template.format, **differing(template, values)}
            methods.edit_template(self._model.file, template.id, **given)

        self._model.shell.open_form(_("Edit a template"), fields_for(Template, lines, template), submit, ok=_("Save"))

    def _delete(self, method_id: MethodId) -> None:
        attempt_delete(self._model.shell, lambda: methods.delete_method(self._model.file, method_id))

    def _delete_template(self, template_id: TemplateId) -> None:
        attempt_delete(self._model.shell, lambda: methods.delete_template(self._model.file, template_id))


def method_lines() -> list[Line]:
    """About a method of one's own."""
    return [
        Line("title", _("Name")),
        Line("minutes", _("How long it usually takes")),
        Line("longest_minutes", _("How long at most")),
        Line("smallest_group", _("Smallest group")),
        Line("largest_group", _("Largest group")),
        Line("category", _("What it is for")),
        Line("purpose", _("What comes of it"), long=True),
        Line("steps", _("How it goes"), long=True),
        Line("participants_lead", _("How participants can lead it"), long=True),
        Line("access_notes", _("So that everybody can take part"), long=True),
        Line("materials", _("Materials"), _("With a semicolon between.")),
        Line("source", _("Where it comes from")),
    ]


def _in_short(method: Method) -> str:
    """“20–45 min · 4 to 14 people · Each voice has the same room.”"""
    length = _span(method.minutes, method.longest_minutes)
    people = _span(method.smallest_group, method.largest_group)
    parts = [
        _("{span} min").format(span=length) if length else "",
        _("{span} people").format(span=people) if people else "",
        method.purpose or "",
    ]
    return " · ".join(part for part in parts if part)


def _span(least: int | None, most: int | None) -> str:
    known = [str(number) for number in (least, most) if number is not None]
    return "–".join(dict.fromkeys(known))
