"""What co-production is made of, and its rules, in plain Python: no database, no window, no PDF."""
