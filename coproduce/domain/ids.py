"""Ids are text made in Python: whole from birth, kept through undo, export and import, leading zeros included.

A record that the workbook names (person, requirement, workshop, project, payment, access …) keeps the
name it has there. A record the workbook does not name (a block, an attendance row …) gets one of ours.
"""

from __future__ import annotations

import secrets
from typing import NewType

ProjectId = NewType("ProjectId", str)
PersonId = NewType("PersonId", str)
WorkshopId = NewType("WorkshopId", str)
PaymentId = NewType("PaymentId", str)
BatchId = NewType("BatchId", str)
AccessId = NewType("AccessId", str)
RequirementId = NewType("RequirementId", str)
ContributionId = NewType("ContributionId", str)
DecisionId = NewType("DecisionId", str)
AskId = NewType("AskId", str)
MethodId = NewType("MethodId", str)
TemplateId = NewType("TemplateId", str)
RowId = NewType("RowId", str)

_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""No 0/O or 1/I: ids are read out over the telephone."""


def new_id(prefix: str) -> str:
    """A fresh id such as `P-7KQ2M9XA`: 40 random bits behind the prefix, so two laptops do not clash."""
    return f"{prefix}-{''.join(secrets.choice(_ALPHABET) for _ in range(8))}"


def new_row_id() -> RowId:
    """A fresh id for a record the workbook does not name."""
    return RowId(secrets.token_hex(8))
