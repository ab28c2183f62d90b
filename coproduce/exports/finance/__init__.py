"""What goes to finance: a batch as a list (CSV or .xlsx) and as a page to sign, without a bank detail in either."""

from __future__ import annotations

from coproduce.exports.finance.batch_cover import batch_cover
from coproduce.exports.finance.finance_list import HEADINGS, FinanceLine, write_finance_csv, write_finance_xlsx

__all__ = ["HEADINGS", "FinanceLine", "batch_cover", "write_finance_csv", "write_finance_xlsx"]
