"""Coproduce: plan co-production workshops, resource people to take part, and show honestly what came of it."""

__version__ = "0.1.0"

APP_NAME = "Coproduce"
