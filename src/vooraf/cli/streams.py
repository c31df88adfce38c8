"""The way out: a terminal, a pipe, a file, or a pipe that nobody reads any longer."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import TextIOWrapper

from vooraf.errors import DONE, VoorafError, reason
from vooraf.errors.command import OutputFailed
from vooraf.locale import _
from vooraf.model.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import TextIO

PIPED_WIDTH = 72
HELP_WIDTH = 80
NARROWEST = 20
BOLD, DIM = "1", "2"
PATIENCE = 0.2
"""Seconds after which work says that it is going on."""


class Streams:
    """Where a command prints. ``columns`` is the terminal's width, or ``None`` where there is no terminal.

    ``ascii_only`` says that signs must be ASCII (``VOORAF_ASCII=1``); ``translate`` makes of a template that may
    name a command the sentence that is printed.
    """

    def __init__(self, stdout: TextIO, stderr: TextIO, environ: Mapping[str, str]) -> None:
        self._stdout = stdout
        self._stderr = stderr
        self.translate: Callable[[str], str] = _
        is_terminal = stdout.isatty()
        self.columns = _columns(stdout, environ) if is_terminal else None
        self.ascii_only = environ.get("VOORAF_ASCII", "") not in ("", "0")
        self._styled = is_terminal and not environ.get("NO_COLOR") and environ.get("TERM", "dumb") != "dumb"
        for stream in (stdout, stderr):
            _make_safe(stream, environ)

    # -- to stdout -------------------------------------------------------------------------------

    def line(self, text: str = "", style: str = "") -> None:
        """Print a line, or several; ``style`` (BOLD, DIM) shows on a terminal alone."""
        shown = visible(text)
        self.write(f"\x1b[{style}m{shown}\x1b[0m\n" if style and self._styled else f"{shown}\n")

    def wrapped(self, text: str, first: str = "", rest: str = "", style: str = "") -> None:
        """Print ``text`` behind ``first``, and on a terminal wrapped at its width behind ``rest``."""
        from vooraf.render.wrap import wrap  # noqa: PLC0415 - a script goes without

        if self.columns is None:
            self.line(first + text, style)
            return
        for line in wrap(visible(text), max(self.columns, len(rest) + NARROWEST), first, rest):
            self.line(line, style)

    def json(self, value: object) -> None:
        """Print ``value`` as JSON."""
        self.write(json_text(value))

    def write(self, text: str) -> None:
        """Print ``text`` as it is; it must be made visible before.

        Raises:
            BrokenPipeError: nobody reads it any longer.
            OutputFailed: it can't be written.
        """
        try:
            self._stdout.write(text)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputFailed(why=reason(error)) from error

    def flush(self) -> None:
        """Have what was printed go out; raises as ``write`` does."""
        try:
            self._stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputFailed(why=reason(error)) from error

    # -- to stderr -------------------------------------------------------------------------------

    def remark(self, sentence: str, hint: str = "") -> None:
        """Tell something beside the output, with what to do about it on the next line."""
        text = f"vooraf: {visible(sentence)}\n" + (f"{visible(hint)}\n" if hint else "")
        with suppress(OSError):  # nobody listens: there is no third way to say so
            self._stderr.write(text)
            self._stderr.flush()

    def fault(self, error: VoorafError) -> None:
        """Tell what went wrong, and what to do about it."""
        self.remark(error.sentence(self.translate), error.hint_line(self.translate))

    def progress(self, doing: str) -> Callable[[int, int], None]:
        """A function that says, on a terminal alone, how far work of some length is: ``doing 40/200``.

        The line is gone when the work is done.
        """
        if not self._stderr.isatty():
            return lambda _done, _whole: None
        from time import monotonic  # noqa: PLC0415 - built in, and for long work alone

        begun = shown = monotonic()

        def tell(done: int, whole: int) -> None:
            nonlocal shown
            now = monotonic()
            if done < whole and now - begun >= PATIENCE and now - shown >= PATIENCE:
                self._pass(f"\r{doing} {done}/{whole}\x1b[K")
                shown = now
            elif done >= whole and shown != begun:
                self._pass("\r\x1b[K")
                shown = begun

        return tell

    def _pass(self, text: str) -> None:
        with suppress(OSError):  # nobody listens
            self._stderr.write(text)
            self._stderr.flush()

    # -- the end ---------------------------------------------------------------------------------

    def close(self, code: int) -> int:
        """Have everything go out, and give the exit code: a closed pipe is no error."""
        try:
            self.flush()
        except BrokenPipeError:
            self._silence()
        except OutputFailed as error:
            self._silence()
            if code == DONE:
                self.fault(error)
                return error.exit_code
        return code

    def _silence(self) -> None:
        """Let what is still in the buffer go nowhere, or Python would complain about it at its end."""
        if self._stdout is sys.stdout:
            os.dup2(os.open(os.devnull, os.O_WRONLY), self._stdout.fileno())


def json_text(value: object) -> str:
    """``value`` as JSON for a file or a pipe, ending with a line break.

    Control and bidi characters stand in it as escapes: visible, and still the same text to a program.
    """
    import json  # noqa: PLC0415 - loaded already where events are; help and faults go without

    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    if visible(text) != text:
        text = "".join(
            char if char == "\n" or visible(char) == char else f"\\u{ord(char):04x}" for char in text
        )
    return text + "\n"


def beside(pieces: Iterable[str]) -> str:
    """Pieces of a line beside each other, empty ones left out."""
    return " · ".join(piece for piece in pieces if piece)


def _columns(stdout: TextIO, environ: Mapping[str, str]) -> int:
    given = environ.get("COLUMNS", "")
    if given.isascii() and given.isdigit() and len(given) < 6:
        return max(int(given), NARROWEST)
    try:
        return max(os.get_terminal_size(stdout.fileno()).columns, NARROWEST)
    except OSError:
        return PIPED_WIDTH


def _make_safe(stream: TextIO, environ: Mapping[str, str]) -> None:
    """No character may stop the printing, whatever the locale.

    ASCII is no choice of anybody: it is what a system says that doesn't know better, so UTF-8 is written.
    Another encoding is kept, and has a question mark for what it lacks.
    """
    if not isinstance(stream, TextIOWrapper):
        return
    unknown = stream.encoding.lower() in ("ascii", "us-ascii", "ansi_x3.4-1968", "646")
    if unknown and not environ.get("PYTHONIOENCODING"):
        stream.reconfigure(encoding="utf-8", errors="replace")
    else:
        stream.reconfigure(errors="replace")
