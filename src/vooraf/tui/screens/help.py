"""The keys of the screen before it, from the bindings themselves; and what the signs mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Self

from textual.screen import Screen

from vooraf.locale import _
from vooraf.tui.screens.lines_box import LinesBox
from vooraf.tui.widgets.in_short import legend
from vooraf.tui.widgets.paint import Line, fitted, paragraph

_KEYS = 16


class HelpScreen(LinesBox):
    """Every key that works there, with what it does: those that the key bar shows first."""

    @classmethod
    def of(cls, screen: Screen[Any]) -> Self:
        """The help of a screen."""
        keys = keys_of(screen)
        return cls(_("Keys of this screen"), lambda width: help_lines(keys, width))


def keys_of(screen: Screen[Any]) -> list[tuple[str, str]]:
    """The keys that count on a screen, and in English what they do; those of Textual itself are left out."""
    written: dict[str, tuple[bool, list[str], str]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.id and binding.description:
            said = binding.tooltip or binding.description
            _hidden, keys, _said = written.setdefault(binding.action, (not binding.show, [], said))
            shown = binding.key_display or screen.app.get_key_display(binding)
            keys.extend([shown] if shown not in keys else [])
    in_order = sorted(written.values(), key=lambda each: each[0])
    return [(" ".join(keys), said) for _hidden, keys, said in in_order]


def help_lines(keys: list[tuple[str, str]], width: int) -> Iterator[Line]:
    """The keys, a line each; the signs below."""
    for key, said in keys:
        yield ((fitted(key, _KEYS), "key"), (fitted(_(said), width - _KEYS).rstrip(), ""))
    yield ((fitted("ctrl+p", _KEYS), "key"), (_("all commands"), ""))
    yield ()
    yield from paragraph(legend(), width, "dim")
