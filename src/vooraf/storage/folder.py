"""Where the data live, and whether they can be read and written."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping

from vooraf.errors import reason
from vooraf.errors.disk import FolderIsFile, FolderUnreadable, FolderUnwritable, StateUnwritable
from vooraf.model.record import NamedTuple
from vooraf.storage.files import sync_folder
from vooraf.storage.places import user_folder


class DataFolder(NamedTuple):
    """The folder with what the owner made, and nothing else. ``root`` is an absolute path."""

    root: str

    @property
    def rules(self) -> str:
        """The house rules."""
        return os.path.join(self.root, "house-rules.toml")

    @property
    def checklists(self) -> str:
        """The owner's own checklists."""
        return os.path.join(self.root, "checklists")

    @property
    def talks(self) -> str:
        """The owner's own talks."""
        return os.path.join(self.root, "talks")

    @property
    def clients(self) -> str:
        """The diaries."""
        return os.path.join(self.root, "clients")


def locate(option: str | None, environ: Mapping[str, str]) -> DataFolder:
    """The data folder: ``option`` (``--data``), else ``$VOORAF_DATA``, else where the system keeps data."""
    chosen = option or environ.get("VOORAF_DATA") or user_folder("data")
    return DataFolder(os.path.abspath(os.path.expanduser(chosen)))


def check_readable(folder: DataFolder) -> None:
    """Make sure that the folder can be read, or isn't there yet.

    Raises:
        FolderIsFile: it is a file, or lies behind one.
        FolderUnreadable: it can't be entered or listed.
    """
    for path in (folder.root, folder.clients):
        try:
            with os.scandir(path):
                continue
        except FileNotFoundError:
            return
        except NotADirectoryError as error:
            raise FolderIsFile(folder=folder.root, file=_nearest(path)) from error
        except OSError as error:
            raise FolderUnreadable(folder=path, why=reason(error)) from error


def _nearest(path: str) -> str:
    """The longest part of the path that is there, be it a link that leads nowhere."""
    while not os.path.lexists(path) and path != os.path.dirname(path):
        path = os.path.dirname(path)
    return path


def check_writable(folder: DataFolder) -> None:
    """Make sure that the folder can be written, or made where it isn't there yet.

    Raises:
        FolderUnwritable: it can't.
    """
    for path in (folder.root, folder.clients):
        there = _nearest(path)
        if os.path.isdir(there) and not os.access(there, os.W_OK | os.X_OK):
            raise FolderUnwritable(folder=path, why=os.strerror(errno.EACCES).lower())


def make_private(path: str) -> None:
    """Make a folder, and those above it that aren't there, for its owner alone, whatever the umask.

    Raises:
        FolderIsFile: a file is in the way.
        FolderUnwritable: it can't be made.
    """
    path = os.path.abspath(path)
    if os.path.isdir(path):
        return
    above = os.path.dirname(path)
    if above != path:  # else it is the root, of a drive that isn't there
        make_private(above)
    try:
        os.mkdir(path, 0o700)
        os.chmod(path, 0o700)
        sync_folder(above)  # or a power cut takes a diary away with the new folder that it stands in
    except FileExistsError as error:
        if not os.path.isdir(path):
            raise FolderIsFile(folder=path, file=_nearest(path)) from error
    except NotADirectoryError as error:
        raise FolderIsFile(folder=path, file=_nearest(path)) from error
    except OSError as error:
        raise FolderUnwritable(folder=path, why=reason(error)) from error


def make_state(path: str) -> None:
    """Make a folder of this device's state in the same way.

    Raises:
        StateUnwritable: it can't be made.
    """
    try:
        make_private(path)
    except (FolderIsFile, FolderUnwritable) as error:
        raise StateUnwritable(folder=path, why=error.data.get("why") or os.strerror(errno.ENOTDIR)) from error
