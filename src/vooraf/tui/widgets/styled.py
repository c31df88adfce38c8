"""Styles by name for widgets that draw their own lines: the theme's colours on the widget's background.

They aren't component classes: Textual looks each of those up for every widget at every start, which cost a
third of the time until the first paint.
"""

from __future__ import annotations

from collections.abc import Mapping

from rich.style import Style
from textual.color import Color
from textual.widget import Widget

from vooraf.model.record import NamedTuple


class Ink(NamedTuple):
    """A colour of the theme (the widget's own when empty), how much of it is seen, and the attributes."""

    colour: str = ""
    seen: float = 1.0
    bold: bool = False
    italic: bool = False


INKS: Mapping[str, Ink] = {
    "title": Ink(bold=True),
    "strong": Ink(bold=True),
    "dim": Ink("foreground", 0.6),
    "must": Ink("error", bold=True),
    "open": Ink("foreground", 0.6),
    "told": Ink("warning"),
    "confirmed": Ink("success"),
    "changed": Ink("error", bold=True),
    "waived": Ink("foreground", 0.6),
    "quote": Ink(italic=True),
    "rule": Ink("foreground", 0.3),
    "key": Ink("accent", bold=True),
}
"""The names that lines are drawn with; an empty name is the widget's own style."""


class Styled(Widget):
    """A widget whose lines are styled by the names in INKS."""

    _looked_up: dict[str, Style] | None = None
    _base: Style | None = None

    @property
    def base_style(self) -> Style:
        """The widget's own style, made once: Textual makes it anew whenever it is asked, which is for every line."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def style_named(self, name: str) -> Style:
        """The style of this name in the theme that is on."""
        if self._looked_up is None:
            colours = self.app.theme_variables
            _base, background = self.background_colors
            self._looked_up = {each: _style(ink, colours, background) for each, ink in INKS.items()}
        return self._looked_up[name]

    def notify_style_update(self) -> None:
        """Forget the styles: the theme, or the widget's own style, has changed."""
        self._looked_up = self._base = None
        super().notify_style_update()


def _style(ink: Ink, colours: Mapping[str, str], background: Color) -> Style:
    if not ink.colour:
        return Style(bold=ink.bold or None, italic=ink.italic or None)
    colour = background.blend(Color.parse(colours[ink.colour]), ink.seen, 1)
    return Style(color=colour.rich_color, bold=ink.bold or None, italic=ink.italic or None)
