"""A program that writes to diaries: ``writing.py FOLDER SEED COUNT CLIENT…`` gives each client COUNT notes."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from random import Random
from typing import TYPE_CHECKING

from vooraf.errors import DiaryBusy
from vooraf.storage.device import new_id
from vooraf.storage.folder import DataFolder
from vooraf.storage.index import Index
from vooraf.storage.remembered import Remembered
from vooraf.storage.store import Store, Writer

if TYPE_CHECKING:
    from vooraf.model.client import Client
    from vooraf.storage.store import Draft, Loaded

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)


def a_store(folder: str) -> Store:
    """The diaries below ``folder``, as every program of this device sees them."""
    remembered = Remembered(Index(os.path.join(folder, "state", "index.sqlite")))
    return Store(
        DataFolder(os.path.join(folder, "data")), lambda: os.path.join(folder, "state"), lambda: remembered
    )


def a_writer(seed: int) -> Writer:
    """Who writes; another seed makes other ids."""
    random = Random(seed).randbytes
    return Writer(AT, lambda: new_id(AT, "ab12", random))


def open_diary(store: Store, client: str, seed: int) -> Loaded:
    """A new client."""
    path = os.path.join(store.folder.clients, f"noor-{client}.toml")
    opened: list[Draft] = [("opened", {"name": "Noor", "language": "en", "checklist": "general"})]
    return store.append(client, lambda _: opened, a_writer(seed), path)


def note(store: Store, client: str, text: str, writer: Writer) -> Loaded:
    """A note in a client's diary."""

    def decide(_: Client) -> list[Draft]:
        return [("note", {"text": text})]

    return store.append(client, decide, writer)


def main(folder: str, seed: str, count: str, *clients: str) -> None:
    """Write the notes; what is said to be not saved because another one writes is done again, as is said."""
    store, writer = a_store(folder), a_writer(int(seed))
    wanted = [(client, f"{seed}-{number}") for number in range(int(count)) for client in clients]
    for client, text in wanted:
        while not is_noted(store, client, text, writer):
            sys.stderr.write(f"{client}: busy\n")


def is_noted(store: Store, client: str, text: str, writer: Writer) -> bool:
    """Whether the note could be written, and it wasn't others who kept the lock for themselves."""
    try:
        note(store, client, text, writer)
    except DiaryBusy:
        return False
    return True


if __name__ == "__main__":
    main(*sys.argv[1:])
