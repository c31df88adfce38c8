"""What every screen of Vooraf has: a title, a bar of keys, the workspace, and one way to act and to fail."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget

from vooraf.actions.workspace import Workspace
from vooraf.errors import N_, VoorafError
from vooraf.errors.diary import EventsMissing
from vooraf.locale import _
from vooraf.model.visible import visible
from vooraf.tui.why_not import SENTENCES
from vooraf.tui.widgets.key_bar import KeyBar
from vooraf.tui.widgets.pane import Pane
from vooraf.tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from vooraf.tui.app import VoorafApp

Result = TypeVar("Result")


class BaseScreen(Screen[None]):
    """A screen with a title on top and its keys below; a subclass gives the body."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+left", "back", N_("back"), key_display="esc", id="screen.back"),
        Binding("question_mark", "help", N_("help"), key_display="?", id="screen.help"),
        Binding("f1", "help", N_("help"), id="screen.help-in-text"),
        Binding("q,ctrl+q", "app.quit", N_("quit"), key_display="q", id="screen.quit"),
    ]

    @property
    def vooraf(self) -> VoorafApp:
        """The program."""
        return cast("VoorafApp", self.app)

    @property
    def workspace(self) -> Workspace:
        """The data folder with its checklists and rules."""
        return self.vooraf.workspace

    @property
    def whom(self) -> str:
        """The client that this screen is about; empty when it is about nobody alone."""
        return ""

    def compose(self) -> ComposeResult:
        """The title, the body, the keys."""
        yield TitleBar()
        yield from self.body()
        yield KeyBar()

    def body(self) -> Iterable[Widget]:
        """The widgets between title and keys."""
        raise NotImplementedError

    def title_shows(self, left: str, right: str = "") -> None:
        """Show other texts in the title."""
        self.query_one(TitleBar).show(left, right)

    def attempt(self, action: Callable[[], Result], refused: str = "") -> Result | None:
        """What ``action`` gives; when it fails with a fault of the owner's world, that is told instead.

        The screen then still shows the old state, which is the true one. ``refused`` is a sentence that is told
        behind the fault: what becomes of what the owner wanted to save.
        """
        try:
            return action()
        except VoorafError as error:
            self.tell_fault(error, refused)
            return None

    def tell_fault(self, error: VoorafError, refused: str = "") -> None:
        """Tell a fault: its sentence, what to do next, ``refused``; where the owner has to choose, ask."""
        if isinstance(error, EventsMissing):
            self.run_worker(self.ask_about_missing((str(error.data["client"]),), refused))
            return
        said = (error.sentence(_), error.hint_line(_), refused)
        self.tell("\n".join(filter(None, said)), severe=True)

    async def ask_about_missing(self, clients: Sequence[str], refused: str | None = None) -> None:
        """Ask what is to be done about the events that these clients' diaries lack; runs in a worker.

        ``refused`` is ``None`` when nothing was to be saved, else what is told about it; empty for the usual.
        """
        from vooraf.tui.screens.missing import ask_about_missing  # noqa: PLC0415 - seldom, and a ring otherwise

        if await ask_about_missing(self, clients, refused):
            self.read_anew()

    async def ask_about_versions(self, clients: Sequence[str], first: str = "") -> None:
        """Ask which versions count of events that stand in these clients' diaries in two; runs in a worker.

        The event with the id ``first`` is asked about before the others.
        """
        from vooraf.tui.screens.versions import ask_about_versions  # noqa: PLC0415 - likewise

        if await ask_about_versions(self, clients, first):
            self.read_anew()

    def read_anew(self) -> None:
        """Called when diaries were changed by something else than this screen's own keys."""
        self.look_again()

    def tell(self, message: str, *, severe: bool = False) -> None:
        """Tell something in a corner of the screen, as text and never as markup; it takes the last one's place."""
        self.app.clear_notifications()  # a pile of them hides the half of a small screen
        stack = self.app.screen_stack
        self.vooraf.told_on = None if severe else self if self in stack else stack[-1]
        self.app.notify(
            visible(message),
            severity="error" if severe else "information",
            timeout=8 if severe else 5,
            markup=False,
        )

    def on_screen_suspend(self) -> None:
        """Tell no longer on another screen what was told on this one: a key that it names does something else there."""
        if self.vooraf.told_on is self and not self.app.screen.is_modal:
            self.app.clear_notifications()

    def on_key(self, event: events.Key) -> None:
        """Say why a key of this screen does nothing now; one that does something goes on to it."""
        for binding in self._bound_to(event.key):
            action = binding.action.partition("(")[0]
            if "." in action or self.check_action(action, ()):
                return
        said = (self.why_not(binding.id or "") for binding in self._bound_to(event.key))
        if why := next(filter(None, said), ""):
            self.tell(_(why))
            event.stop()

    def _bound_to(self, key: str) -> list[Binding]:
        bound, chosen = self._bindings, self.vooraf.settings.keys
        if chosen:
            bound = bound.copy()
            bound.apply_keymap(dict(chosen))
        return bound.key_to_bindings.get(key, [])

    def key(self, binding_id: str, usual: str) -> str:
        """The key of a binding, as the settings have it; for sentences that name it."""
        return self.vooraf.settings.keys.get(binding_id, usual)

    def why_not(self, binding_id: str) -> str:
        """In English, why this key does nothing now; empty when there is nothing to say."""
        return SENTENCES.get(binding_id, "")

    def look_again(self) -> None:
        """Called every second: see whether another window or program changed what is shown."""

    def speak_again(self) -> None:
        """Say everything anew: the language was changed. A screen that keeps sentences does more."""
        for bar in self.query(KeyBar):
            bar.refresh(layout=True)
        for pane in self.query(Pane):
            pane.draw_again()

    def action_back(self) -> None:
        """Go back to the screen before."""
        self.app.pop_screen()

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from vooraf.tui.screens.help import HelpScreen  # noqa: PLC0415 - a ring otherwise: help is a screen too

        self.app.push_screen(HelpScreen.of(self))
