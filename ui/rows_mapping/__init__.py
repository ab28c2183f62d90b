"""Rows from any spreadsheet, brought into any list: which list, which column is what, then each row, then one step."""
