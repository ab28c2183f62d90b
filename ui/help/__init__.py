"""Help that needs no network: a topic for every page, the words of the field with where they come from, and every key.

The texts are plain files in `assets/help`. `topics` and `glossary` read them, `markup` turns them into what `page` shows.
"""
