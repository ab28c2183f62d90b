"""What comes with the program: methods, templates, ways of deciding, and what others have published on rates, lead times and benefits.

Read from `assets/library`, never changed, copied when used. What is published about benefits is only ever shown.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from coproduce.domain.benefits import PublishedFigure, PublishedWords
from coproduce.domain.codes import BlockCategory, DecisionMethod, RateShape, WorkshopFormat, YesNo
from coproduce.domain.ids import MethodId, TemplateId
from coproduce.domain.lead_times import LeadTime
from coproduce.domain.methods import Method, Template, TemplateBlock
from coproduce.domain.money import Money
from coproduce.domain.resourcing import Rate

LIBRARY = Path(__file__).resolve().parents[2] / "assets" / "library"


@dataclass(frozen=True)
class WholeTemplate:
    """A template with its parts in order."""

    template: Template
    blocks: tuple[TemplateBlock, ...]


@dataclass(frozen=True)
class Guide:
    """About one way of deciding: what it is, what to write down, what to watch for, and where that comes from."""

    what: str
    record: str
    watch: str
    source: str


@cache
def guides() -> dict[DecisionMethod, Guide]:
    """A guide for each way of deciding."""
    return {
        DecisionMethod(told["method"]): Guide(told["what"], told["record"], told["watch"], told["source"])
        for told in _read("deciding.toml")["way"]
    }


@cache
def built_in_methods() -> tuple[Method, ...]:
    """Every method that comes with the program, in the order of the file."""
    return tuple(_method(told) for told in _read("methods.toml")["method"])


@cache
def built_in_templates() -> tuple[WholeTemplate, ...]:
    """Every template that comes with the program, its parts filled from the methods they follow."""
    known = {method.id: method for method in built_in_methods()}
    return tuple(_template(told, known) for told in _read("templates.toml")["template"])


@cache
def published_rates() -> tuple[tuple[str, Rate], ...]:
    """Rates others have published, each with its key. They are to be checked before use, and the words of their source say so."""
    return tuple((told["key"], _rate(told)) for told in _read("rates.toml")["rate"])


@dataclass(frozen=True)
class PublishedBenefits:
    """Figures, what was said, and where independent advice is to be had."""

    figures: tuple[PublishedFigure, ...]
    said: tuple[PublishedWords, ...]
    advice: tuple[str, ...]


@cache
def published_benefits() -> PublishedBenefits:
    """What others have published about money and benefits. It is to be checked before use."""
    told = _read("benefits.toml")
    return PublishedBenefits(
        tuple(_figure(each) for each in told["figure"]),
        tuple(PublishedWords(**each) for each in told["said"]),
        tuple(each["words"] for each in told["advice"]),
    )


def _figure(told: dict[str, Any]) -> PublishedFigure:
    ends = told.get("valid_to")
    days = {"valid_from": date.fromisoformat(told["valid_from"]), "valid_to": date.fromisoformat(ends) if ends else None}
    return PublishedFigure(**{**told, **days})


@cache
def published_lead_times() -> tuple[tuple[str, LeadTime], ...]:
    """How early others say that access has to be arranged, each with its key and its source; to be checked before use."""
    return tuple((told["key"], LeadTime(told["need"], told["days"], told["source"])) for told in _read("lead_times.toml")["lead_time"])


def _rate(told: dict[str, Any]) -> Rate:
    ends = told.get("valid_to")
    return Rate(
        label=told["label"],
        shape=RateShape(told["shape"]),
        amount=Money.parse(told["amount"]),
        valid_from=date.fromisoformat(told["valid_from"]),
        valid_to=date.fromisoformat(ends) if ends else None,
        region=told.get("region"),
        source=told["source"],
        is_floor=YesNo(told["is_floor"]) if "is_floor" in told else None,
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((LIBRARY / name).read_text(encoding="utf-8"))


def _method(told: dict[str, Any]) -> Method:
    words: dict[str, Any] = {name: value or None for name, value in told.items() if name not in ("key", "category")}
    return Method(id=MethodId(told["key"]), category=BlockCategory(told["category"]), **words)


def _template(told: dict[str, Any], known: dict[MethodId, Method]) -> WholeTemplate:
    form = WorkshopFormat(told["format"]) if "format" in told else None
    template = Template(TemplateId(told["key"]), told["title"], told["about"], form)
    blocks: list[TemplateBlock] = []
    for part in told["blocks"]:
        beside = blocks and part.get("lane") and blocks[-1].lane
        order = blocks[-1].order + (not beside) if blocks and blocks[-1].day == part.get("day") else 1
        blocks.append(_block(template.id, order, part, known))
    return WholeTemplate(template, tuple(blocks))


def _block(template_id: TemplateId, order: int, part: dict[str, Any], known: dict[MethodId, Method]) -> TemplateBlock:
    method = known.get(MethodId(part.get("method", "")))
    return TemplateBlock(
        template_id=template_id,
        order=order,
        title=part["title"] if method is None else method.title,
        minutes=part["minutes"],
        lane=part.get("lane"),
        day=part.get("day"),
        category=BlockCategory(part["category"]) if method is None else method.category,
        goal=part.get("goal") if method is None else method.purpose,
        materials=None if method is None else method.materials,
        for_participants=part.get("for_participants"),
        for_facilitators=part.get("for_facilitators") if method is None else method.steps,
        is_sensitive=YesNo(part["is_sensitive"]) if "is_sensitive" in part else None,
        method=None if method is None else method.title,
    )
