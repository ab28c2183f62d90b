"""How each way of deciding is counted: pure functions from counts to what they come to, with every step on the way.

A count never decides. It says what the numbers are, and the outcome is written by a person. Level counts stay level: nothing
here draws lots, and nothing is left out without being said.
"""
