"""The machine-checkable rules of PDF/UA-1, asked of every file we write."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the checker found. `failures` are its own sentences, empty where the file keeps every rule it can check."""

    passes: bool
    failures: tuple[str, ...]


def validate(file: Path | bytes) -> Verdict:
    """Check a PDF against PDF/UA-1 (ISO 14289-1) with page-validation.

    Its safety limits guard against strangers' files and trip over our long ones (bookmarks, table rows), so they are lifted.
    """
    import page

    limits = page.SafetyLimits.unlimited()
    profile = page.ValidationProfile.PDF_UA_1
    if isinstance(file, Path):
        report = page.validate_pdf(file, profile=profile, limits=limits)
    else:
        report = page.validate_pdf_bytes(file, profile=profile, limits=limits)
    failures = tuple(f"{failure.rule_id}: {failure.message}" for failure in report.failures)
    return Verdict(bool(report.is_compliant), failures)
