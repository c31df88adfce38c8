"""A script that leaves the program: into a file, or to the printer. What it says is rendered before."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping

from vooraf.errors import reason
from vooraf.errors.disk import CannotWrite, FileExists, NotAFile
from vooraf.errors.output import NoPrinter, NoPrintProgram, UnknownEnding
from vooraf.storage.files import sync_folder, to_platter

_ENDINGS = {
    "": "text",
    ".txt": "text",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
}
PATIENCE = 30
"""Seconds that the printing system gets to take a script over."""


def format_of(path: str) -> str:
    """The format that a file's name asks for: ``text``, ``md``, ``html`` or ``json``; text when it has no ending.

    Raises:
        UnknownEnding: its ending is another one.
    """
    ending = os.path.splitext(path)[1].lower()
    if ending not in _ENDINGS:
        raise UnknownEnding(file=path, endings=".txt, .md, .html, .json")
    return _ENDINGS[ending]


def save_text(path: str, text: str, *, force: bool = False) -> str:
    """Write ``text`` to a file as UTF-8, whole or not at all, for its owner alone; gives its absolute path.

    Raises:
        FileExists: there is something at ``path``, and ``force`` doesn't say to overwrite it.
        CannotWrite: the disk refused, or something stands there that is no file; nothing was changed.
    """
    target = os.path.abspath(os.path.expanduser(path))
    try:
        if force:
            target = os.path.realpath(target)  # the file behind a link is meant, not the link
            if os.path.lexists(target) and not stat.S_ISREG(os.stat(target).st_mode):
                raise NotAFile(file=target)
        elif os.path.lexists(target):
            raise FileExists(file=target)
        _write_whole(target, text.encode("utf-8", "replace"), force=force)
    except FileExistsError as error:
        raise FileExists(file=target) from error
    except OSError as error:
        raise CannotWrite(file=target, why=reason(error)) from error
    return target


def make_folder(path: str) -> None:
    """Make a folder for its owner alone, where there is none. Raises CannotWrite."""
    try:
        os.makedirs(path, mode=0o700, exist_ok=True)
    except OSError as error:
        raise CannotWrite(file=path, why=reason(error)) from error


def _write_whole(target: str, content: bytes, *, force: bool) -> None:
    """A temporary file beside the target, on the platter, then under its name in one step."""
    folder, name = os.path.split(target)
    temporary = os.path.join(folder, f".{name[:40]}.{os.getpid()}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            to_platter(file.fileno())
        if force:
            os.replace(temporary, target)
        else:
            _take_new_name(temporary, target)
    except BaseException:
        os.unlink(temporary)
        raise
    sync_folder(folder)


def _take_new_name(temporary: str, target: str) -> None:
    """Rename without overwriting a file that came meanwhile; raises FileExistsError.

    The name is taken first: a hard link would do it in one step, but the file system of a USB stick has none.
    """
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        os.replace(temporary, target)
    except OSError:
        os.unlink(target)
        raise


def print_text(text: str, environ: Mapping[str, str]) -> None:
    """Hand ``text`` to the system's printer, with ``lp`` from the ``PATH`` of ``environ``.

    Raises:
        NoPrinter: there is none, or it refused; the text stands in the file that the error names.
    """
    # shutil costs 2 ms and subprocess 10, and few commands print.
    import shutil  # noqa: PLC0415

    program = shutil.which("lp", path=environ.get("PATH", os.defpath))
    if program is None:
        raise NoPrintProgram(file=_set_down(text))
    refusal = _refusal(program, text, environ)
    if refusal:
        raise NoPrinter(why=refusal, file=_set_down(text))


def _refusal(program: str, text: str, environ: Mapping[str, str]) -> str:
    """Why the printer didn't take it; an empty text when it did."""
    import subprocess  # noqa: PLC0415 - as above

    try:
        done = subprocess.run(  # noqa: S603 - no shell, and the text goes in as input
            [program],
            input=text.encode("utf-8", "replace"),
            env=dict(environ),
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    said = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return "" if done.returncode == 0 else (said or [f"lp: {done.returncode}"])[0]


def _set_down(text: str) -> str:
    """Put the text into a file of the system's temporary folder, for its owner alone."""
    import tempfile  # noqa: PLC0415 - 4 ms, and only without a printer

    try:
        descriptor, path = tempfile.mkstemp(prefix="vooraf-", suffix=".txt")
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as file:
            file.write(text)
    except OSError as error:
        raise CannotWrite(file=tempfile.gettempdir(), why=reason(error)) from error
    return path
