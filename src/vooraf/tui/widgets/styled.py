"""Styles by name for widgets that draw their own lines: component classes, looked up once a theme."""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget

from vooraf.tui.widgets.paint import STYLES


class Styled(Widget):
    """A widget whose lines are styled by the names in STYLES."""

    COMPONENT_CLASSES = {f"line--{name}" for name in STYLES}  # noqa: RUF012 - as Textual declares it

    _looked_up: dict[str, Style] | None = None

    def style_named(self, name: str) -> Style:
        """The style of this name in the theme that is on."""
        if self._looked_up is None:
            self._looked_up = {each: self._ink(f"line--{each}") for each in STYLES}
        return self._looked_up[name]

    def _ink(self, component: str) -> Style:
        """The colour as it is on this widget's background, and the attributes; no background of its own."""
        style = self.get_component_rich_style(component)
        return Style(color=style.color) + style.without_color

    def notify_style_update(self) -> None:
        """Forget the styles: the theme, or the widget's own style, has changed."""
        self._looked_up = None
        super().notify_style_update()
