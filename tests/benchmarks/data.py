"""Data folders to measure on: seeded, written in the program's own format by its own code.

The events are those of a client who was opened, told everything ready and confirmed some of it, so that a
diary has as many as a real one after a few months. They are written without the lock and the fsync of an
append, which would take a hundred times longer and leave the same bytes.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from vooraf.actions.items import words_of
from vooraf.actions.workspace import Workspace
from vooraf.model.checklist import Checklist, Field
from vooraf.model.events import Event, sealed
from vooraf.model.fold import fold
from vooraf.model.naming import slug_of
from vooraf.model.standing import ItemState, states
from vooraf.storage.device import new_id
from vooraf.storage.rules_writer import write_rules
from vooraf.storage.toml_text import event_text, head_text

FIRST = ("Noor", "Anna", "Grace", "Bram", "Zoë", "Emre", "Lotte", "Priya", "Jeroen", "Inès", "Søren", "Mia")
LAST = ("Veldman", "de Wit", "Okafor", "Bos", "van Dijk", "Yılmaz", "Smit", "Raman", "Jansen", "García")
USUAL: Mapping[str, object] = {
    "text": "as agreed", "number": 2, "money": "75", "percent": 25, "date": date(2026, 12, 15), "time": time(10),
    "days": 14, "hours": 8,
}  # fmt: skip
WISHES = ("no posing", "ready before the summer", "one page a month", "koper, geen rood", "the whole family")
BEGAN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def fill(workspace: Workspace, clients: int, events: int, seed: int = 1) -> None:
    """Write ``clients`` diaries of about ``events`` events each into an empty data folder."""
    random = Random(seed)
    os.makedirs(workspace.folder.clients, mode=0o700, exist_ok=True)
    checklists = [workspace.library.checklist(key) for key in ("photographer", "salon", "general")]
    write_usual_values(workspace, checklists)
    templates = {each.key: ready_items(workspace, each) for each in checklists}
    for number in range(clients):
        client_id = f"{number:06d}".translate(str.maketrans("0123456789", "abcdefghjk"))
        name = f"{random.choice(FIRST)} {random.choice(LAST)} {number:05d}"
        checklist = random.choice(checklists)
        written = diary(random, name, checklist.key, templates[checklist.key], events)
        path = os.path.join(workspace.folder.clients, f"{slug_of(name)}-{client_id}.toml")
        text = head_text(client_id) + "".join("\n" + event_text(event) for event in written)
        with open(
            path, "w", encoding="utf-8", opener=lambda file, flags: os.open(file, flags, 0o600)
        ) as file:
            file.write(text)


def write_usual_values(workspace: Workspace, checklists: Iterable[Checklist]) -> None:
    """House rules with a value for every field, so that every item can be told."""
    fields: dict[str, Field] = {}
    for checklist in checklists:
        fields.update(checklist.fields)
    values: dict[tuple[str, str], object] = {
        ("value", field.name): next(iter(field.options)) if field.type == "choice" else USUAL[field.type]
        for field in fields.values()
        if field.default is None
    }
    write_rules(workspace.folder.rules, {("owner", "name"): "Fotografie Zuid", **values})


def ready_items(workspace: Workspace, checklist: Checklist) -> list[ItemState]:
    """The items that can be told to anybody."""
    nobody = fold("", ())._replace(language="en")
    return [state for state in states(nobody, checklist, workspace.shared.wordings) if state.wording.ready]


def diary(random: Random, name: str, checklist: str, items: list[ItemState], count: int) -> list[Event]:
    """The events of one client."""
    at = BEGAN + timedelta(minutes=random.randrange(100_000))
    kinds: list[tuple[str, dict[str, object]]] = [
        ("opened", {"name": name, "language": "en", "checklist": checklist}),
        (
            "profile",
            {"meeting": datetime(2026, 12, 1 + random.randrange(28), 10), "wishes": [random.choice(WISHES)]},
        ),
    ]
    while len(kinds) < count:
        state = items[(len(kinds) - 2) % len(items)]
        words = words_of(state, "email", at.date())
        confirmed = len(kinds) > len(items) and random.random() < 0.5
        kinds.append(("confirmed", {**words, "words": "fine by me"}) if confirmed else ("told", words))
    return [
        sealed(number, new_id(at, "ab12", random.randbytes), at, kind, {**data, "batch": f"batch-{number}"})
        for number, (kind, data) in enumerate(kinds, 1)
    ]
