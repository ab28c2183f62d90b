"""What people do, one verb a function, one noun a file.

Every public verb takes the workspace first, does its work in one transaction and leaves one undo step with a name. A rule that
says no raises `Refused` and changes nothing. "Today" is always an argument.
"""
