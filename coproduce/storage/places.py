"""Where a workspace may be open: on a disk of this computer, and not in a folder that another program copies.

A sync program copies the file while it is being written: of 120 such copies 104 could not be read. Network disks do
not keep the locks a database needs. Backups may lie in either.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from coproduce.errors import DiskTrouble
from coproduce.i18n import _

_SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
}
"""How the folder's name begins, and whose it is."""

_NETWORK = ("nfs", "cifs", "smb", "fuse.", "afpfs", "webdav", "davfs", "macfuse", "osxfuse")
_LOCAL_FUSE = frozenset({"fuse.fuse-overlayfs"})
"""Containers put their own disk together this way."""


def refuse_unsuitable(path: Path) -> None:
    """Raises `DiskTrouble` where the place of `path` cannot hold an open workspace; says where it can be."""
    trouble = reason_against(path)
    if trouble is not None:
        raise DiskTrouble(trouble)


def reason_against(path: Path) -> str | None:
    """Why a workspace cannot be open at `path`, with what to do; None where it can."""
    place = path.absolute().resolve()
    service = _sync_service(place)
    if service is not None:
        words = _(
            "“{name}” lies in a {service} folder. {service} copies files while they are in use, which can damage an open workspace. "
            "Nothing was changed. Copy it to a folder on this computer and open the copy; {service} is a good place for its backups."
        )
        return words.format(name=path.name, service=service)
    if _is_on_network(place):
        words = _(
            "“{name}” lies on a network disk, where an open workspace can be damaged. "
            "Nothing was changed. Copy it to a folder on this computer and open the copy; the network disk is a good place for its backups."
        )
        return words.format(name=path.name)
    return None


def _sync_service(place: Path) -> str | None:
    for part in place.parts:
        folded = part.casefold()
        for start, service in _SYNCED.items():
            if folded.startswith(start):
                return service
    return None


def _is_on_network(place: Path) -> bool:
    if sys.platform == "win32":
        return _is_remote_drive(place)
    return is_network(file_system_of(place, _mounts()))


def is_network(kind: str) -> bool:
    """Whether a kind of file system lies on another computer, or may do so."""
    return kind.startswith(_NETWORK) and kind not in _LOCAL_FUSE


def file_system_of(place: Path, mounts: dict[str, str]) -> str:
    """The kind of file system `place` lies on, by the mount whose path is its longest beginning."""
    for folder in (place, *place.parents):
        if str(folder) in mounts:
            return mounts[str(folder)]
    return ""


def _mounts() -> dict[str, str]:
    """Mount points and their kinds of file system; empty where the system will not say."""
    try:
        if sys.platform == "darwin":
            return _macos_mounts(subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False, timeout=5).stdout)
        return linux_mounts(Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape"))
    except (OSError, subprocess.TimeoutExpired):
        return {}


def linux_mounts(mountinfo: str) -> dict[str, str]:
    """Read `/proc/self/mountinfo`. Source: proc(5): the mount point is the fifth field, the kind follows ` - `."""
    mounts = {}
    for line in mountinfo.splitlines():
        before, _dash, after = line.partition(" - ")
        fields = before.split()
        if len(fields) > 4 and after:
            mounts[fields[4].replace("\\040", " ")] = after.split()[0]
    return mounts


def _macos_mounts(output: str) -> dict[str, str]:
    """Read `mount`: `//host/share on /Volumes/share (smbfs, nodev)`."""
    mounts = {}
    for line in output.splitlines():
        _device, _on, rest = line.partition(" on ")
        point, bracket, kinds = rest.rpartition(" (")
        if bracket:
            mounts[point] = kinds.split(",")[0].rstrip(")")
    return mounts


def _is_remote_drive(place: Path) -> bool:
    if str(place).startswith("\\\\"):
        return True
    import ctypes

    drive_kind = getattr(ctypes, "windll").kernel32.GetDriveTypeW(os.path.splitdrive(place)[0] + "\\")  # noqa: B009
    return bool(drive_kind == 4)  # DRIVE_REMOTE
