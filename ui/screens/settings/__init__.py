"""The settings screen: this workspace, its projects, its rates, and how the window looks."""
