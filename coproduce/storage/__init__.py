"""A workspace is one database file. SQL lives here and nowhere else; anyone may read, only operations write."""
