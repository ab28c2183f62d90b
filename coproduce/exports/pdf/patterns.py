"""Fine patterns over the parts of a chart, so that they can be told apart without colour."""

from __future__ import annotations


def pattern(index: int, x: float, y: float, width: float, height: float) -> str:
    """PDF operators for the pattern of series `index`, clipped to the box: none, slanted lines, dots, slanted the other way, upright lines."""
    kind = index % 5
    if kind == 0 or width < 3:
        return ""
    clip = f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re W n 0.8 w"
    if kind == 1:
        lines = [_line(x + along, y, x + along + height, y + height) for along in _steps(-height, width, 5.0)]
    elif kind == 2:
        lines = [_line(x + along, y + up, x + along, y + up) for up in _steps(2.5, height, 4.0) for along in _steps(2.5, width, 4.0)]
        clip = clip.replace("0.8 w", "1.3 w 1 J")
    elif kind == 3:
        lines = [_line(x + along, y + height, x + along + height, y) for along in _steps(-height, width, 5.0)]
    else:
        lines = [_line(x + along, y, x + along, y + height) for along in _steps(2.5, width, 4.5)]
    return " ".join([clip, *lines, "S"])


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    return f"{x:.1f} {y:.1f} m {to_x:.1f} {to_y:.1f} l"


def _steps(start: float, end: float, step: float) -> list[float]:
    return [start + step * count for count in range(max(0, int((end - start) / step) + 1))]
