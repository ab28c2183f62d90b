"""What is left of a damaged workspace: its pages, the rows on them, and a new file with all that could be read."""
