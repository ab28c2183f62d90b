"""Letters to one person: what only they may read about themselves, in plain English. Nothing is sent from here."""
