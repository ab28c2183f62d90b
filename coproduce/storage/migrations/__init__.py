"""Upgrades of a workspace file, one revision a schema version. They import neither the domain nor the tables."""
