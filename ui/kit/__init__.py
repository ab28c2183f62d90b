"""Parts to build screens from. `cells`, `fields`, `columns` and `screen` are plain Python, so view-models may use them."""
