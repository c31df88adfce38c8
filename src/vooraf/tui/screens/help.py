"""The keys of the screen before it, from the bindings themselves; and what the signs mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, Self

from textual.screen import Screen

from vooraf.locale import _
from vooraf.tui.screens.lines_box import LinesBox
from vooraf.tui.widgets.in_short import legend
from vooraf.tui.widgets.paint import Line, fitted, paragraph, spread, width_of

_KEYS = 16
_ROOM_FOR_IDS = 60


class Key(NamedTuple):
    """How it is ``written``, in English what it does, and the id that it has in the settings."""

    written: str
    said: str
    id: str


class HelpScreen(LinesBox):
    """Every key that works there, with what it does: those that the key bar shows first."""

    @classmethod
    def of(cls, screen: Screen[Any]) -> Self:
        """The help of a screen."""
        keys = keys_of(screen)
        return cls(_("Keys of this screen"), lambda width: help_lines(keys, width))


def keys_of(screen: Screen[Any]) -> list[Key]:
    """The keys that count on a screen; those of Textual itself are left out."""
    written: dict[str, tuple[bool, list[str], str, str]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.id and binding.description:
            said = binding.tooltip or binding.description
            _hidden, keys, *_rest = written.setdefault(
                binding.action, (not binding.show, [], said, binding.id)
            )
            shown = binding.key_display or screen.app.get_key_display(binding)
            keys.extend([shown] if shown not in keys else [])
    in_order = sorted(written.values(), key=lambda each: each[0])
    return [Key(" ".join(keys), said, name) for _hidden, keys, said, name in in_order]


def help_lines(keys: list[Key], width: int) -> Iterator[Line]:
    """The keys, a line each, with the ids that the settings know them by; the signs below."""
    for key in keys:
        yield from _key_line(key, width)
    yield ((fitted("ctrl+p", _KEYS), "key"), (_("all commands"), ""))
    yield ()
    yield from paragraph(legend(), width, "dim")


def _key_line(key: Key, width: int) -> Iterator[Line]:
    """A key with its id at the right; below it where there is no room, and nowhere on a narrow screen."""
    line: Line = ((fitted(key.written, _KEYS), "key"), (fitted(_(key.said), width - _KEYS).rstrip(), ""))
    name: Line = ((key.id, "dim"),)
    if width < _ROOM_FOR_IDS:
        yield line
    elif width_of(line) + width_of(name) < width:
        yield spread(line, name, width)
    else:
        yield line
        yield spread((), name, width)
