from __future__ import annotations

from pathlib import Path

import pytest

from coproduce.errors import DiskTrouble
from coproduce.storage.places import file_system_of, is_network, linux_mounts, reason_against
from coproduce.storage.workspace_file import WorkspaceFile

MOUNTINFO = """\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
40 22 0:35 / /mnt/office\\040files rw shared:2 - cifs //server/share rw
41 22 0:36 / /home/ann/remote rw - fuse.sshfs ann@host:/ rw
42 22 0:37 / /srv rw - nfs4 host:/srv rw
43 22 8:1 / /media/stick rw - fuseblk /dev/sda1 rw
44 42 8:2 / /srv/local rw - xfs /dev/sdb1 rw
"""


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Garden Trust", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Dropbox (Personal)", "Dropbox"),
        ("Google Drive", "Google Drive"),
        ("GoogleDrive-ann@example.org", "Google Drive"),
        ("iCloud Drive", "iCloud"),
        ("com~apple~CloudDocs", "iCloud"),
    ],
)
def test_a_folder_that_is_copied_by_another_program_is_refused_and_a_copy_offered(tmp_path, folder, service):
    path = tmp_path / folder / "deeper" / "garden.coproduce"
    path.parent.mkdir(parents=True)
    with pytest.raises(DiskTrouble, match=rf"{service} folder.*Copy it to a folder on this computer.*good place for its backups"):
        WorkspaceFile.create(path)
    WorkspaceFile.create(tmp_path / "garden.coproduce").close()
    (tmp_path / "garden.coproduce").rename(path)
    with pytest.raises(DiskTrouble, match=f"{service} folder"):
        WorkspaceFile.open(path)
    WorkspaceFile.open(path, read_only=True).close()
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_backups_may_lie_in_such_a_folder(workspace, tmp_path):
    assert workspace.backup(tmp_path / "Dropbox" / "backups").exists()


def test_an_ordinary_folder_will_do(tmp_path):
    assert reason_against(tmp_path / "garden.coproduce") is None
    assert reason_against(Path("/home/ann/Documents/Drive through/garden.coproduce")) is None


@pytest.mark.parametrize(
    ("place", "kind", "network"),
    [
        ("/home/ann/garden.coproduce", "ext4", False),
        ("/mnt/office files/team/garden.coproduce", "cifs", True),
        ("/home/ann/remote/garden.coproduce", "fuse.sshfs", True),
        ("/srv/garden.coproduce", "nfs4", True),
        ("/srv/local/garden.coproduce", "xfs", False),
        ("/media/stick/garden.coproduce", "fuseblk", False),
    ],
)
def test_a_network_disk_is_known_by_the_mount_it_lies_on(place, kind, network):
    found = file_system_of(Path(place), linux_mounts(MOUNTINFO))
    assert found == kind
    assert is_network(found) is network
