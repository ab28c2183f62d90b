"""What screens and evidence ask of a workspace: reads only, each in one consistent look."""
