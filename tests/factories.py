"""Events, checklists and workspaces, made in one line."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from random import Random
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from vooraf.actions.workspace import Workspace
from vooraf.model.checklist import Checklist, Field, HouseRules, Item, Section, Texts
from vooraf.model.events import Event, sealed
from vooraf.storage.device import new_id
from vooraf.storage.folder import DataFolder
from vooraf.storage.index import Index
from vooraf.storage.remembered import Remembered
from vooraf.storage.safety import Safety, kept
from vooraf.storage.store import Store, Writer
from vooraf.storage.toml_text import event_text, head_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=timezone(timedelta(hours=1)))
"""A Sunday morning."""

TODAY = NOW.date()

NASTY = (
    "[/]",
    "[@click=app.quit]x[/]",
    "../../etc/passwd",
    "CON",
    "<script>alert(1)</script>",
    "=1+1",
    "\x1b[31mred\x1b[0m",
    "\u202eright to left\u202c שלום",
    "👩\u200d👩\u200d👧 emoji",
    "two\nlines",
    "n" * 5000,
    "long " * 1000 + "name",
)
"""Names that have stopped a program before."""


def local(*parts: int) -> datetime:
    """A day and time without a zone."""
    return datetime(*parts)  # type: ignore[arg-type]


# -- events ----------------------------------------------------------------------------------------


def event(kind: str = "note", seq: int = 1, *, event_id: str = "", at: datetime = NOW, **data: Any) -> Event:
    """A sealed event; its id, one of Vooraf's, follows from ``seq`` unless one is given."""
    return sealed(seq, event_id or machine_id(seq), at, kind, data)


WORDS: dict[str, Any] = {
    "item": "revisions",
    "text": "2 rounds.",
    "language": "en",
    "values": {"rounds": 2},
    "edition": "1",
}


def told(seq: int = 1, **data: Any) -> Event:
    """``revisions`` told, with two rounds, in edition 1, unless the data say otherwise."""
    return event("told", seq, **{**WORDS, **data})


def confirmed(seq: int = 1, **data: Any) -> Event:
    """The same, confirmed."""
    return event("confirmed", seq, **{**WORDS, **data})


def waived(seq: int = 1, item: str = "revisions") -> Event:
    """An item that doesn't apply."""
    return event("waived", seq, item=item)


def reopened(seq: int = 1, item: str = "revisions") -> Event:
    """An item opened again."""
    return event("reopened", seq, item=item)


def undone(target: str, seq: int) -> Event:
    """An undo of a batch."""
    return event("undone", seq, target=target)


def redone(target: str, seq: int) -> Event:
    """Its redo."""
    return event("redone", seq, target=target)


def machine_id(number: int) -> str:
    """An id as Vooraf makes them."""
    return f"01m81htw38{number:016d}-ab12"


def written(*events: Event, client: str = "k7q2m9") -> bytes:
    """A diary as Vooraf writes it."""
    return "\n".join([head_text(client), *map(event_text, events)]).encode()


# -- checklists ------------------------------------------------------------------------------------


def field(name: str = "rounds", kind: str = "number", default: object = 2) -> Field:
    """A field with labels in both languages."""
    return Field(name, kind, {"en": name.title(), "nl": f"{name.title()} (nl)"}, default, {})


def item(key: str = "revisions", say: Texts | None = None, **more: Any) -> Item:
    """An item whose wording uses ``rounds``."""
    texts = say or {"en": "${rounds} rounds.", "nl": "${rounds} rondes."}
    none: Texts = {}
    usual = Item(
        key,
        "changes",
        {"en": key.title(), "nl": key},
        False,
        "agreement",
        texts,
        none,
        none,
        none,
        none,
        (),
        "1",
        (),
    )
    return usual._replace(**more)


def checklist(*items: Item, fields: tuple[Field, ...] = (field(),)) -> Checklist:
    """A checklist with one section."""
    found = items or (item(),)
    section = Section("changes", {"en": "Changes"}, found)
    return Checklist("test", {"en": "Test"}, (section,), {each.name: each for each in fields}, False, None)


NO_RULES = HouseRules()


# -- folders ---------------------------------------------------------------------------------------


def a_workspace(folder: Path, device: str = "state", seed: int = 7) -> Workspace:
    """The data below ``folder``, as another device sees them when ``device`` and ``seed`` are others."""
    return Workspace(
        DataFolder(str(folder / "data")),
        lambda: NOW,
        Random(seed).randbytes,
        config=lambda: str(folder / "config"),
        state=lambda: str(folder / device),
    )


def a_store(folder: Path, device: str = "state") -> Store:
    """The diaries below ``folder``."""
    index = Index(str(folder / device / "index.sqlite"))
    remembered, safety = Remembered(index, lost=kept), Safety(lambda: index)
    return Store(
        DataFolder(str(folder / "data")), lambda: str(folder / device), lambda: remembered, lambda: safety
    )


def a_writer(seed: int = 1, at: datetime = NOW, device: str = "ab12") -> Writer:
    """Who writes at ``at``, with ids that are the same in every run."""
    random = Random(seed).randbytes
    return Writer(at, lambda: new_id(at, device, random))


class Refusing:
    """A system call that fails as often as it is asked to, then works."""

    def __init__(self, real: Callable[..., object], number: int, times: int = 1) -> None:
        self.real, self.number, self.times = real, number, times

    def __call__(self, *arguments: object, **more: object) -> object:
        """Fail, or do the real thing."""
        if self.times:
            self.times -= 1
            raise OSError(self.number, "refused")
        return self.real(*arguments, **more)


HOLDING = """
import sys
from vooraf.storage.locks import take
take(sys.argv[1], 30)
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held_elsewhere(lock: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Another program holds the lock while this lasts."""
    program = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(lock)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(each for each in sys.path if each)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"held\n"
        try:
            yield program
        finally:
            program.kill()


# -- strategies ------------------------------------------------------------------------------------

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
"""Every text that TOML can hold, control characters and separators too."""

_zones = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.one_of(st.datetimes(timezones=_zones), st.datetimes(timezones=st.just(UTC)), st.datetimes()).map(
    lambda moment: moment.replace(fold=0)
)
times = st.times().map(lambda moment: moment.replace(fold=0))
scalars = st.one_of(
    texts,
    st.integers(-(2**63), 2**63 - 1),
    st.floats(),
    st.booleans(),
    st.dates(),
    times,
    moments,
)
toml_values = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(texts, inner, max_size=3)),
    max_leaves=6,
)
"""Every type of TOML, nested."""

values_tables = st.dictionaries(
    st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True),
    st.one_of(texts, st.integers(0, 99), st.dates(), times),
)
