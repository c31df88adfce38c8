"""A store whose diaries get notes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.factories import a_writer

if TYPE_CHECKING:
    from collections.abc import Callable

    from vooraf.model.client import Client
    from vooraf.storage.store import Draft, Loaded, Store

ID = "k7q2m9"


def new(store: Store, client_id: str = ID, name: str = "Noor", seed: int = 1) -> Path:
    """A new diary; gives its path."""
    path = Path(store.folder.clients) / f"{name.lower()}-{client_id}.toml"
    opened = [("opened", {"name": name, "language": "en", "checklist": "general"})]
    store.append(client_id, lambda _: opened, a_writer(seed), str(path))
    return path


def noting(text: str) -> Callable[[Client], list[Draft]]:
    """The decision to write a note."""
    return lambda _: [("note", {"text": text})]


def note(store: Store, text: str, seed: int = 2, device: str = "ab12") -> Loaded:
    """One note more."""
    return store.append(ID, noting(text), a_writer(seed, device=device))


def accept(store: Store, seed: int) -> int:
    """The owner looks at what is missing, and accepts it."""
    return store.accept(ID, store.gone_from(ID).missing, a_writer(seed))


def texts(loaded: Loaded) -> list[str]:
    """The notes that count."""
    return [each.text("text") for each in loaded.client.notes]


def sentences(loaded: Loaded) -> list[str]:
    """What is told about the diary."""
    return [problem.sentence() for problem in loaded.problems]
