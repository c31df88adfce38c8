"""The keys of this screen, in one or two lines at the bottom; a click on one presses it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual import events
from textual.binding import ActiveBinding
from textual.geometry import Size
from textual.strip import Strip

from vooraf.locale import _
from vooraf.tui.widgets.paint import Line, strip, width_of
from vooraf.tui.widgets.styled import Styled

_NAMES = {
    "question_mark": "?",
    "slash": "/",
    "escape": "esc",
    "backspace": "⌫",
    "ctrl+s": "^s",
    "ctrl+p": "^p",
}
_MORE = "ctrl+p"
"""The palette has every key of the screen, those for which there is no room among them."""

MOST_LINES = 2
Key = tuple[str, str, str]
"""The key, how it is written, what it does."""
Place = tuple[int, int, int, str]
"""The line, the first cell and the one behind the last, and the key that is pressed there."""


class KeyBar(Styled):
    """Draws the bindings that are shown, in their order, as far as they fit."""

    def __init__(self) -> None:
        super().__init__()
        self._places: list[Place] = []
        self._drawn: list[Key] = []

    def on_mount(self) -> None:
        """Draw anew whenever other keys count."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self._draw_others())

    def _draw_others(self) -> None:
        """Draw the keys that count now.

        A layout pass takes as long as all else that a move of the cursor does: only for another height.
        """
        shown = self.shown()
        if shown != self._drawn:
            self._drawn = shown
            self.refresh(layout=len(self._laid_out(self.size.width)) != self.size.height)

    def shown(self) -> list[Key]:
        """The keys to show, those that every screen has behind the screen's own."""
        own, everywhere = self._groups()
        return [*own, *everywhere]

    def _groups(self) -> tuple[list[Key], list[Key]]:
        own: dict[str, Key] = {}
        everywhere: dict[str, Key] = {}
        for key, active in self._in_order(self.screen.active_bindings):
            binding = active.binding
            ours = binding.show and binding.id is not None  # Textual's own speak English alone
            if ours and active.enabled and binding.action not in own | everywhere:
                written = binding.key_display or _NAMES.get(key) or self.app.get_key_display(binding)
                group = everywhere if (binding.id or "").startswith("screen.") else own
                group[binding.action] = (key, written, _(binding.description))
        return list(own.values()), list(everywhere.values())

    def _in_order(self, active: Mapping[str, ActiveBinding]) -> Iterable[tuple[str, ActiveBinding]]:
        """The keys as the screen has them: Textual puts those that the owner chose behind all others."""
        if not self.app._keymap:  # noqa: SLF001 - there is no other way to ask for it
            return active.items()
        nodes = (self.screen.focused or self.screen).ancestors_with_self
        usual = [binding.id for node in nodes for _key, binding in node._bindings]  # noqa: SLF001 - likewise
        place = {name: number for number, name in enumerate(usual)}
        return sorted(active.items(), key=lambda each: place.get(each[1].binding.id, len(place)))

    def _laid_out(self, width: int) -> list[Line]:
        """The keys in lines. Where there is no room for all, the palette takes the place of the own ones' last.

        In a window so small that it would take the place of all of them, they come first.
        """
        own, everywhere = self._groups()
        more = [] if self.screen.is_modal else [(_MORE, _NAMES[_MORE], _("all keys"))]
        with_more = [*more, *everywhere]
        behind = everywhere
        if not _fit([*own, *everywhere], width):
            behind = with_more if own and _fit([own[0], *with_more], width) else everywhere
        while own and not _fit([*own, *behind], width):
            own.pop()
        lines, self._places = _flowed([*own, *behind], width)
        return lines[:MOST_LINES]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Widget's
        """One line, or two where the keys don't fit in one."""
        return len(self._laid_out(width))

    def render_line(self, y: int) -> Strip:
        """One line of keys."""
        lines = self._laid_out(self.size.width)
        line = lines[y] if y < len(lines) else ()
        return strip(line, self.size.width, self.style_named, self.rich_style)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked on."""
        for line, start, end, key in self._places:
            if line == event.y and start <= event.x < end:
                self.app.simulate_key(key)
                return


def _fit(keys: list[Key], width: int) -> bool:
    return len(_flowed(keys, width)[0]) <= MOST_LINES


def _flowed(keys: list[Key], width: int) -> tuple[list[Line], list[Place]]:
    """The keys in as many lines as they need, and where each of them is."""
    lines: list[Line] = [()]
    places = []
    for key, written, description in keys:
        piece: Line = ((" ", ""), (written, "key"), (f" {description} ", ""))
        if lines[-1] and width_of(lines[-1]) + width_of(piece) > width:
            lines.append(())
        start = width_of(lines[-1])
        lines[-1] = (*lines[-1], *piece)
        places.append((len(lines) - 1, start, start + width_of(piece), key))
    return lines, places
