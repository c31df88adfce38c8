"""The keys for rules that were broken, and for where a client is; both stand in a line under the title."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.binding import Binding, BindingType

from vooraf.actions.boundaries import can_come_up, never_told, record_boundary
from vooraf.actions.clients import edit_client
from vooraf.actions.items import checked_day
from vooraf.actions.messages import suiting
from vooraf.actions.view import ClientView
from vooraf.errors import N_
from vooraf.errors.client import NoWhy
from vooraf.locale import _
from vooraf.locale.boundary_words import boundary_figures, boundary_words
from vooraf.locale.words import client_moment_word, item_title
from vooraf.model.boundary import counted
from vooraf.model.events import APPLIED
from vooraf.model.standing import ItemState
from vooraf.model.values import parse_date
from vooraf.tui.screens.client_boxes import NO, YES
from vooraf.tui.screens.form_box import FormBox, Given
from vooraf.tui.screens.keeping_boxes import came_up_box, moment_box, reason_box, untold_box, words_offered
from vooraf.tui.screens.script import ScriptScreen
from vooraf.tui.screens.ticking import TickingScreen
from vooraf.tui.screens.words_box import KEPT
from vooraf.tui.widgets.paint import Line, fitted, spread
from vooraf.tui.widgets.pane import Pane

_LEAST = 12

KEEPING_KEYS: Sequence[BindingType] = (
    Binding("b", "boundary", N_("boundary"), id="client.boundary", tooltip=N_("a rule was broken")),
    Binding(
        "M",
        "moment",
        N_("moment"),
        key_display="M",
        id="client.moment",
        tooltip=N_("where you are with the client"),
    ),
)
"""The keys; a screen names them behind its own, which are wanted more often."""


class KeepingScreen(TickingScreen):
    """Records that a rule was applied or excepted, offers the words, and moves the client on."""

    # -- the line under the title ----------------------------------------------------------------

    def header_pane(self) -> Pane:
        """Where the client is, and which rules came up."""
        return Pane(id="header")

    def header_shows(self, seen: ClientView) -> None:
        """Show that of this state."""
        key = self.vooraf.settings.keys.get("client.moment", "M")
        self.query_one("#header", Pane).show(lambda width: (header_line(seen, width, key),))

    # -- a rule was broken -----------------------------------------------------------------------

    def action_boundary(self) -> None:
        """Ask what was done about the rule under the cursor."""
        state, seen = self.item_here(), self.seen
        if state is None or seen is None:
            return
        key = state.item.key
        if self.attempt(lambda: can_come_up(seen, key)) is None:
            return

        def answered(kind: str | None) -> None:
            if kind not in (None, NO):
                self._ask_reason(state, str(kind))

        untold = never_told(seen, key, self.workspace.today)
        self.app.push_screen(came_up_box(seen, state, untold=untold), answered)

    def _ask_reason(self, state: ItemState, kind: str) -> None:
        """Ask why and when; what can't be recorded is told in the box."""

        def check(given: Given) -> None:
            checked_day(self.workspace, parse_date(given["on"].strip()))
            if not given["why"].strip():
                raise NoWhy

        blanks, title, hint, draft = reason_box(self.client_id, state, kind, self.workspace.today)
        box = FormBox(title, blanks, check, hint, draft=draft)

        def answered(given: Given | None) -> None:
            if given is not None:
                self._record_if_sure(state, kind, given, box)

        self.app.push_screen(box, answered)

    def _record_if_sure(self, state: ItemState, kind: str, given: Given, box: FormBox) -> None:
        """A rule that the client never heard of is applied only when the owner says so once more."""
        day = parse_date(given["on"].strip())
        if kind != APPLIED or self.seen is None or not never_told(self.seen, state.item.key, day):
            self._record_boundary(state, kind, given, box)
            return

        def answered(answer: str | None) -> None:
            if answer == YES:
                self._record_boundary(state, kind, given, box)
            else:
                box.hold(given)

        self.app.push_screen(untold_box(self.seen, state), answered)

    def _record_boundary(self, state: ItemState, kind: str, given: Given, box: FormBox) -> None:
        key, day = state.item.key, parse_date(given["on"].strip())
        done = self.attempt(
            lambda: record_boundary(self.workspace, self.client_id, key, kind, given["why"], day), _(KEPT)
        )
        if done is None:
            box.hold(given)
            return
        self.take(done.view)

        def answered(talk: str | None) -> None:
            if talk not in (None, NO):
                self.app.push_screen(ScriptScreen(self.client_id, str(talk), key))

        self.app.push_screen(words_offered(done, suiting(self.workspace, key, kind)), answered)

    # -- where the client is ---------------------------------------------------------------------

    def action_moment(self) -> None:
        """Move the client on, or back."""
        if self.seen is None:
            return

        def answered(moment: str | None) -> None:
            done = (
                self.attempt(lambda: edit_client(self.workspace, self.client_id, {"moment": moment}))
                if moment
                else None
            )
            if done is not None:
                self.take(done[0])

        self.app.push_screen(moment_box(self.seen), answered)


def header_line(seen: ClientView, width: int, key: str) -> Line:
    """The rules that came up, the last one first, and at the right where the client is; ``key`` moves them on.

    A title is cut before a figure is: how often it was is what counts.
    """
    said = _("Moment: {moment} ({key})").format(moment=client_moment_word(seen.client.moment), key=key)
    at = fitted(said, width).rstrip()
    room = width - cell_len(at) - 2
    came_up = counted(seen.client)
    if not came_up or room < _LEAST:
        return ((at, "dim"),)
    figures = boundary_figures(came_up[0])
    title = item_title(came_up[0].item, seen.checklist)
    first = f"{fitted(title, min(cell_len(title), max(room - cell_len(figures) - 1, 1)))} {figures}"
    rest = (boundary_words(count, seen.checklist) for count in came_up[1:])
    left = fitted(" · ".join((first, *rest)), room).rstrip()
    return spread(((left, "strong"),), ((at, "dim"),), width)
