"""A program that writes to diaries: ``writing.py FOLDER SEED COUNT CLIENT…`` gives each client COUNT notes."""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime
from random import Random
from typing import TYPE_CHECKING

from vooraf.storage.device import new_id
from vooraf.storage.folder import DataFolder
from vooraf.storage.index import Index
from vooraf.storage.remembered import Remembered
from vooraf.storage.safety import Safety, kept
from vooraf.storage.store import Store, Writer

if TYPE_CHECKING:
    from vooraf.model.client import Client
    from vooraf.storage.store import Draft, Loaded

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)


def a_store(folder: str) -> Store:
    """The diaries below ``folder``, as every program of this device sees them."""
    index = Index(os.path.join(folder, "state", "index.sqlite"))
    remembered, safety = Remembered(index, lost=kept), Safety(lambda: index)
    state = os.path.join(folder, "state")
    return Store(DataFolder(os.path.join(folder, "data")), lambda: state, lambda: remembered, lambda: safety)


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
    """Write the notes, and print how many seconds the slowest of them took."""
    store, writer, slowest = a_store(folder), a_writer(int(seed)), 0.0
    for number in range(int(count)):
        for client in clients:
            began = time.monotonic()
            note(store, client, f"{seed}-{number}", writer)
            slowest = max(slowest, time.monotonic() - began)
    sys.stdout.write(f"{slowest}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
