"""The binding between Python and Qt must not lose references.

In PySide6 6.12.0 each signal emit and some calls lower the reference count of `True` or `None`; after some hundred of
them the process aborts, far from the cause. A version that does so must not be taken in.
"""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

pytestmark = pytest.mark.skipif(sys.version_info >= (3, 12), reason="from Python 3.12 on, True and None cannot be lost")
MANY = 1000
FEW = 100


class Bell(QObject):
    rung = Signal(bool)


def test_calling_qt_leaves_the_count_of_none_alone(qapp):
    widget = QWidget()
    before = sys.getrefcount(None)
    for _ in range(MANY):
        widget.update()
    assert abs(sys.getrefcount(None) - before) < FEW


def test_emitting_a_signal_leaves_the_count_of_true_alone(qapp):
    bell, heard = Bell(), []
    bell.rung.connect(lambda _on: heard.append("ring"))
    before = sys.getrefcount(True)
    for _ in range(MANY):
        bell.rung.emit(True)
    assert len(heard) == MANY
    assert abs(sys.getrefcount(True) - before) < FEW


def test_a_connected_method_answers_with_none_without_losing_it(qapp):
    bell = Bell()
    bell.rung.connect(lambda _on: None)
    before = sys.getrefcount(None)
    for _ in range(MANY):
        bell.rung.emit(False)
    assert abs(sys.getrefcount(None) - before) < FEW
