"""What is in a diary, as several commands say it."""

from __future__ import annotations

from vooraf.actions.view import ClientView
from vooraf.cli.streams import DIM, Streams, beside
from vooraf.locale.day_words import full_day
from vooraf.locale.event_words import event_words, kind_word, not_counted_word
from vooraf.render.wrap import cells


def say_events(out: Streams, seen: ClientView) -> None:
    """Print the events with their day, kind and words."""
    client = seen.client
    wide = max(cells(kind_word(event.kind)) for event in client.events)
    for event in client.events:
        day = full_day(event.on)
        kind = kind_word(event.kind)
        head = f"{day:>16}  {kind}{' ' * (wide - cells(kind))}  "
        words = event_words(event, client, seen.checklist)
        mark = not_counted_word(event, client)
        out.wrapped(beside((words, mark)), head, " " * cells(head), DIM if mark else "")
