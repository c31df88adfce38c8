"""A client in short, as it stands beside the list: who, when, what was told, what must still be said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from vooraf.actions.view import ClientView
from vooraf.locale import _, ngettext, spoken
from vooraf.locale.boundary_words import boundary_line
from vooraf.locale.day_words import day_word
from vooraf.locale.words import MUST, how_word, language_word, progress_line, standing_word
from vooraf.model.checklist import Section, text_in
from vooraf.model.client import CHANGED, OPEN, STANDINGS, Client
from vooraf.model.formats import NO_BREAK
from vooraf.model.standing import ItemState
from vooraf.tui.widgets.next_meeting import until, when_word
from vooraf.tui.widgets.paint import Line, fitted, one_line, paragraph
from vooraf.tui.widgets.signs import rule, sign

MOST_NAMED = 6
"""So many titles stand under a heading; the others are counted."""

_SECTION = 34


def in_short(seen: ClientView, now: datetime, width: int) -> Iterator[Line]:
    """The lines of the pane."""
    yield ((fitted(seen.client.name, width).rstrip(), "title"),)
    yield from paragraph(_whom(seen), width, "dim")
    if reached := " · ".join(filter(None, (seen.client.email, seen.client.phone))):
        yield from paragraph(one_line(reached), width, "dim")
    for problem in seen.problems:
        yield from paragraph(problem.sentence(_), width, "must")
    yield from paragraph(_when(seen.client, now), width)
    yield from _wishes(seen.client, width)
    yield from _said(seen, now, width)
    if came_up := boundary_line(seen.client, seen.checklist):
        yield from paragraph(came_up, width)
    yield ()
    if seen.broken:
        yield from paragraph(seen.broken.sentence(_), width, "must")
        yield from paragraph(seen.broken.hint_line(_), width, "dim")
        return
    yield from paragraph(progress_line(seen.counts(), seen.must_open()), width, "strong")
    musts = [state for state in seen.states if state.item.must and state.standing == OPEN]
    yield from _named(_("Must still be said"), musts, MUST, "must", width)
    changed = [state for state in seen.states if state.standing == CHANGED]
    yield from _named(_("Changed since it was told"), changed, sign(CHANGED), "changed", width)
    yield ()
    for section in seen.checklist.sections if seen.checklist else ():
        yield _section(section, seen, width)
    yield ()
    yield from paragraph(legend(), width, "dim")


def legend() -> str:
    """What the signs mean."""
    signs = [f"{sign(standing)}{NO_BREAK}{standing_word(standing)}" for standing in STANDINGS]
    must = _("must")
    return "  ".join((*signs, f"{MUST}{NO_BREAK}{must}"))


def in_two_lines(seen: ClientView, now: datetime, width: int) -> Iterator[Line]:
    """The same where there is no room for a pane: who and when; how far, and what must still be said."""
    client = seen.client
    yield ((rule(width), "rule"),)
    first = one_line(" · ".join(filter(None, (client.name, _when(client, now), _quoted_wishes(client)))))
    yield ((fitted(first, width), "strong"),)
    if seen.broken:
        yield ((fitted(seen.broken.sentence(_), width), "must"),)
        return
    progress = progress_line(seen.counts(), seen.must_open())
    musts = [_title(state) for state in seen.states if state.item.must and state.standing == OPEN]
    named = f" · {MUST} {'; '.join(musts)}" if musts else ""
    yield ((fitted(progress + named, width), ""),)


def fault_lines(told: str, width: int) -> Iterator[Line]:
    """What is said of a client who can't be read."""
    yield ()
    yield from paragraph(told, width, "must")


def last_told(seen: ClientView, now: datetime) -> str:
    """``Last told by e-mail, 12 Nov``; an empty text when nothing was."""
    told = [state.history.told for state in seen.states if state.history.told]
    if not told:
        return ""
    last = max(told, key=lambda event: (event.on, event.seq))
    return _("Last told: {how}, {day}").format(
        how=how_word(last.text("by")) or "–", day=day_word(last.on, now.date())
    )


def _whom(seen: ClientView) -> str:
    checklist, client = seen.checklist, seen.client
    title = text_in(checklist.title, spoken()) if checklist else client.checklist
    note = _("archived") if client.archived else ""
    return " · ".join(filter(None, (title, language_word(client.language), note)))


def _when(client: Client, now: datetime) -> str:
    if client.meeting is None:
        return _("No meeting planned")
    when = f"{when_word(client.meeting, now)}{until(client.meeting, now)}"
    return ", ".join(filter(None, (when, client.place)))


def _quoted_wishes(client: Client) -> str:
    return " · ".join(f"“{wish}”" for wish in client.wishes)


def _wishes(client: Client, width: int) -> Iterator[Line]:
    if client.wishes:
        yield from paragraph(one_line(_quoted_wishes(client)), width, "quote")


def _said(seen: ClientView, now: datetime, width: int) -> Iterator[Line]:
    if told := last_told(seen, now):
        yield from paragraph(told, width)
    if seen.client.notes:
        note = one_line(seen.client.notes[-1].text("text"))
        yield ((fitted(_("Note: {text}").format(text=note), width).rstrip(), ""),)
    if held := seen.client.under_way():
        left = len(held.questions) - len(held.answers)
        said = ngettext(
            "A meeting is under way: {count} question left.",
            "A meeting is under way: {count} questions left.",
            left,
        )
        yield from paragraph(said.format(count=left), width, "must")


def _title(state: ItemState) -> str:
    return text_in(state.item.title, spoken())


def _named(heading: str, states: list[ItemState], mark: str, style: str, width: int) -> Iterable[Line]:
    if not states:
        return
    yield ()
    yield ((heading, "dim"),)
    for state in states[:MOST_NAMED]:
        yield ((f" {mark} ", style), (fitted(_title(state), width - len(mark) - 2).rstrip(), ""))
    more = len(states) - MOST_NAMED
    if more > 0:
        yield ((f"   {ngettext('and {count} more', 'and {count} more', more).format(count=more)}", "dim"),)


def _section(section: Section, seen: ClientView, width: int) -> Line:
    known = {state.item.key: state for state in seen.states}
    room = min(_SECTION, width * 3 // 5)
    line: Line = ((fitted(text_in(section.title, spoken()), room), ""),)
    for item in section.items:
        state = known[item.key]
        line = (*line, (" ", ""), (sign(state.standing), state.standing))
        if item.must and state.standing == OPEN:
            line = (*line, (MUST, "must"))
    return line
