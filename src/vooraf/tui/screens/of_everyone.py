"""What the first screen reads and shows: all clients beside it, the chosen one in the key's action."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from textual.containers import Horizontal
from textual.geometry import Size
from textual.widget import Widget

from vooraf.actions.everybody import NOBODY, before
from vooraf.actions.overview import Row, is_to_come, line_of
from vooraf.actions.view import ClientView, view
from vooraf.errors import VoorafError
from vooraf.locale import _, spoken
from vooraf.model.formats import long_date
from vooraf.tui.screens.reads_everyone import ReadsEveryone
from vooraf.tui.widgets.chosen_pane import ChosenPane
from vooraf.tui.widgets.client_list import ClientList
from vooraf.tui.widgets.due_lines import due_panel
from vooraf.tui.widgets.filter_box import FilterBox
from vooraf.tui.widgets.home_lines import empty_text, first_problem, state_line
from vooraf.tui.widgets.in_short import fault_lines, in_short, in_two_lines
from vooraf.tui.widgets.next_meeting import next_meeting
from vooraf.tui.widgets.pane import Pane
from vooraf.tui.widgets.title_bar import TitleBar

LOOKS_UNTIL_OLD = 3
"""So many looks, each a second apart, after a change its files' times prove what was read: it can be kept."""


