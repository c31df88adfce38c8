"""Reading all clients beside the screen: what stood here last time at once, what changed since moves in."""

from __future__ import annotations

import asyncio
from functools import partial

from textual.worker import Worker

from vooraf.actions.copies import take_copies_in
from vooraf.actions.due import InShort, due_in_short
from vooraf.actions.everybody import Everybody, as_checked, before
from vooraf.actions.overview import Cancelled, Checked, check
from vooraf.errors import VoorafError
from vooraf.locale import _
from vooraf.tui.beside import AT_ONCE, beside
from vooraf.tui.reading import Reading
from vooraf.tui.screens.base import BaseScreen
from vooraf.tui.widgets.client_list import ClientList
from vooraf.tui.widgets.home_lines import Problems
from vooraf.tui.widgets.paint import fitted
from vooraf.tui.widgets.pane import Pane

SOON = 500
"""Clients: with so many it's a matter of ten milliseconds to find what is due."""
SAID_EVERY = 0.25
"""Seconds: how often it is said how far reading is."""


class ReadsEveryone(BaseScreen):
    """A screen of all clients.

    ``everybody`` are they, ``None`` until they are there; ``due`` is what waits for the owner, ``problems`` what
    is told about files.
    """

    def __init__(self) -> None:
        super().__init__()
        self.everybody: Everybody | None = None
        self.due: InShort | None = None
        self.problems: Problems = ()
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
            self.everybody = await beside(lambda: before(self.workspace))
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
        if self.everybody is None and self.reading.count:
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
        if self.everybody is None and self.workspace.index.is_there():
            known = await beside(lambda: before(self.workspace), AT_ONCE)
            if known:
                await self._show_before(known)
        changes = -1
        while changes != self._changes:  # what was read before a change of our own isn't true any more
            changes = self._changes
            try:
                await beside(self._watch.mark)
                found = await beside(self._check)
                if await beside(lambda: take_copies_in(self.workspace)):
                    found = await beside(self._check)
                everybody = await beside(partial(as_checked, self.workspace, found))
                due = await beside(partial(self._due_with, everybody))
            except VoorafError as error:
                self.problems = error
                self.redraw()
                return
        self._watch.mark_index()
        first, self._all_read = not self._all_read, True
        self.everybody, self.problems, self.due = everybody, found.problems, due
        self.redraw()
        if first:
            self.first_read()

    async def _show_before(self, known: Everybody) -> None:
        """Show at once what stood here last time; what changed since moves in."""
        self.everybody = known
        if len(known) <= SOON:
            self.due = self._due_with(known)
        self.redraw()
        painted = asyncio.Event()
        self.call_after_refresh(painted.set)
        # Until then nothing works beside it: with two at work a paint takes twice as long.
        await painted.wait()
        if self.due is None:
            self.due = await beside(lambda: self._due_with(known))
            self._show_due()

    def _check(self) -> Checked:
        return check(self.workspace, progress=self.reading.hear)

    def _due_with(self, everybody: Everybody) -> InShort:
        now = self.workspace.now()
        shown = everybody.shown("", now, archived=False)
        return due_in_short(everybody.rows([*shown.coming, *shown.others]), now)
