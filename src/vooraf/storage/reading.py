"""What a diary's file holds."""

from __future__ import annotations

from vooraf.model.events import Event
from vooraf.model.faults import Problem
from vooraf.model.record import NamedTuple

Range = tuple[int, int]
"""Bytes of a file: where they begin, and where they end."""


class Reading(NamedTuple):
    """What a file holds.

    ``client`` is the identity inside it (empty when it has none); ``scraps`` are the byte ranges that are
    no event and can be set aside; ``problems`` what the owner is told.
    """

    client: str
    events: tuple[Event, ...]
    scraps: tuple[Range, ...]
    problems: tuple[Problem, ...]
