"""What is printed for a workshop's day: sheets for those who run it, agendas for those who come, and what lies on the table.

`PRINTS` is the list of them. Each is made from the plan and the list of people, and adds nothing to either.
"""

from __future__ import annotations

from coproduce.exports.prints.kinds import PRINTS, PrintChoices, PrintKind, Readers, Size, build_print, print_called

__all__ = ["PRINTS", "PrintChoices", "PrintKind", "Readers", "Size", "build_print", "print_called"]
