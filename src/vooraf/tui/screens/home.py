"""The first screen: the clients, and what can be done with the one under the cursor."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.widgets import Input

from vooraf.actions.missing import concerned
from vooraf.actions.setting_up import is_first_start
from vooraf.actions.undoing import Undone, redo, undo
from vooraf.errors import N_, VoorafError
from vooraf.locale import _
from vooraf.locale.event_words import batch_line
from vooraf.tui.screens.of_everyone import OfEveryoneScreen
from vooraf.tui.widgets.filter_box import FilterBox
from vooraf.tui.widgets.home_lines import problem_lines, problem_sentences

if TYPE_CHECKING:
    from vooraf.tui.screens.form_box import Given

_FIND = N_("look for a name, a wish or a note")
_ARCHIVED = N_("show the archived clients too, or no longer")
_PROBLEMS = N_("everything that is wrong with files")
_REDO = N_("do again what was taken back last")
_CHANGES = N_("what has changed since you told it")
TURNS = 3
"""So many turns of the loop until each widget has said that it changed: all are painted in one frame then.

Else the letter is painted first, and the list a whole frame later.
"""
_NEEDS_CLIENT = ("script", "meeting", "changes", "due", "undo", "redo", "filter")


class HomeScreen(OfEveryoneScreen):
    """The keys of the first screen."""

    AUTO_FOCUS = "ClientList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+left", "back", N_("show everyone"), key_display="esc", id="screen.back"),
        Binding("escape", "stop_reading", N_("stop reading"), show=False, id="home.stop"),
        Binding("n", "new", N_("new"), id="home.new", tooltip=N_("open a new client")),
        Binding(
            "s", "script", N_("script"), id="home.script", tooltip=N_("the check-in or the letter, to print")
        ),
        Binding("m", "meeting", N_("meeting"), id="home.meeting", tooltip=N_("lead the meeting")),
        Binding("d", "due", N_("due"), id="home.due", tooltip=N_("everything that waits for you")),
        Binding("slash", "filter", N_("filter"), key_display="/", id="home.filter", tooltip=_FIND),
        Binding("a", "archived", N_("archived"), id="home.archived", tooltip=_ARCHIVED),
        Binding(
            "exclamation_mark",
            "problems",
            N_("problems"),
            key_display="!",
            id="home.problems",
            tooltip=_PROBLEMS,
        ),
        Binding(
            "H",
            "house_rules",
            N_("house rules"),
            key_display="H",
            id="home.rules",
            tooltip=N_("your values and wordings, for every client"),
        ),
        Binding("C", "changes", N_("changes"), key_display="C", id="home.changes", tooltip=_CHANGES),
        Binding("u", "undo", N_("undo"), id="home.undo", tooltip=N_("take back what was done last")),
        Binding("U", "redo", N_("redo"), key_display="U", id="home.redo", tooltip=_REDO),
        Binding(
            "comma",
            "settings",
            N_("settings"),
            key_display=",",
            id="home.settings",
            tooltip=N_("settings: language, colours, where the data are"),
        ),
        Binding("up", "move(-1)", N_("up"), show=False, id="filter.up"),
        Binding("down", "move(1)", N_("down"), show=False, id="filter.down"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which keys count now: none that has nothing to work on."""
        if action in _NEEDS_CLIENT:
            return bool(self.everybody) and not (action == "filter" and self.query_one(FilterBox).has_focus)
        if action == "back":
            return self.query_one(FilterBox).has_class("-on")
        if action == "stop_reading":
            return self.reading.goes_on and not self.query_one(FilterBox).has_class("-on")
        if action == "archived":
            return bool(self.everybody and self.everybody.resting)
        if action == "problems":
            return bool(problem_sentences(self.problems))
        return super().check_action(action, parameters)

    def why_not(self, binding_id: str) -> str:
        """In English, why this key does nothing now."""
        if self.reading.goes_on and binding_id.startswith("home."):
            return N_("One moment: Vooraf is still reading your clients.")
        return super().why_not(binding_id)

    # -- the first start and new clients ---------------------------------------------------------

    def first_read(self) -> None:
        """Lead through the first steps when there is nothing yet; ask what only the owner can decide."""
        if not self._choose() and not self.everybody and is_first_start(self.workspace):
            self.run_worker(self._first_steps())

    def _choose(self) -> bool:
        """Ask what only the owner can decide; whether there is such a thing."""
        told = () if isinstance(self.problems, VoorafError) else self.problems
        lacking = concerned(told)
        twofold: tuple[str, ...] = ()
        if told:
            from vooraf.actions.versions import in_question  # noqa: PLC0415 - 2 ms, and seldom

            twofold = in_question(told)
        if lacking or twofold:
            self.run_worker(self._ask(lacking, twofold))
        return bool(lacking or twofold)

    def _read_them(self, _: None) -> None:
        self._choose()

    async def _ask(self, lacking: Sequence[str], twofold: Sequence[str]) -> None:
        if lacking:
            await self.ask_about_missing(lacking)
        if twofold:
            await self.ask_about_versions(twofold)

    async def _first_steps(self) -> None:
        from vooraf.tui.screens.set_up import first_steps  # noqa: PLC0415 - once in a lifetime

        client = await first_steps(self)
        if client:
            self.renew(client)
            self.action_script()

    def action_new(self) -> None:
        """Open a new client; a name is enough."""
        # Not for the first paint: with Textual's box for text, which it brings along, 12 ms.
        from vooraf.tui.screens.form_box import FormBox  # noqa: PLC0415
        from vooraf.tui.screens.profile import client_blanks, opening  # noqa: PLC0415

        opened: list[str] = []

        def show(_: Given | None) -> None:
            for client in opened:
                self.filter_for("")
                self.renew(client)

        hint = _("A name is enough; everything else can come later.")
        blanks = client_blanks(self.workspace)
        keep = opening(self.workspace, opened)
        self.app.push_screen(FormBox(_("New client"), blanks, keep, hint, draft="new client"), show)

    # -- other screens ---------------------------------------------------------------------------

    def on_line_list_chosen(self) -> None:
        """Open the client under the cursor."""
        if self.client:
            from vooraf.tui.screens.client import ClientScreen  # noqa: PLC0415 - not for the first paint

            self.app.push_screen(ClientScreen(self.client))

    def action_script(self) -> None:
        """Show the script of the client under the cursor."""
        if self.clients.chosen:
            from vooraf.tui.screens.script import ScriptScreen  # noqa: PLC0415 - not for the first paint

            self.app.push_screen(ScriptScreen(self.client))

    def action_meeting(self) -> None:
        """Begin the meeting with the client under the cursor, or go on with it."""
        if self.clients.chosen:
            from vooraf.tui.screens.meeting import MeetingScreen  # noqa: PLC0415 - not for the first paint

            self.app.push_screen(MeetingScreen(self.client))

    def action_due(self) -> None:
        """Show everything that is due."""
        from vooraf.tui.screens.due import DueScreen  # noqa: PLC0415 - not for the first paint

        self.app.push_screen(DueScreen())

    def action_house_rules(self) -> None:
        """Show the house rules."""
        from vooraf.tui.screens.house_rules import HouseRulesScreen  # noqa: PLC0415 - not for the first paint

        self.app.push_screen(HouseRulesScreen())

    def action_changes(self) -> None:
        """Show who was told what is said otherwise now."""
        from vooraf.tui.screens.changes import ChangesScreen  # noqa: PLC0415 - not for the first paint

        self.app.push_screen(ChangesScreen())

    def action_problems(self) -> None:
        """Tell everything that is wrong with files; then ask what only the owner can decide."""
        from vooraf.tui.screens.lines_box import LinesBox  # noqa: PLC0415 - not for the first paint

        told = problem_sentences(self.problems)
        box = LinesBox(_("Problems with files"), lambda width: problem_lines(told, width))
        self.app.push_screen(box, self._read_them)

    def action_settings(self) -> None:
        """Open the settings."""
        self.vooraf.open_settings()

    # -- the list --------------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        """Move in the list while the filter is typed."""
        self.clients.action_move(by)

    def action_archived(self) -> None:
        """Show the archived clients too, or no longer."""
        self.archived = not self.archived
        self.redraw()

    @on(events.Click, "#next")
    def go_to_next(self) -> None:
        """Put the cursor on the client who comes next."""
        if self.coming:
            self.filter_for("")
            self.renew(self.coming)

    @on(events.Click, "#due")
    def open_due(self) -> None:
        """Show everything that is due."""
        if self.everybody:
            self.action_due()

    @on(events.Click, "#problems")
    def open_problems(self) -> None:
        """Tell all problems."""
        self.action_problems()

    def action_stop_reading(self) -> None:
        """Leave what isn't read yet to the next start."""
        self.stop_reading()

    # -- the filter ------------------------------------------------------------------------------

    def filter_for(self, text: str) -> None:
        """Show only clients with ``text`` in name, wishes or notes; an empty text shows everyone."""
        box = self.query_one(FilterBox)
        box.value = self.wanted = text
        if not text:
            box.remove_class("-on")
            self.clients.focus()
        self.redraw()

    def action_filter(self) -> None:
        """Type what to look for."""
        box = self.query_one(FilterBox)
        box.placeholder = _("name, wish or note")
        box.add_class("-on")
        self.set_focus(box)  # at once: the next key may be there already
        self.refresh_bindings()

    def action_back(self) -> None:
        """Show everyone again."""
        self.filter_for("")

    async def on_input_changed(self, event: Input.Changed) -> None:
        """Show who fits what is typed; the cursor stays, or goes to the first of them."""
        if event.value != self.wanted:
            self.wanted = event.value
            self.clients.cursor = 0
            self.redraw()
            for _turn in range(TURNS):
                await asyncio.sleep(0)

    def on_input_submitted(self) -> None:
        """Open the client on which the list stands."""
        if self.clients.chosen:
            self.clients.focus()
            self.clients.action_choose()

    # -- undo ------------------------------------------------------------------------------------

    def action_undo(self) -> None:
        """Take back what was done last with the client under the cursor."""
        self._undone(lambda: undo(self.workspace, self.client), N_("{name}: undone: {what}"))

    def action_redo(self) -> None:
        """Let what was taken back last count again."""
        self._undone(lambda: redo(self.workspace, self.client), N_("{name}: done again: {what}"))

    def _undone(self, action: Callable[[], Undone], said: str) -> None:
        done = self.attempt(action) if self.clients.chosen else None
        if done is not None:
            client = done.view.client
            self.take(done.view)
            what = batch_line(done.events, client, done.view.checklist)
            self.tell(_(said).format(name=client.name, what=what))
