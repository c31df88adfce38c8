"""Where the data live, and whether they can be read and written."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from typing import NamedTuple

from vooraf.errors import FolderIsFile, FolderUnreadable, FolderUnwritable


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
    chosen = option or environ.get("VOORAF_DATA")
    if not chosen:
        # 21 ms, so only when nothing else says where.
        from platformdirs import user_data_path  # noqa: PLC0415

        chosen = str(user_data_path("vooraf", appauthor=False))
    return DataFolder(os.path.abspath(os.path.expanduser(chosen)))


def check_readable(folder: DataFolder) -> None:
    """Make sure that the folder can be read, or isn't there yet.

    Raises:
        FolderIsFile: it is a file, or lies behind one.
        FolderUnreadable: it can't be entered or listed.
    """
    for path in (folder.root, folder.clients):
        try:
            os.listdir(path)
        except FileNotFoundError:
            return
        except NotADirectoryError as error:
            raise FolderIsFile(folder=folder.root, file=_file_in_the_way(path)) from error
        except OSError as error:
            raise FolderUnreadable(folder=path, why=error.strerror or str(error)) from error


def _file_in_the_way(path: str) -> str:
    """The nearest part of the path that is there and is no folder."""
    while path != os.path.dirname(path):
        try:
            if not stat.S_ISDIR(os.stat(path).st_mode):
                break
        except OSError:
            pass  # behind the file nothing can be looked at: go up to it
        path = os.path.dirname(path)
    return path


def check_writable(folder: DataFolder) -> None:
    """Make sure that a folder that is there can be written.

    Raises:
        FolderUnwritable: it can't.
    """
    for path in (folder.root, folder.clients):
        if os.path.isdir(path) and not os.access(path, os.W_OK | os.X_OK):
            raise FolderUnwritable(folder=path, why=os.strerror(13).lower())


def make_private(path: str) -> None:
    """Make a folder, and those above it that aren't there, for its owner alone, whatever the umask.

    Raises:
        FolderIsFile: a file is in the way.
        FolderUnwritable: it can't be made.
    """
    if os.path.isdir(path):
        return
    parent = os.path.dirname(path)
    if parent != path:
        make_private(parent)
    try:
        os.mkdir(path, 0o700)
        os.chmod(path, 0o700)
    except FileExistsError as error:
        if not os.path.isdir(path):
            raise FolderIsFile(folder=path, file=_file_in_the_way(path)) from error
    except NotADirectoryError as error:
        raise FolderIsFile(folder=path, file=_file_in_the_way(path)) from error
    except OSError as error:
        raise FolderUnwritable(folder=path, why=error.strerror or str(error)) from error
