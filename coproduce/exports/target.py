"""Where a file is written: beside its place first, and put there only when it is whole."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from coproduce.errors import DiskTrouble
from coproduce.i18n import gettext as _


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Write to `path` + `.part`; when all went well it takes the place of `path`, otherwise it is taken away and the old file stays.

    Refuses with `DiskTrouble`, in a sentence, where the disk or the folder says no.
    """
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError as error:
        _remove(part)
        raise DiskTrouble(_sentence(error, path)) from error
    except BaseException:
        _remove(part)
        raise


def _remove(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return  # the folder itself is gone


def _sentence(error: OSError, path: Path) -> str:
    place = {"name": path.name, "folder": str(path.parent)}
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        words = _(
            "There is no room left on the disk for {name}. The old file, if there was one, is untouched. Free some space and try again."
        )
        return words.format(**place)
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return _("The folder {folder} is not there. Choose another place for {name}.").format(**place)
    if error.errno == errno.EROFS:
        return _("The folder {folder} can only be read. Choose another place for {name}.").format(**place)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EISDIR}:
        words = _(
            "{name} could not be written: it may be open in another program, or the folder may not allow it. The old file is untouched."
        )
        return words.format(**place)
    words = _("{name} could not be written ({reason}). The old file, if there was one, is untouched.")
    return words.format(reason=error.strerror or error, **place)
