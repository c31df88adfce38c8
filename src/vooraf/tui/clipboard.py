"""A text to the clipboard: a tool of this computer first, then the terminal.

What a tool took is known to be copied. What goes to the terminal (OSC 52) isn't: macOS Terminal and a bare
tmux drop it without a word. So the two are told apart, and a screen can say what is true.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
from collections.abc import Mapping

from textual.app import App

from vooraf.model.record import NamedTuple

PATIENCE = 2.0
"""Seconds that a tool gets; one without its display can wait for ever."""

MOST_FOR_A_TERMINAL = 74_000
"""Bytes that go over OSC 52; xterm, and many after it, take no more and say nothing."""

COPIED, SENT, NOWHERE = "copied", "sent", "nowhere"
"""A tool took it; it was sent to the terminal, and nobody knows more; there is no clipboard to send it to."""


class Tool(NamedTuple):
    """A program that puts its standard input on the clipboard, and the encoding that it reads."""

    command: tuple[str, ...]
    encoding: str = "utf-8"


def tools(environ: Mapping[str, str]) -> tuple[Tool, ...]:
    """The tools that could reach the clipboard of who sits at this screen, the likeliest first.

    At the other end of an ssh connection pbcopy and clip.exe would fill the clipboard of a computer that
    nobody is looking at; a display that was forwarded is at the right end.
    """
    found = []
    if not environ.get("SSH_CONNECTION"):
        found.append(Tool(("pbcopy",)))
    if environ.get("WAYLAND_DISPLAY"):
        found.append(Tool(("wl-copy",)))
    if environ.get("DISPLAY"):
        found += [Tool(("xclip", "-selection", "clipboard")), Tool(("xsel", "--clipboard", "--input"))]
    if not environ.get("SSH_CONNECTION"):
        found.append(Tool(("clip.exe",), "utf-16"))
    return tuple(found)


def taken_by_a_tool(text: str, environ: Mapping[str, str]) -> bool:
    """Whether a tool of this computer took ``text``. Each that is installed can take as long as PATIENCE."""
    for tool in tools(environ):
        program = shutil.which(tool.command[0], path=environ.get("PATH"))
        if program and _took(program, tool, text, environ):
            return True
    return False


def _took(program: str, tool: Tool, text: str, environ: Mapping[str, str]) -> bool:
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command, its full path, no shell; the text is its input
            [program, *tool.command[1:]],
            input=text.encode(tool.encoding, "replace"),
            env={"LC_CTYPE": "UTF-8", **environ},  # without it pbcopy reads Mac Roman
            stdout=subprocess.DEVNULL,  # xclip stays behind with what it inherits
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def sent_to_terminal(app: App[int], text: str, environ: Mapping[str, str]) -> bool:
    """Send ``text`` to the terminal; ``False`` where it is known that nothing would come of it."""
    deaf = environ.get("TERM") in ("linux", "dumb") or environ.get("TERM_PROGRAM") == "Apple_Terminal"
    if deaf or len(text.encode("utf-8", "replace")) * 4 > MOST_FOR_A_TERMINAL * 3:
        return False
    app.copy_to_clipboard(text)
    return True


async def copy(app: App[int], text: str) -> str:
    """Copy ``text``; gives COPIED, SENT or NOWHERE. The screen stays alive meanwhile."""
    if await asyncio.to_thread(taken_by_a_tool, text, os.environ):
        return COPIED
    return SENT if sent_to_terminal(app, text, os.environ) else NOWHERE
