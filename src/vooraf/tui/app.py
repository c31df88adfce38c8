"""The program on the screen: wiring only."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.command import CommandPalette, Provider
from textual.dom import DOMNode
from textual.screen import Screen

from vooraf import locale
from vooraf.actions.settings import Settings, keep_settings, settings, settings_path
from vooraf.actions.workspace import Workspace
from vooraf.errors import VoorafError
from vooraf.locale import _
from vooraf.tui.commands import Commands, command_name
from vooraf.tui.screens.base import BaseScreen
from vooraf.tui.screens.home import HomeScreen
from vooraf.tui.themes import DARK, LIGHT
from vooraf.tui.typed import Typed

if TYPE_CHECKING:
    from vooraf.actions.house_rules import Saved

LOOK_EVERY = 1.0
"""Seconds between two looks at the disk: a change from elsewhere is seen within two."""

_BY_SIGNAL = 128
"""What a shell adds to a signal's number to make an exit code of it."""
_HUNG_UP = _BY_SIGNAL + 1


class VoorafApp(App[int]):
    """Opens on the clients, and sees every second whether something else changed them."""

    TITLE = "Vooraf"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {Commands}
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        "app.tcss",
        "widgets/line_list.tcss",
        "widgets/pane.tcss",
        "widgets/key_bar.tcss",
        "widgets/title_bar.tcss",
        "screens/dialog.tcss",
        "screens/words_box.tcss",
        "screens/choice_box.tcss",
        "screens/form_box.tcss",
        "screens/home.tcss",  # of a screen's own file all others are parsed once more: 15 ms of the first paint
    ]

    def __init__(self, workspace: Workspace, chosen: Settings | None = None) -> None:
        super().__init__()
        self.workspace = workspace
        self.settings, self.problems = (chosen, ()) if chosen else settings(workspace)
        self.drafts: dict[str, str] = {}
        self.draft_titles: dict[str, str] = {}
        self.saved_rules: list[Saved] = []
        self.told_on: Screen[Any] | None = None
        self._typed = Typed(self, super().on_event)
        self._begin_in_theme()

    def _begin_in_theme(self) -> None:
        """Set the theme before the styles are parsed: later on they would all be parsed again, 15 ms."""
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        wanted = self.settings.theme if self.settings.theme in self.available_themes else DARK.name
        self.set_reactive(App.theme, wanted)
        self.stylesheet.set_variables(self.get_css_variables())
        mode = "-dark-mode" if self.current_theme.dark else "-light-mode"
        self.add_class(f"-theme-{wanted}", mode, update=False)

    def get_default_screen(self) -> Screen[None]:
        """The first screen, instead of an empty one below it, which would be painted before it."""
        home = HomeScreen()
        home.begin_in(self.size)
        return home

    def on_mount(self) -> None:
        """Set the keys, and look again every now and then."""
        self.set_keymap(dict(self.settings.keys))
        self.set_interval(LOOK_EVERY, self._look_again)
        self.set_timer(LOOK_EVERY, _tidy_from_now_on)
        self._end_when_asked()
        for problem in self.problems:
            self.notify(problem.sentence(_), severity="warning", markup=False)
        if self.settings.keys:
            self.call_after_refresh(self._tell_clashes)

    async def on_event(self, event: events.Event) -> None:
        """Hand a key on when it is its turn, and everything else at once."""
        if isinstance(event, events.Key) and not self.screen_stack:
            return  # typed behind the key that left Vooraf
        if isinstance(event, events.Key) and not event.is_forwarded:
            await self._typed.take(event)
        else:
            await super().on_event(event)

    def _end_when_asked(self) -> None:
        """End in good order on a signal from outside, so that the terminal isn't left as it is used here."""
        if sys.platform != "win32" and not self.is_headless:
            loop = asyncio.get_running_loop()
            for number in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(number, self.exit, _BY_SIGNAL + number)

    def _look_again(self) -> None:
        if not self.is_headless and not os.isatty(0):
            self.exit(_HUNG_UP)  # the terminal is gone, and nobody said so: nothing would ever end this
            return
        for screen in reversed(self.screen_stack):
            if isinstance(screen, BaseScreen):
                screen.look_again()
                return

    def handle_bindings_clash(self, clashed_bindings: set[Binding], node: DOMNode) -> None:
        """Tell nothing here: Textual asks on each screen, and by then it has been told at the start."""

    def _tell_clashes(self) -> None:
        from vooraf.tui.key_clashes import sentences  # noqa: PLC0415 - with every screen, for who has keys of their own

        chosen = self._normalize_keymap(self.settings.keys)
        for said in sentences(chosen, settings_path(self.workspace.config())):
            self.notify(said, severity="warning", markup=False, timeout=20)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The commands of the palette: the keys of this screen, the settings, quitting."""
        told = set()
        for active in screen.active_bindings.values():
            binding = active.binding
            if binding.show and binding.description and binding.action not in told:
                told.add(binding.action)
                key = binding.key_display or self.get_key_display(binding)
                press = partial(self.simulate_key, binding.key)
                yield SystemCommand(command_name(binding), _("Key: {key}").format(key=key), press)
        if "settings" not in told:
            yield SystemCommand(_("Settings"), _("Language, colours, where the data are"), self.open_settings)

    def get_key_display(self, binding: Binding) -> str:
        """How a key is written; the one that has no sign of its own, in the user's language."""
        return _("space") if binding.key == "space" else super().get_key_display(binding)

    def action_command_palette(self) -> None:
        """Show all commands."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=_("Search for a command…")))

    def action_help_quit(self) -> None:
        """Say how to leave: ctrl+c is a habit of the fingers, and ends nothing."""
        self.notify(_("ctrl+q leaves Vooraf."), markup=False)

    async def action_quit(self) -> None:
        """Leave; where texts weren't saved, ask first."""
        if not self.drafts and len(self.screen_stack) == 1:
            self.exit()
            return
        from vooraf.tui.screens.leaving import leave  # noqa: PLC0415 - seldom, and with the box for text: 12 ms

        leave(self)

    def name_draft(self, place: str, title: str) -> None:
        """Remember what the text is called that is a draft under ``place``, and whom it is about."""
        whom = next(screen.whom for screen in reversed(self.screen_stack) if isinstance(screen, BaseScreen))
        self.draft_titles[place] = f"{title} · {whom}" if whom else title

    def open_settings(self) -> None:
        """Open the settings."""
        from vooraf.tui.screens.settings import SettingsScreen  # noqa: PLC0415 - not for the first paint

        if not isinstance(self.screen, SettingsScreen):
            self.push_screen(SettingsScreen())

    # -- settings --------------------------------------------------------------------------------

    def speak(self, language: str, setting: str | None = None) -> None:
        """Speak ``language`` on every screen from now on.

        ``setting`` is what is kept: the language, unless it is to follow the system's (an empty text).
        """
        locale.choose(language)
        self._keep(self.settings._replace(language=language if setting is None else setting))
        for screen in self.screen_stack:
            if isinstance(screen, BaseScreen):
                screen.speak_again()

    def paint_in(self, theme: str) -> None:
        """Paint in the colours of ``theme`` from now on."""
        self.theme = theme
        self._keep(self.settings._replace(theme=theme))

    def _keep(self, chosen: Settings) -> None:
        self.settings = chosen
        try:
            keep_settings(self.workspace, chosen)
        except VoorafError as error:  # it counts until the end of this run all the same
            self.notify(error.sentence(_), severity="error", markup=False)


def _tidy_from_now_on() -> None:
    """Look for cycles again, which nobody does until the first paint, but never through what is there by now.

    Else each of the first looks would take 50 ms, all of Textual's classes among what it goes through.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def run(workspace: Workspace) -> int:
    """Open the screen; the screens' language is chosen before. Gives the exit code."""
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    return VoorafApp(workspace).run() or 0
