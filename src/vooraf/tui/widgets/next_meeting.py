"""The meeting that comes next, and what to do for it: why somebody opens Vooraf."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from rich.cells import cell_len

from vooraf.actions.view import ClientView
from vooraf.locale import _, ngettext
from vooraf.locale.day_words import meeting_word, until_word
from vooraf.locale.words import changed_word, musts_word
from vooraf.model.client import CHANGED, CONFIRMED, OPEN, TOLD
from vooraf.model.formats import clock
from vooraf.tui.widgets.paint import Line, fitted, one_line, spread, width_of


def next_meeting(
    seen: ClientView | None, now: datetime, width: int, keys: Mapping[str, str], *, under_cursor: bool
) -> Iterator[Line]:
    """Two lines: who and when; what to do.

    ``seen`` is ``None`` when no meeting is planned. ``keys`` are those of ``script``, ``meeting`` and
    ``first``: what to press stands there, for the client under the cursor alone.
    """
    heading = (_("Next") + "  ", "key")
    meeting = seen.client.meeting if seen else None
    if seen is None or meeting is None:
        yield (heading, (_("No meeting is planned."), "dim"))
        said = _("Open the client with enter; p plans one.")
        yield ((" " * width_of((heading,)), ""), (fitted(said, max(width - width_of((heading,)), 1)), "dim"))
    else:
        client, indent = seen.client, " " * width_of((heading,))
        right: Line = () if under_cursor else ((keys["first"], "key"), (" " + _("goes there"), "dim"))
        place = f", {client.place}" if client.place else ""
        behind = one_line(f" · {when_word(meeting, now)}{until(meeting, now)}{place}")
        room = max(width - width_of(right) - width_of((heading,)) - 1, 1)
        yield spread((heading, *_cut(one_line(client.name), behind, room)), right, width)
        stands, room = how_it_stands(seen), max(width - len(indent), 1)
        whole = f"{stands}  {what_to_do(seen, keys)}" if under_cursor else stands
        yield ((indent, ""), (fitted(whole if cell_len(whole) <= room else stands, room), ""))


def when_word(meeting: datetime, now: datetime) -> str:
    """The day of a meeting and always its time: ``today 14:00``, ``Tue 24 Nov 10:00``."""
    word, at = meeting_word(meeting, now), clock(meeting)
    return word if word.endswith(at) else f"{word} {at}"


def _cut(name: str, behind: str, room: int) -> Line:
    """Both in at most ``room`` cells: the name is cut to what is left, but never to less than half."""
    most = max(room // 2, room - cell_len(behind))
    shown = fitted(name, min(most, cell_len(name)))
    return ((shown, "strong"), (fitted(behind, max(room - cell_len(shown), 1)).rstrip(), ""))


def until(meeting: datetime, now: datetime) -> str:
    """`` (in 3 days)``; nothing where the day says it already."""
    tomorrow = (meeting.date() - now.date()).days == 1
    said = until_word(meeting, now)
    return f" ({said})" if said and not tomorrow else ""


def how_it_stands(seen: ClientView) -> str:
    """What somebody who meets this client has to know first."""
    if seen.broken:
        return seen.broken.sentence(_)
    if seen.client.under_way():
        return _("The meeting was begun and not ended.")
    counts = seen.counts()
    if not (counts[TOLD] or counts[CONFIRMED] or counts[CHANGED]):
        return _("Nothing was told yet.")
    if not (counts[OPEN] or counts[TOLD] or counts[CHANGED]):
        return _("Everything is settled.")
    told = ngettext("{count} told, not confirmed", "{count} told, not confirmed", counts[TOLD])
    parts = (
        musts_word(seen.must_open()),
        changed_word(counts[CHANGED]),
        told.format(count=counts[TOLD]) if counts[TOLD] else "",
    )
    return " · ".join(filter(None, parts))


def what_to_do(seen: ClientView, keys: Mapping[str, str]) -> str:
    """One sentence: the keys that help with this client now."""
    if seen.broken:
        return ""
    if seen.client.under_way():
        return _("{meeting} goes on where it stopped.").format(**keys)
    counts = seen.counts()
    if not (counts[TOLD] or counts[CONFIRMED] or counts[CHANGED]):
        return _("{script} makes the letter, {meeting} leads the meeting.").format(**keys)
    if not (counts[OPEN] or counts[TOLD] or counts[CHANGED]):
        return _("{script} prints what was agreed.").format(**keys)
    return _("{script} prints the check-in, {meeting} leads the meeting.").format(**keys)
