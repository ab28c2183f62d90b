"""Bringing people in from a table that somebody else keeps: which column is what, then what would happen to each row."""
