"""A client's diary: every event, the newest at the bottom, and the whole of the one under the cursor."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from vooraf.actions.originals import as_recorded
from vooraf.actions.view import ClientView
from vooraf.errors import N_
from vooraf.locale import _, ngettext
from vooraf.tui.screens.client_boxes import short_name
from vooraf.tui.screens.event_pane import event_lines
from vooraf.tui.screens.lines_box import LinesBox
from vooraf.tui.screens.of_client import OfClientScreen
from vooraf.tui.widgets.event_list import EventList
from vooraf.tui.widgets.paint import one_line
from vooraf.tui.widgets.pane import Drawn, Pane


class DiaryScreen(OfClientScreen):
    """Every event; what was taken back, was changed by hand or stands there twice says so."""

    CSS_PATH = "diary.tcss"
    AUTO_FOCUS = "EventList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "undo", N_("undo"), id="diary.undo"),
        Binding("U", "redo", N_("redo"), key_display="U", id="diary.redo"),
    ]

    def body(self) -> Iterable[Widget]:
        """The list, and the event beside or below it."""
        yield self.problems_pane()
        with Horizontal(id="both"):
            with Vertical(id="left"):
                yield EventList(lambda _: self._follow())
                yield Pane(id="brief")
            yield Pane(id="beside")

    def on_mount(self) -> None:
        """Read the diary."""
        self.reload()

    def paint(self, seen: ClientView) -> None:
        """The title with the figures, and the list."""
        events, undone = (
            seen.client.events,
            sum(event.batch in seen.client.undone for event in seen.client.events),
        )
        count = ngettext("{count} event", "{count} events", len(events)).format(count=len(events))
        taken = ngettext("{count} undone", "{count} undone", undone).format(count=undone) if undone else ""
        title = _("{name} · diary").format(name=one_line(short_name(seen)))
        self.title_shows(title, ", ".join(filter(None, (count, taken))))
        self.query_one(EventList).show(seen, self.workspace.today)

    def _follow(self) -> None:
        """Show the event in the action of the key that moved the cursor."""
        for pane in ("#beside", "#brief"):
            self.query_one(pane, Pane).show(self._drawn())

    def _drawn(self) -> Drawn:
        seen, event = self.seen, self.query_one(EventList).here
        if seen is None or event is None:
            return lambda _width: ()
        recorded = as_recorded(self.workspace, seen.client.id, event)
        return lambda width: event_lines(seen, event, width, recorded)

    def on_line_list_chosen(self) -> None:
        """Show the whole event, however small the screen is; ask about one that stands there in two versions."""
        event = self.query_one(EventList).here
        if self.seen is None or event is None:
            return
        if event.id in self.seen.client.conflicts:
            self.run_worker(self.ask_about_versions((self.client_id,), event.id))
        else:
            self.app.push_screen(LinesBox(short_name(self.seen), self._drawn()))
