"""The window: a shell, a kit of parts and one folder for each screen. Qt stays in here."""