class OfEveryoneScreen(ReadsEveryone):
    """The list of clients, the next meeting above it, the chosen client beside or below it.

    ``client`` is the short id of the one under the cursor; it stays when the list changes. ``wanted`` is what
    was typed in the filter; ``archived`` whether the archived ones are shown too.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as Textual declares it
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-tall"), (32, "-high")]  # noqa: RUF012 - as Textual declares it

    def __init__(self) -> None:
        super().__init__()
        self.wanted = ""
        self.archived = False
        self.client = ""
        self._next: ClientView | None = None
        self._minute: datetime | None = None
        self._was_shown = False
        self._next_said: tuple[ClientView | None, object] = None, None

    def begin_in(self, size: Size) -> None:
        """Begin in the layout for a size in cells: it would be found after the first, and all laid out again."""
        for cells, sizes in (
            (size.width, self.HORIZONTAL_BREAKPOINTS),
            (size.height, self.VERTICAL_BREAKPOINTS),
        ):
            fitting = [each for each in sizes if each[0] <= cells]
            self.add_class(max(fitting)[1], update=False)

    def body(self) -> Iterable[Widget]:
        """The next meeting; the filter; the list with the client beside or below it; what is told."""
        yield Pane(id="next")
        yield Pane(id="due")
        yield FilterBox(id="filter", compact=True)
        with Horizontal(id="both"):
            yield ClientList(lambda _: self._show_chosen())
            yield ChosenPane(id="chosen")
        yield Pane(id="short")
        yield Pane(id="problems")
        yield Pane(id="state")

    # -- for subclasses --------------------------------------------------------------------------

    @property
    def coming(self) -> str:
        """The short id of the client whose meeting comes next, or an empty text."""
        return self._next.client.id if self._next else ""

    @property
    def _is_left(self) -> bool:
        """Whether the program is being left, while something was still being read: nothing is there any more."""
        return not self.query(TitleBar)

    # -- reading ---------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Read everything; until it is there, say so."""
        self.title_shows("Vooraf", long_date(self.workspace.today, spoken()))
        self.clients.empty = _("Reading the diaries…")
        self.begin()

    def read_anew(self) -> None:
        """Read what a choice about diaries changed."""
        self.look()

    def look_again(self) -> None:
        """Read again when something changed; the cursor and the filter stay."""
        if self.looking is None or not self.looking.is_finished:
            return
        if self._watch.has_changed():
            self.look(again_after=LOOKS_UNTIL_OLD)
        elif self._looks_left:
            self._looks_left -= 1
            if not self._looks_left:
                self.look()
        else:
            self._let_time_pass()

    def _let_time_pass(self) -> None:
        """Every minute say anew how long it is until a meeting; when one is past, or the day is, show all anew."""
        now = self.workspace.now()
        minute = now.replace(second=0, microsecond=0)
        before, self._minute = self._minute, minute
        if before is None or before == minute:
            return
        comes = self._next is None or is_to_come(self._next.client.meeting, now)
        if comes and before.date() == now.date():
            self._show_chosen()
        else:
            self.redraw()
            self.look()

    def on_screen_resume(self) -> None:
        """See at once what a screen above did with the chosen client, and soon what else changed."""
        again, self._was_shown = self._was_shown, True
        if again and self.client:
            self.renew(self.client)
            self.look(again_after=LOOKS_UNTIL_OLD)

    def renew(self, client_id: str) -> None:
        """Read one client anew and put the cursor there."""
        seen = self.attempt(lambda: view(self.workspace, client_id))
        if seen is not None:
            self.take(seen)

    def take(self, seen: ClientView) -> None:
        """Show a client's new state, with the cursor on it."""
        self._changes += 1
        if self.everybody is None:
            self.everybody = before(self.workspace)
        self.everybody.put(line_of(seen))
        self.client = seen.client.id
        self.redraw()
        self.look(again_after=LOOKS_UNTIL_OLD)

    # -- showing ---------------------------------------------------------------------------------

    def speak_again(self) -> None:
        """Say everything anew: the language was changed."""
        super().speak_again()
        self.redraw()

    def redraw(self) -> None:
        """Show everything as it was read last."""
        if self._is_left:
            return
        everybody, now, anybody = self.everybody, self.workspace.now(), bool(self.everybody)
        shown = everybody.shown(self.wanted, now, archived=self.archived) if everybody else NOBODY
        self.title_shows("Vooraf", long_date(self.workspace.today, spoken()))
        self._next = self._next_seen()
        self._show_due()
        keys = self.key("home.new", "n"), self.key("home.settings", ",")
        self.clients.empty = empty_text(self.problems, self.wanted, *keys, anybody=anybody)
        if not anybody and self.reading.stopped:
            self.clients.empty = self.reading.text()
        self.clients.show(shown, self._row, now, self.client)
        if not (shown.coming or shown.others):
            self._show_chosen()
        count, resting = (len(everybody), everybody.resting) if everybody else (0, 0)
        self._state = state_line(count, resting, shown, self.wanted, archived=self.archived)
        self._show_state()
        told, key = self.problems, self.key("home.problems", "!")
        problems = self._pane("problems").set_class(bool(first_problem(told, key, 0)), "-some")
        problems.show(lambda width: (first_problem(told, key, width),))
        self.refresh_bindings()

    def _row(self, client: str, near: Sequence[str], at: int) -> Row | None:
        return self.everybody.row(client, near, at) if self.everybody else None

    def _show_due(self) -> None:
        """How much is due, and where there is room what waits the longest."""
        if self._is_left:
            return
        pane = self._pane("due")
        pane.set_class(bool(self.everybody), "-some")
        said, now, key = self.due, self.workspace.now(), self.key("home.due", "d")
        if not self.everybody:
            pane.show(lambda _: ())
            return
        pane.show(lambda width: due_panel(said, now, width, key, lines=pane.size.height))

    def _next_seen(self) -> ClientView | None:
        first = self.everybody.next_to_come(self.workspace.now()) if self.everybody else ""
        try:
            return view(self.workspace, first) if first else None
        except VoorafError:  # gone since the list was read: the next look leaves it out
            return None

    def _show_chosen(self) -> None:
        """Show the client under the cursor in short, and whether that is the one who comes next."""
        row, now = self.clients.chosen, self.workspace.now()
        beside, below = self._pane("chosen"), self._pane("short")
        self._show_next()
        if row is None:
            beside.show(lambda _: ())
            below.show(lambda _: ())
            return
        stay, self.client = row.client == self.client, row.client
        try:
            seen = view(self.workspace, row.client)
        except VoorafError as error:
            told = f"{error.sentence(_)} {error.hint_line(_)}"
            beside.show(lambda width: fault_lines(told, width))
            below.show(lambda width: fault_lines(told, width))
        else:
            beside.show(lambda width: in_short(seen, now, width), stay=stay)
            below.show(lambda width: in_two_lines(seen, now, width))

    def _show_next(self) -> None:
        if not self.everybody:
            self._next_said = None, None
            self._pane("next").show(lambda _: ())
            return
        seen, now, row = self._next, self.workspace.now(), self.clients.chosen
        under = seen is not None and row is not None and row.client == seen.client.id
        usual = {
            "script": ("home.script", "s"),
            "meeting": ("home.meeting", "m"),
            "first": ("list.first", "home"),
        }
        keys = {name: self.key(*binding) for name, binding in usual.items()}
        told = under, now.replace(second=0, microsecond=0), keys
        if self._next_said[0] is seen and self._next_said[1] == told:
            return  # as at nearly every move of the cursor
        self._next_said = seen, told
        self._pane("next").show(lambda width: next_meeting(seen, now, width, keys, under_cursor=under))
