"""The level the records show in the words of another framework, where a rung of the ladder has a counterpart there.

Sources: IAP2 spectrum (its five names only); Arnstein 1969. Where there is no counterpart nothing is said: a rung is never rounded up.
"""

from __future__ import annotations

from coproduce.domain.codes import LevelFramework
from coproduce.domain.evidence.level import Rung
from coproduce.domain.wording import N_
from coproduce.i18n import gettext

_COUNTERPARTS: dict[LevelFramework, dict[Rung, str]] = {
    LevelFramework.IAP2: {
        Rung.INFORMING: N_("Inform"),
        Rung.CONSULTATION: N_("Consult"),
        Rung.ENGAGEMENT: N_("Involve"),
        Rung.CO_DESIGN: N_("Involve"),
        Rung.CO_PRODUCTION: N_("Collaborate"),
    },
    LevelFramework.ARNSTEIN: {
        Rung.INFORMING: N_("Informing"),
        Rung.CONSULTATION: N_("Consultation"),
    },
}


def level_in(framework: LevelFramework | None, rung: Rung) -> str | None:
    """What the rung is called there; None on the ladder itself, and where nothing there answers to it."""
    words = _COUNTERPARTS.get(framework, {}).get(rung) if framework is not None else None
    return None if words is None else gettext(words)
