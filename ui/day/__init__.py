"""The windows of a workshop's day: signing in, counting turns, writing down what is said, the feedback sheets, the screen for all."""
