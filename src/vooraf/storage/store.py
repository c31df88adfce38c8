"""The diaries of a data folder as they grow: the append, and what a writer mends before it.

A writer never guesses: a diary that is empty, or that lacks events which stood in it, isn't written before the
owner has chosen. What needs no choice it does by itself: bytes that can't be read are set aside, and what a
conflict copy has is taken into the diary.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime

from vooraf.errors import N_
from vooraf.errors.diary import EventsMissing, NotSaved
from vooraf.model.client import Client
from vooraf.model.events import SEALED, Event, sealed
from vooraf.model.faults import Problem
from vooraf.model.fold import fold
from vooraf.model.record import NamedTuple
from vooraf.storage.diaries import Diaries, Loaded
from vooraf.storage.diary_events import MOST_SEQ
from vooraf.storage.diary_writer import append, set_aside
from vooraf.storage.folder import DataFolder, make_private
from vooraf.storage.locks import locked
from vooraf.storage.mending import absorb, is_blank, move_away
from vooraf.storage.reading import Range
from vooraf.storage.remembered import Remembered
from vooraf.storage.safety import PATIENCE, Missed, Safety
from vooraf.storage.toml_text import event_text, head_text

__all__ = ["Draft", "Loaded", "Store", "Writer"]

Draft = tuple[str, Mapping[str, object]]
"""A kind and its data: an event before it has a place, an id and a seal."""

QUARANTINE, ABSORBED = "quarantine", "absorbed"
"""In the device's state: where what can't be read is set aside, and where conflict copies go."""

SET_ASIDE = N_("Bytes that can't be read were set aside in {kept}.")
TAKEN_IN = N_(
    "The copy {copy} was taken into this diary (events that only it had: {count}) and moved to {kept}."
)
NO_COPY = N_(
    "The diary was saved, but its safety copy can't be written now; the next save for this client writes it too. "
    "If you are told this again, see whether the disk is full, and run: vooraf doctor"
)


class Writer(NamedTuple):
    """Who writes and when: the clock and chance come in from outside."""

    at: datetime
    new_id: Callable[[], str]


class Gone(NamedTuple):
    """What is missing of a client: ``missing``, and as ``events`` what can be read of it.

    ``client`` is as the diary tells with it, ``file`` what it would be written to.
    """

    client: Client
    file: str
    events: tuple[Event, ...]
    missing: tuple[Missed, ...]


class Store(Diaries):
    """The diaries of one data folder. ``state`` is the device's folder for locks and what is set aside."""

    def __init__(
        self,
        folder: DataFolder,
        state: Callable[[], str],
        remembered: Callable[[], Remembered],
        safety: Callable[[], Safety],
    ) -> None:
        super().__init__(folder, remembered, safety)
        self._state = state

    def append(
        self, client_id: str, decide: Callable[[Client], Sequence[Draft]], writer: Writer, file: str = ""
    ) -> Loaded:
        """Append to a client's diary what ``decide`` makes of the client as the files tell it now.

        All events share a batch: they are undone together. ``file`` is the path of a new client's diary.
        Gives the new state, read back from the disk.

        Raises:
            NotSaved: the disk refused; everything is as it was.
            TooManyBytes: a text is too long for a line of a diary; likewise.
            EventsMissing: events that stood in the diary aren't there, and the owner hasn't chosen; likewise.
            StateUnwritable, FolderUnwritable, FolderIsFile: a folder can't be made; likewise.
            DiaryUnreadable: there is no such client.
        """
        with locked(self._state(), self.folder.root, client_id):
            if file:
                client, new = fold(client_id, ()), True
                make_private(self.folder.clients)
            else:
                loaded = self._mended(client_id, writer)
                client, file, new = loaded.client, loaded.file, False
            batch = writer.new_id()
            events = _sealed(client, decide(client), writer, batch)
            if events:
                self._append(client_id, events, file, new=new)
                self._keep(client, events, batch, file)
            loaded = self.load(client_id)
            if not {event.id for event in events} <= {event.id for event in loaded.client.events}:
                raise NotSaved(file=file, why=os.strerror(errno.ESTALE).lower())
            return loaded

    def mend(self, client_id: str, writer: Writer) -> Loaded:
        """Do what a writer does before it writes: set aside what can't be read, take conflict copies in.

        Raises what ``append`` raises.
        """
        with locked(self._state(), self.folder.root, client_id):
            return self._mended(client_id, writer)

    def put_back(self, client_id: str, writer: Writer) -> int:
        """Put events that are missing back, as they were sealed; gives how many there were.

        Raises what ``append`` raises, and ``NotSaved`` when they can't all be read in the safety copy.
        """
        with locked(self._state(), self.folder.root, client_id):
            _client, file, events, missing = self._choosing(client_id)
            if len(events) != len(missing):
                raise NotSaved(file=file, why=os.strerror(errno.EIO).lower())
            self._clear(file, writer)
            if events:
                make_private(self.folder.clients)
                self._set_aside(client_id, file, self.reading(file).scraps, writer)
                self._append(client_id, events, file)
                if self.load(client_id).missing:
                    raise NotSaved(file=file, why=os.strerror(errno.ESTALE).lower())
            return len(events)

    def accept(self, client_id: str, seen: Collection[Missed], writer: Writer) -> int:
        """Take it that those of the ``seen`` events which are missing are gone; gives how many there were.

        What the owner hasn't seen, because it went only since, is asked about again.

        Raises what ``append`` raises, and ``NotSaved`` when this device can't keep the choice.
        """
        with locked(self._state(), self.folder.root, client_id):
            _client, file, _events, missing = self._choosing(client_id)
            accepted = [each for each in missing if each in seen]
            if not self._safety().accept(client_id, accepted):
                raise NotSaved(file=file, why=os.strerror(errno.EAGAIN).lower())
            if len(accepted) == len(missing):
                self._clear(file, writer)
            return len(accepted)

    def gone_from(self, client_id: str) -> Gone:
        """What is missing of a client."""
        files = self._read_files(client_id)
        there = [event for reading in files.values() for event in reading.events]
        missing = self.lacking(fold(client_id, there), files)
        events = self._safety().events(client_id, missing)
        return Gone(fold(client_id, (*there, *events)), self._main(client_id, files), events, missing)

    def _choosing(self, client_id: str) -> Gone:
        """The same for a choice about it, which is about what the safety copy has.

        Raises:
            NotSaved: what is missing can't be kept there now.
        """
        files = self._read_files(client_id)
        if self._remembered().write_lost(client_id, files, PATIENCE):
            raise NotSaved(file=self._main(client_id, files), why=os.strerror(errno.EAGAIN).lower())
        return self.gone_from(client_id)

    def _clear(self, file: str, writer: Writer) -> None:
        """Take a file of which nothing is left but blanks or zero bytes out of the way."""
        if is_blank(file):
            move_away(file, os.path.join(self._state(), QUARANTINE), writer.new_id())

    def _mended(self, client_id: str, writer: Writer) -> Loaded:
        """The client as the files tell it, once they can be written.

        Raises:
            EventsMissing: they lack events, or the one to write is empty, and the owner hasn't chosen.
        """
        loaded = self.load(client_id)
        if loaded.missing or is_blank(loaded.file):
            raise EventsMissing(name=loaded.client.name, client=client_id, count=len(loaded.missing))
        files = self._files(client_id)
        changed = loaded.file in files and self._set_aside(
            client_id, loaded.file, files[loaded.file].scraps, writer
        )
        head = head_text(client_id).encode()
        for copy in [path for path in files if path != loaded.file]:
            taken = absorb(loaded.file, copy, head, os.path.join(self._state(), ABSORBED), writer.new_id())
            if taken is not None:
                data = {"copy": os.path.basename(copy), "count": taken.events, "kept": taken.kept}
                self._tell(client_id, Problem(loaded.file, TAKEN_IN, data))
                changed = True
        return self.load(client_id) if changed else loaded

    def _set_aside(self, client_id: str, file: str, scraps: Sequence[Range], writer: Writer) -> bool:
        """Set aside what can't be read in a file, and tell it; whether there was anything."""
        if scraps:
            kept = set_aside(file, scraps, os.path.join(self._state(), QUARANTINE), writer.new_id())
            self._tell(client_id, Problem(file, SET_ASIDE, {"kept": kept}))
        return bool(scraps)

    def _keep(self, client: Client, events: Sequence[Event], batch: str, file: str) -> None:
        """Keep in the safety copy what was just written, and what a kill kept out of it before."""
        device = "-" + batch.rpartition("-")[2]
        known = self._safety().ids(client.id)
        own = [
            event
            for event in client.events
            if event.id.endswith(device) and event.id not in known and event.trust == SEALED
        ]
        if not self._safety().keep(client.id, (*own, *events)):
            self._tell(client.id, Problem(file, NO_COPY, {}))

    def _append(self, client_id: str, events: Sequence[Event], file: str, *, new: bool = False) -> None:
        """Append the events to a diary that may have to be begun first."""
        content = "".join("\n" + event_text(event) for event in events).encode()
        head = head_text(client_id).encode()
        reading = self.reading(file)
        if new or not os.path.lexists(file):
            append(file, head + content, new=True)
        elif not reading.client and not reading.events:
            append(file, b"\n" + head.partition(b"\n")[2] + content)
        else:
            append(file, content)

    def _tell(self, client_id: str, problem: Problem) -> None:
        told = self._told.setdefault(client_id, [])
        if problem not in told:
            told.append(problem)


def _sealed(client: Client, drafts: Iterable[Draft], writer: Writer, batch: str) -> list[Event]:
    """The drafts as events of one batch, behind everything that the client's diary has.

    Where somebody wrote the highest place by hand, they share it and stand in the order of their time.
    """
    return [
        sealed(min(client.seq + number, MOST_SEQ), writer.new_id(), writer.at, kind, {**data, "batch": batch})
        for number, (kind, data) in enumerate(drafts, 1)
    ]
