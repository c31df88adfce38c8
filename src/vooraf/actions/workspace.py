"""A data folder with its checklists, its rules and a clock: what every action gets."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import date, datetime

from vooraf.model.checklist import HouseRules
from vooraf.model.faults import Fault
from vooraf.model.record import NamedTuple
from vooraf.model.standing import Wordings
from vooraf.storage import device
from vooraf.storage.builtin import builtin_folder
from vooraf.storage.diary_files import signature_of
from vooraf.storage.folder import DataFolder, check_readable, check_writable, locate
from vooraf.storage.index import Index, index_path
from vooraf.storage.kept import KeptLibrary
from vooraf.storage.remembered import Remembered
from vooraf.storage.row_index import RowIndex
from vooraf.storage.rules import read_rules
from vooraf.storage.safety import Safety, kept
from vooraf.storage.store import Store, Writer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from vooraf.storage.kept_words import KeptWords
    from vooraf.storage.watching import Watch

Clock = Callable[[], datetime]
Random = Callable[[int], bytes]


class Shared(NamedTuple):
    """What all clients share, as the files have it now: for who looks at many of them, looked up once."""

    library: KeptLibrary
    rules: HouseRules
    wordings: Wordings


class Workspace:
    """Everything that an action works with.

    ``now`` gives the time with its zone, ``random`` that many random bytes; ``config`` and ``state`` give
    this device's folders and are asked only when they are needed.
    """

    def __init__(
        self,
        folder: DataFolder,
        now: Clock,
        random: Random,
        *,
        config: Callable[[], str] = device.config_folder,
        state: Callable[[], str] = device.state_folder,
    ) -> None:
        self.folder = folder
        self.now = now
        self.random = random
        self.config = config
        self.state = state
        self.store = self._new_store()
        self._index: Index | None = None
        self._remembered: Remembered | None = None
        self._library: tuple[object, KeptLibrary] | None = None
        self._rules: tuple[object, HouseRules, tuple[Fault, ...]] | None = None
        self._words: KeptWords | None = None
        self._shared: Shared | None = None

    @property
    def today(self) -> date:
        """The day it is here."""
        return self.now().date()

    @property
    def index(self) -> Index:
        """What was read before, on this device."""
        if self._index is None:
            self._index = Index(index_path(self.state(), os.path.realpath(self.folder.root)))
        return self._index

    @property
    def row_index(self) -> RowIndex:
        """The lines of the list as they were made before."""
        return RowIndex(self.index)

    def watch(self) -> Watch:
        """What tells whether something changed since it was marked; nothing is marked yet."""
        from vooraf.storage.watching import Watch  # noqa: PLC0415 - for a screen that stays open

        return Watch(self.folder, self.index.path)

    def close(self) -> None:
        """Let go of the index: who leaves it open has the next one look through what was left, for 1 ms."""
        if self._index is not None:
            self._index.close()

    @property
    def remembered(self) -> Remembered:
        """The readings of diaries that the index has."""
        if self._remembered is None:
            self._remembered = Remembered(self.index, lost=kept)
        return self._remembered

    def apart(self) -> Workspace:
        """Another one on the same folders, for another thread: they share nothing that is open or known."""
        return Workspace(self.folder, self.now, self.random, config=self.config, state=self.state)

    def let_go(self) -> None:
        """Forget what was read of diaries: for who goes through all of them, and needs each of them once."""
        self.store = self._new_store()

    def _new_store(self) -> Store:
        safety = Safety(lambda: self.index)
        return Store(self.folder, self.state, lambda: self.remembered, lambda: safety)

    @property
    def library(self) -> KeptLibrary:
        """The checklists and talks, read again when one of the owner's own was changed."""
        signature = self._own_files()
        if self._library is None or signature != self._library[0]:
            own = (self.folder.checklists, self.folder.talks)
            self._library = (signature, KeptLibrary(builtin_folder(), *own, self.index))
        return self._library[1]

    @property
    def words(self) -> KeptWords:
        """The lists of words that over-promise or say nothing; each is read when a text is first looked at."""
        if self._words is None:
            from vooraf.storage.kept_words import KeptWords  # noqa: PLC0415 - a script looks at no words

            self._words = KeptWords(builtin_folder(), self.folder.checklists, self.index)
        return self._words

    @property
    def shared(self) -> Shared:
        """The library, the house rules and the wordings that were made with both."""
        library, rules = self.library, self.rules
        if self._shared is None or self._shared.library is not library or self._shared.rules is not rules:
            self._shared = Shared(library, rules, Wordings(rules))
        return self._shared

    def _own_files(self) -> object:
        found = []
        for folder in (self.folder.checklists, self.folder.talks):
            try:
                with os.scandir(folder) as entries:
                    found += [(entry.path, *_stamp(entry.path)) for entry in entries]
            except OSError:
                continue  # not there, or not to be listed: the library itself says so when it is asked
        return sorted(found)

    @property
    def rules(self) -> HouseRules:
        """The house rules as the file has them now."""
        return self._read_rules()[0]

    @property
    def rule_faults(self) -> tuple[Fault, ...]:
        """What is wrong in the file of the house rules."""
        return self._read_rules()[1]

    def _read_rules(self) -> tuple[HouseRules, tuple[Fault, ...]]:
        stamp = _stamp(self.folder.rules)
        if self._rules is None or self._rules[0] != stamp:
            self._rules = (stamp, *read_rules(self.folder.rules))
        return self._rules[1], self._rules[2]

    def writer(self) -> Writer:
        """Who writes now: this moment, and new ids with this device's name."""
        name = device.device_name(self.state(), self.random)
        at = self.now().replace(microsecond=0)
        return Writer(at, lambda: device.new_id(self.now(), name, self.random))

    def check_readable(self) -> None:
        """Raise what is wrong with the data folder for a reader, see ``storage.folder``."""
        check_readable(self.folder)

    def check_writable(self) -> None:
        """Raise what is wrong with the data folder for a writer, see ``storage.folder``."""
        check_writable(self.folder)


def _stamp(path: str) -> tuple[int, ...]:
    try:
        return signature_of(path)
    except OSError:
        return ()


def at_home(data: str | None, environ: Mapping[str, str], now: Clock, random: Random) -> Workspace:
    """The workspace of ``--data``, ``$VOORAF_DATA`` or the system's place for data; nothing is read yet."""
    return Workspace(locate(data, environ), now, random)


def in_one_folder(folder: str, now: Clock, random: Random) -> Workspace:
    """A workspace that keeps everything in ``folder``, this device's part too: for samples."""
    return Workspace(
        DataFolder(os.path.join(folder, "data")),
        now,
        random,
        config=lambda: os.path.join(folder, "config"),
        state=lambda: os.path.join(folder, "state"),
    )
