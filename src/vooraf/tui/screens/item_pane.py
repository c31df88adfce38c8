"""What stands beside the checklist: everything about the item under the cursor. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rich.cells import cell_len

from vooraf.actions.view import ClientView
from vooraf.errors import N_
from vooraf.locale import _, spoken
from vooraf.locale.day_words import day_word
from vooraf.locale.event_words import kind_word
from vooraf.locale.words import MUST, field_label, how_word, moment_word, progress_line, standing_word
from vooraf.model.announcing import coming, day_of
from vooraf.model.checklist import text_in
from vooraf.model.client import CHANGED, OPEN, TOLD, WAIVED
from vooraf.model.events import Event
from vooraf.model.fold import same_words
from vooraf.model.standing import ItemState
from vooraf.model.vat import names_without_vat
from vooraf.tui.screens.item_facts import fields_of, history_lines, owner_lines, value_lines
from vooraf.tui.widgets.item_rows import ink
from vooraf.tui.widgets.labelled import column_of, cut, labelled, with_tail
from vooraf.tui.widgets.paint import Line, Span, fitted, paragraph, spread

_LABELS = {
    "say": N_("Say"),
    "now": N_("Now"),
    "told": N_("Told"),
    "words": N_("Confirmed"),
    "waived": N_("N/a"),
    "until": N_("Until"),
    "ask": N_("Ask"),
}
_BRIEF_WORDING = 2


def item_lines(seen: ClientView, state: ItemState, today: date, width: int) -> Iterator[Line]:
    """The wording, the values, why it matters, and what happened to it."""
    yield from _head(seen, state, width)
    yield from _needs(seen, state, width)
    yield ()
    yield from _said(state, today, width)
    yield from value_lines(seen, state, width)
    yield from owner_lines(state, width)
    yield from history_lines(seen, state.item.key, fields_of(seen, state), today, width)


def gone_lines(seen: ClientView, key: str, today: date, width: int) -> Iterator[Line]:
    """The history of an item that the checklist no longer has."""
    yield ((fitted(key, width), "title"),)
    yield from paragraph(_("The checklist no longer has this item; it counts nowhere."), width, "dim")
    history = seen.client.items[key]
    if history.basis is not None:
        yield ()
        yield from paragraph(f"“{cut(history.basis.text('text'))}”", width, "quote")
    yield from history_lines(seen, key, (), today, width)


def brief_lines(seen: ClientView, state: ItemState, today: date, width: int) -> Iterator[Line]:
    """The same in four lines, where there is no room beside the list."""
    yield _title_line(state, width)
    missing, last, label = _missing(seen, state), _last(state), _LABELS["ask"]
    said = _told_line(last, today) if last else f"{_(label)}: {_question(state)}"
    needs = _("needs {values}").format(values=missing) if missing else ""
    needs = needs or (
        _("excluding VAT, for a private client (key e)") if names_without_vat(seen.client, state) else ""
    )
    yield ((fitted(needs, width), "must"),) if needs else ((fitted(said, width), "dim"),)
    yield from list(paragraph(cut(state.wording.text, width * (_BRIEF_WORDING + 1)), width))[:_BRIEF_WORDING]


def counts_line(seen: ClientView) -> str:
    """How far this client is, in words: ``9 of 25 confirmed · 2 musts open · 14 told · 2 open``."""
    counts = seen.counts()
    figures = [f"{counts[each]} {standing_word(each)}" for each in (TOLD, OPEN, WAIVED) if counts[each]]
    return " · ".join((progress_line(counts, seen.must_open()), *figures))


def _title_line(state: ItemState, width: int) -> Line:
    must: tuple[Span, ...] = ()
    if state.item.must:
        word = _("must")
        must = ((f"  {MUST} {word}", "must" if state.standing == OPEN else "dim"),)
    right: Line = ((standing_word(state.standing), ink(state.standing, must=state.item.must)), *must)
    room = width - sum(cell_len(text) for text, _style in right) - 1
    return spread(((fitted(text_in(state.item.title, spoken()), room).rstrip(), "title"),), right, width)


def _head(seen: ClientView, state: ItemState, width: int) -> Iterator[Line]:
    yield _title_line(state, width)
    sections = seen.checklist.sections if seen.checklist else ()
    section = next((text_in(each.title, spoken()) for each in sections if each.key == state.item.section), "")
    told_by = _("to tell {moment}").format(moment=moment_word(state.item.moment))
    yield ((fitted(f"{section} · {told_by}", width), "dim"),)


def _needs(seen: ClientView, state: ItemState, width: int) -> Iterator[Line]:
    """What is missing before it can be told, or wrong for a private client; nothing when it is ready."""
    if missing := _missing(seen, state):
        told = _("Can't be told yet: no value for {values}. Key e fills it in.").format(values=missing)
        yield from paragraph(told, width, "must")
    if names_without_vat(seen.client, state):
        told = _("For a private client prices should include VAT. Key e changes VAT and the amounts.")
        yield from paragraph(told, width, "must")


def _missing(seen: ClientView, state: ItemState) -> str:
    """The labels of the values that are missing before it can be told."""
    names = () if state.standing == WAIVED else state.wording.missing
    return ", ".join(field_label(name, seen.checklist) for name in names)


def _said(state: ItemState, today: date, width: int) -> Iterator[Line]:
    """What is said, what was said, what the client said, and the question that goes with it."""
    labels = {key: _(text) for key, text in _LABELS.items()}
    column = column_of(labels.values(), width)
    changed = state.standing == CHANGED
    yield from labelled(labels["now" if changed else "say"], state.wording.text, width, column)
    history = state.history
    told = _told_event(state)
    if told is not None and state.standing != WAIVED:
        if changed:
            was = labelled(labels["told"], told.text("text"), width, column, "dim")
            yield from with_tail(was, _when_and_how(told, today), width, column)
        elif told.kind in (TOLD, "announced"):
            yield from labelled(labels["told"], _when_and_how(told, today), width, column)
    if state.standing != CHANGED and (announced := coming(history, today)) is not None:
        until = labelled(labels["until"], announced.text("was"), width, column, "dim")
        yield from with_tail(until, _holds_from(announced, today), width, column)
    if history.confirmed is not None and state.standing != WAIVED:
        yield from _confirmed(history.confirmed, labels["words"], today, width, column)
    if state.standing == WAIVED and history.waived is not None:
        why = history.waived.text("why") or "–"
        yield from with_tail(
            labelled(labels["waived"], why, width, column), day_word(history.waived.on, today), width, column
        )
    elif not state.settled and (question := _question(state)):
        yield from labelled(labels["ask"], question, width, column)


def _holds_from(announced: Event, today: date) -> str:
    """From when the words that were announced hold."""
    day = day_of(announced)
    return _("new from {day}").format(day=day_word(day, today)) if day else ""


def _confirmed(event: Event, label: str, today: date, width: int, column: int) -> Iterator[Line]:
    """The client's own words; only when and how where there are none."""
    words, when = event.text("words"), _when_and_how(event, today)
    if words:
        yield from with_tail(labelled(label, f"“{words}”", width, column, "quote"), when, width, column)
    else:
        yield from labelled(label, when, width, column)


def _question(state: ItemState) -> str:
    """The question of the check-in: asked when it is open, otherwise whether it landed."""
    return text_in(state.item.ask if state.standing == OPEN else state.item.check, state.wording.language)


def _told_event(state: ItemState) -> Event | None:
    """The event in whose words it was told last: the telling itself where it had the words that count."""
    told, basis = state.history.told, state.history.basis
    return told if told is not None and (basis is None or same_words(told, basis)) else basis


def _last(state: ItemState) -> Event | None:
    history = state.history
    if state.standing == WAIVED:
        return history.waived
    return history.confirmed or history.told


def _told_line(event: Event, today: date) -> str:
    said = event.text("words") or event.text("why")
    return " · ".join(
        part
        for part in (f"{kind_word(event.kind)} {_when_and_how(event, today)}", f"“{said}”" if said else "")
        if part
    )


def _when_and_how(event: Event, today: date) -> str:
    by = event.text("by")
    return ", ".join(part for part in (how_word(by) if by else "", day_word(event.on, today)) if part)
