"""This device's settings: what is chosen counts at once, and is kept."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Label, Select

from vooraf.actions.settings import SCREEN_LANGUAGES, settings_path
from vooraf.errors import N_
from vooraf.locale import _, wanted
from vooraf.tui.screens.base import BaseScreen
from vooraf.tui.screens.set_up import SCREEN_NAMES, house_steps
from vooraf.tui.themes import DARK, LIGHT
from vooraf.tui.widgets.paint import Line, findable, paragraph, safe
from vooraf.tui.widgets.pane import Pane

SYSTEM = "system"
_OURS = {DARK.name: N_("Vooraf, dark"), LIGHT.name: N_("Vooraf, light")}


class SettingsScreen(BaseScreen):
    """Language and theme; where the data and the settings are; the house rules' steps once more."""

    CSS_PATH = "settings.tcss"
    AUTO_FOCUS = "#language"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "house", N_("trade and usual values"), id="settings.house"),
    ]

    def body(self) -> Iterable[Widget]:
        """Two choices, and what there is to know."""
        chosen = self.vooraf.settings
        languages = [
            (SYSTEM, _("as the system has it")),
            *((key, SCREEN_NAMES[key]) for key in SCREEN_LANGUAGES),
        ]
        themes = [(name, _(_OURS.get(name, name))) for name in self._themes()]
        yield from self._choice("language", _("Language"), languages, chosen.language or SYSTEM)
        yield from self._choice("theme", _("Colours"), themes, self.app.theme)
        yield Pane(id="places")

    @staticmethod
    def _choice(name: str, label: str, choices: list[tuple[str, str]], value: str) -> Iterable[Widget]:
        with Horizontal(classes="setting"):
            yield Label(safe(label))
            options = [(findable(text), key) for key, text in choices]
            yield Select(options, value=value, allow_blank=False, compact=True, id=name)

    def _themes(self) -> list[str]:
        return [*_OURS, *sorted(name for name in self.app.available_themes if name not in _OURS)]

    def on_mount(self) -> None:
        """Show where things are."""
        self.title_shows(_("Settings"))
        self.query_one("#places", Pane).show(self._places)

    def _places(self, width: int) -> Iterator[Line]:
        workspace = self.workspace
        file = settings_path(workspace.config())
        yield ((_("Your data"), "dim"),)
        yield from paragraph(workspace.folder.root, width, "strong", "  ")
        told = _("Everything you made, and nothing else: copy this folder, and you have a backup.")
        yield from paragraph(told, width, "", "  ")
        yield ()
        yield ((_("The settings of this device"), "dim"),)
        yield from paragraph(file, width, "strong", "  ")
        if not os.path.exists(file):
            yield from paragraph(_("It is made when you change something here."), width, "", "  ")
        yield from paragraph(_("Other keys go there too, for instance:"), width, "", "  ")
        yield (("    [keys]", "quote"),)
        yield (('    "client.tell" = "v"', "quote"),)

    @on(Select.Changed, "#language")
    def choose_language(self, event: Select.Changed) -> None:
        """Speak another language from now on, everywhere."""
        language = "" if event.value == SYSTEM else str(event.value)
        if language != self.vooraf.settings.language:
            self.vooraf.speak(wanted(None, language, os.environ), language)

    @on(Select.Changed, "#theme")
    def choose_theme(self, event: Select.Changed) -> None:
        """Paint in other colours from now on."""
        if event.value != self.app.theme:
            self.vooraf.paint_in(str(event.value))

    def speak_again(self) -> None:
        """Build the screen anew: its choices are words."""
        self.call_later(self._recompose)

    async def _recompose(self) -> None:
        await self.recompose()
        self.on_mount()
        self.query_one("#language").focus()

    def action_house(self) -> None:
        """Go through trade and usual values once more."""
        self.run_worker(house_steps(self))
