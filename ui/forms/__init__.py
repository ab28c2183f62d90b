"""What forms ask about nouns that stand on more than one page, and what they offer to choose from. No Qt."""
