"""The words for days: how near one is, when they meet and how long until then."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from vooraf.errors import N_
from vooraf.locale import _, ngettext, spoken
from vooraf.model.formats import clock, short_date

_SOON = timedelta(minutes=90)


def day_word(day: date, today: date) -> str:
    """``today``, ``tomorrow``, ``yesterday``, ``Tue 24 Nov``; with the year when it is another one."""
    near = {-1: N_("yesterday"), 0: N_("today"), 1: N_("tomorrow")}.get((day - today).days)
    if near:
        return _(near)
    return short_date(day, spoken()) if day.year == today.year else full_day(day)


def meeting_word(meeting: datetime | None, now: datetime) -> str:
    """When they meet: ``today 14:00``, ``tomorrow``, ``Tue 24 Nov``, ``no date``.

    ``meeting`` is local time without a zone; of ``now`` the day is taken.
    """
    if meeting is None:
        return _("no date")
    day = day_word(meeting.date(), now.date())
    return f"{day} {clock(meeting)}" if meeting.date() == now.date() else day


def until_word(meeting: datetime, now: datetime) -> str:
    """How long until a meeting: ``in 40 minutes``, ``in 3 days``; ``now`` when it has begun.

    ``meeting`` is local time without a zone, ``now`` is local. A meeting of another day that is past gives
    an empty text.
    """
    left = meeting - now.replace(tzinfo=None)
    days = (meeting.date() - now.date()).days
    if days < 0:
        return ""
    if left < timedelta(0):
        return _("now")
    if left < _SOON:
        minutes = left // timedelta(minutes=1)
        return ngettext("in {count} minute", "in {count} minutes", minutes).format(count=minutes)
    if days == 0:
        hours = round(left / timedelta(hours=1))
        return ngettext("in {count} hour", "in {count} hours", hours).format(count=hours)
    return ngettext("in {count} day", "in {count} days", days).format(count=days)


def full_day(day: date) -> str:
    """A day that says itself in any year: ``Tue 24 Nov 2026``."""
    return f"{short_date(day, spoken())} {day.year}"


def at_word(moment: datetime) -> str:
    """The same with the time: ``Tue 24 Nov 2026 10:00``."""
    return f"{full_day(moment)} {clock(moment)}"
