"""All diaries compared with what the index knows of them, a file at a time: so that ten thousand take no room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet

from vooraf.model.faults import Problem
from vooraf.model.record import NamedTuple
from vooraf.storage.index_values import Signature
from vooraf.storage.remembered import Remembered

Signed = Mapping[str, Signature | None]
"""The signature of each of some files, by path; ``None`` for one that is gone."""


class Look(NamedTuple):
    """What a look at all diaries found.

    ``clients`` are those who have a file. ``unproven`` are the files of those whose line in the index may not
    be as they are now: none, when all of a client's files are gone. ``problems`` is what lies there that is
    no diary.
    """

    clients: AbstractSet[str]
    unproven: Mapping[str, Signed]
    problems: tuple[Problem, ...]


class Compared(NamedTuple):
    """Files against the index.

    ``clients`` are those of the files that are there and known. ``changed`` are files that aren't as they were
    indexed, ``gone`` those that aren't there, ``old`` those with whose client's line the index was made in
    another context. ``unproven`` are the clients of whom a file changed or is gone, or whose line isn't proven.
    """

    clients: set[str]
    changed: Mapping[str, None]
    gone: list[str]
    old: list[str]
    unproven: set[str]


def compared(
    paths: Iterable[str],
    context: str,
    remembered: Remembered,
    signature: Callable[[str], Signature | None],
    stamp: Callable[[Signed], str],
) -> Compared:
    """The files at ``paths`` against what is ``remembered``.

    ``signature`` gives that of a file now, ``stamp`` what proves a line that was made of such files.
    """
    new = set(paths)
    found = Compared(set(), {}, [], [], set())
    several = {client: dict[str, Signature | None]() for client in remembered.with_copies()}
    stamps = dict[str, str]()
    changed = list[str]()
    for path, before, client, made, is_old in remembered.states(context):
        now = signature(path) if path in new else None
        new.discard(path)
        if now is None:
            found.gone.append(path)
            found.unproven.add(client)
            continue
        found.clients.add(client)
        if is_old:
            found.old.append(path)
        if now != before:
            changed.append(path)
            found.unproven.add(client)
        elif client in several:
            several[client][path], stamps[client] = now, made
        elif not made or stamp({path: now}) != made:  # an empty one proves nothing: the clock may be set back
            found.unproven.add(client)
    for client, made in stamps.items():
        if not made or stamp(dict(sorted(several[client].items()))) != made:
            found.unproven.add(client)
    return found._replace(changed=dict.fromkeys([*changed, *sorted(new)]))
