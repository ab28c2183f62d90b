"""No float ever holds money: neither a float, nor a division that would make one, in any module that works with amounts."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import coproduce

ROOT = Path(coproduce.__file__).parent
MODULES = [
    *(f"domain/{name}" for name in ("money", "resourcing", "payment_moves", "batches", "budget", "mileage", "suggesting", "benefits")),
    *(f"domain/{name}" for name in ("paying", "suggesting", "parity", "rate_doubts")),
    *(f"operations/{name}" for name in ("resourcing", "batches", "many_payments", "rates")),
    *(f"storage/queries/{name}" for name in ("payments", "batches", "paying")),
    "imports/paid_list",
]


@pytest.mark.parametrize("module", MODULES)
def test_no_float_holds_money(module):
    tree = ast.parse((ROOT / f"{module}.py").read_text(encoding="utf-8"))
    found = [
        node.lineno
        for node in ast.walk(tree)
        if (isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div))
        or (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id == "float")
    ]
    assert found == []


def test_every_module_that_names_money_is_looked_at_or_only_passes_it_on():
    """A new module of the domain that adds or divides amounts belongs in the list above."""
    adding = {
        path.relative_to(ROOT).with_suffix("").as_posix()
        for path in (ROOT / "domain").glob("*.py")
        if "Money(" in path.read_text(encoding="utf-8") or ".pence" in path.read_text(encoding="utf-8")
    }
    assert adding <= set(MODULES)
