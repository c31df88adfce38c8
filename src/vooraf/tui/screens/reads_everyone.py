"""Reading all clients beside the screen: what stood here last time at once, what changed since moves in."""

from __future__ import annotations

from functools import partial

from textual.worker import Worker

from vooraf.actions.copies import take_copies_in
from vooraf.actions.due import due_of
from vooraf.actions.overview import Cancelled, Overview, Row, overview, overview_before
from vooraf.errors import VoorafError
from vooraf.locale import _
from vooraf.model.due import Due
from vooraf.tui.beside import beside
from vooraf.tui.reading import Reading
from vooraf.tui.screens.base import BaseScreen
from vooraf.tui.widgets.client_list import ClientList
from vooraf.tui.widgets.home_lines import Problems
from vooraf.tui.widgets.paint import fitted
from vooraf.tui.widgets.pane import Pane

SAID_EVERY = 0.25
"""Seconds: how often it is said how far reading is."""
AT_ONCE = 0.02
"""Seconds for which the first paint waits for the clients: a frame without them takes nearly as long."""


class ReadsEveryone(BaseScreen):
    """A screen of all clients.

    ``rows`` are their lines, ``None`` until there are any; ``due`` is what waits for the owner, ``problems``
    what is told about files.
    """

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] | None = None
        self.due: tuple[Due, ...] | None = None
        self.problems: Problems = Overview((), ())
        self._looks_left = 0
        self._changes = 0
        self._all_read = False
        self.looking: Worker[None] | None = None
        self.reading = Reading()
        self._state = ""
        self._read_so_far = ""

    # -- for subclasses --------------------------------------------------------------------------

    def first_read(self) -> None:
        """Called once, when everything was read for the first time."""

    def redraw(self) -> None:
        """Show everything as it was read last."""

    def _show_due(self) -> None:
        """Show how much is due."""

    @property
    def clients(self) -> ClientList:
        """The list of clients."""
        return self.query_one(ClientList)

    def _pane(self, name: str) -> Pane:
        return self.query_one(f"#{name}", Pane)

    # -- reading ---------------------------------------------------------------------------------

    def begin(self) -> None:
        """Read everything for the first time."""
        self._watch = self.workspace.watch()
        self.look()

    def look(self, *, again_after: int = 0) -> None:
        """Read what there is, beside the screen: with hundreds of clients it takes longer than a moment.

        ``again_after``: and once more so many looks later.
        """
        self._looks_left = again_after
        if not self.reading.stopped and (self.looking is None or self.looking.is_finished):
            self.looking = self.run_worker(self._look())

    async def _look(self) -> None:
        saying = self.set_interval(SAID_EVERY, self._say_reading)
        try:
            await self._read_all()
        except Cancelled:
            self.rows = (await beside(lambda: overview_before(self.workspace))).rows
            self.redraw()
        finally:
            saying.stop()
            if self.reading.count and not self.reading.stopped:
                self.reading.end()
                self._say_reading()

    def stop_reading(self) -> None:
        """Leave what isn't read yet to the next start."""
        self.reading.stopped = True

    def _say_reading(self) -> None:
        """Say how far many diaries are read, if they are many."""
        if not self.query("#state"):
            return  # the screen is being left
        if self.rows is None and self.reading.count:
            self.clients.empty = "\n".join((_("Reading the diaries…"), "", self.reading.text()))
            self.clients.refresh()
        if self.reading.text() != self._read_so_far:
            self._show_state()
            self.refresh_bindings()

    def _show_state(self) -> None:
        self._read_so_far = self.reading.text()
        state = " · ".join(filter(None, (self._state, self._read_so_far)))
        self._pane("state").show(lambda width: (((fitted(state, width), ""),),))

    async def _read_all(self) -> None:
        changes, found = -1, Overview((), ())
        due: tuple[Due, ...] = ()
        if self.rows is None and self.workspace.index.is_there():
            before = await beside(lambda: overview_before(self.workspace), AT_ONCE)
            if before.rows:  # what stood here last time is there at once; what changed since moves in
                self.rows = before.rows
                self.redraw()
                self.due = await beside(partial(due_of, before.rows, self.workspace.now()), AT_ONCE)
                self._show_due()
        while changes != self._changes:  # what was read before a change of our own isn't true any more
            changes = self._changes
            try:
                await beside(self._watch.mark)
                found = await beside(self._all)
                if await beside(lambda: take_copies_in(self.workspace)):
                    found = await beside(self._all)
                due = await beside(partial(due_of, found.rows, self.workspace.now()))
            except VoorafError as error:
                self.problems = error
                self.redraw()
                return
        self._watch.mark_index()
        first, self._all_read = not self._all_read, True
        self.rows, self.problems, self.due = found.rows, found, due
        self.redraw()
        if first:
            self.first_read()

    def _all(self) -> Overview:
        return overview(self.workspace, archived=True, progress=self.reading.hear)
