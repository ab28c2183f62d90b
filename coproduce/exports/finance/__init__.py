"""What goes to finance: a batch as a list (CSV or .xlsx), as a page to sign and as a file for the bank, without a bank detail in any."""

from __future__ import annotations

from coproduce.exports.finance.bank_file import Altered, BankColumn, BankForm, BankLine, DayForm, Separator, altered, write_bank_file
from coproduce.exports.finance.batch_cover import batch_cover
from coproduce.exports.finance.finance_list import HEADINGS, FinanceLine, write_finance_csv, write_finance_xlsx

__all__ = [
    "HEADINGS",
    "Altered",
    "BankColumn",
    "BankForm",
    "BankLine",
    "DayForm",
    "FinanceLine",
    "Separator",
    "altered",
    "batch_cover",
    "write_bank_file",
    "write_finance_csv",
    "write_finance_xlsx",
]
