"""What the meeting shows: before it begins, one question at a time, and the read-back. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby

from vooraf.actions.meetings import Meeting, Plan
from vooraf.locale import _, ngettext, spoken
from vooraf.locale.words import MUST, field_label, how_word, item_title, standing_word
from vooraf.model.checklist import text_in
from vooraf.model.client import CONFIRMED
from vooraf.model.events import Event
from vooraf.model.how import day_in_text
from vooraf.model.questions import Question
from vooraf.model.record import NamedTuple
from vooraf.model.script import ASK, NOTE, SAY, WRITE, Line, ScriptPart
from vooraf.model.standing import ItemState, differs
from vooraf.model.talk import KINDS
from vooraf.render.labels import label
from vooraf.tui.minutes import minutes_word
from vooraf.tui.widgets.labelled import column_of, cut, labelled
from vooraf.tui.widgets.paint import Line as Drawn
from vooraf.tui.widgets.paint import fitted, paragraph, spread
from vooraf.tui.widgets.signs import sign

_BULLET = "- "


class Shown(NamedTuple):
    """One question of a meeting. ``state`` is how its item stands now, ``how`` how it is told from now on."""

    led: Meeting
    question: Question
    state: ItemState | None
    how: str
    today: date


# -- before it begins ------------------------------------------------------------------------------


def plan_lines(plan: Plan, width: int) -> Iterator[Drawn]:
    """How long it takes, what is asked, and what is for another time."""
    count = len(plan.questions)
    asked = ngettext("{count} question", "{count} questions", count).format(count=count)
    yield from paragraph(f"{minutes_word(plan.script.minutes)} · {asked}", width, "title")
    yield from paragraph(
        _("Enter begins. Every answer is kept at once: stop when you like, and go on later."), width, "dim"
    )
    yield ()
    for title, group in groupby(plan.questions, key=lambda question: question.title):
        titles = [_title_in(plan, each.item) for each in group if each.item]
        yield from paragraph(title, width, "" if titles else "dim")
        for each in titles:
            yield from paragraph(each, width, "strong", "  ")
    if plan.later:
        yield ()
        said = _("For another time ({count}): {titles}")
        yield from paragraph(said.format(count=len(plan.later), titles="; ".join(plan.later)), width, "dim")


def _title_in(plan: Plan, key: str) -> str:
    """An item's title in the language of the script, as the paper has it."""
    state = plan.view.state(key)
    return text_in(state.item.title, plan.script.language) if state else key


# -- one question ----------------------------------------------------------------------------------


def question_lines(shown: Shown, width: int) -> Iterator[Drawn]:
    """What to ask and to say, what was told and when, where it stands now, and the client's own words."""
    question = shown.question
    heading = next((line for line in question.lines if line.item and line.kind == NOTE), None)
    if heading is None:
        yield from paragraph(question.title, width, "title")
    else:
        yield from paragraph(question.title, width, "dim")
        yield from paragraph(heading.text, width, "title")
        yield from _standing(shown, width)
    lines = [
        line
        for line in question.lines
        if line is not heading and line.kind != WRITE and not _says_what_was_missing(line, shown)
    ]
    labels = [label(kind, spoken()) for kind in KINDS]
    column = column_of([*labels, _("Told"), _("Now")], width)
    for kind, group in groupby(lines, key=lambda line: line.kind):
        yield ()
        for number, line in enumerate(group):
            if number and kind == ASK:
                yield ()
            yield from _script_line(line, width, column)
    yield from _told_before(shown, width, column)
    yield from _own_words(shown, width, column)


def _says_what_was_missing(line: Line, shown: Shown) -> bool:
    """Whether the paper says here which values to fill in: on the screen the standing does, while it is so."""
    before = shown.led.before.state(line.item) if line.item and line.kind == NOTE else None
    return (
        before is not None and bool(before.wording.blanks) and ", ".join(before.wording.blanks) in line.text
    )


def _script_line(line: Line, width: int, column: int) -> Iterator[Drawn]:
    if line.kind == NOTE:
        yield from _said(line.text, " " * column + _BULLET, width)
        return
    style = {ASK: "strong", SAY: ""}.get(line.kind, "dim")
    yield from labelled(label(line.kind, spoken()), line.text, width, column, style)


def _said(text: str, bullet: str, width: int) -> Iterator[Drawn]:
    """``text`` behind a bullet."""
    for number, line in enumerate(paragraph(text, width - len(bullet))):
        yield ((" " * len(bullet) if number else bullet, "dim"), *line)


def _standing(shown: Shown, width: int) -> Iterator[Drawn]:
    """Where the item stands now, with glyph and word; at the right, how it would be told."""
    state = shown.state
    if state is None:
        yield from paragraph(_("The checklist no longer has this item; it counts nowhere."), width, "dim")
        return
    how = (_("how: {how} (h)").format(how=how_word(shown.how)), "dim")
    left = [(f"{sign(state.standing)} {standing_word(state.standing)}", state.standing)]
    if happened := _just_now(shown, state):
        left.append(
            (fitted(f" · {happened}", max(0, width - len(left[0][0]) - len(how[0]) - 1)).rstrip(), "")
        )
    yield spread(tuple(left), (how,), width)
    if state.wording.missing:
        named = ", ".join(field_label(name, shown.led.view.checklist) for name in state.wording.missing)
        said = _("Not to be told yet: no value for {values}. Key e fills it in.")
        yield from paragraph(said.format(values=named), width, "must")


def _just_now(shown: Shown, state: ItemState) -> str:
    """What happened to the item since the talk began."""
    history = state.history
    events = [each for each in (history.confirmed, history.told, history.waived) if each is not None]
    latest = confirmed_since(shown.led, state) or max(events, key=lambda each: each.seq, default=None)
    if latest is None or latest.seq < shown.led.held.started.seq:
        return ""
    by, words = latest.text("by"), latest.text("words") or latest.text("why")
    parts = (_("just now"), how_word(by) if by else "", f"“{words}”" if words else "")
    return " · ".join(part for part in parts if part)


def confirmed_since(led: Meeting, state: ItemState | None) -> Event | None:
    """The confirmation that counts now, when it came since the talk began."""
    done = state.history.confirmed if state is not None and state.standing == CONFIRMED else None
    return done if done is not None and done.seq > led.held.started.seq else None


def own_words(led: Meeting, question: Question, state: ItemState | None) -> str:
    """The client's own words on this question: those of the confirmation, else those under the question."""
    done = confirmed_since(led, state)
    return (done.text("words") if done else "") or led.held.answers.get(question.id, "")


def _told_before(shown: Shown, width: int, column: int) -> Iterator[Drawn]:
    """What was told before the talk and when; and what it is now, when the script doesn't say so yet."""
    item = shown.question.item
    before = shown.led.before.state(item) if item else None
    if before is None or shown.state is None:
        return
    said = [line.text for line in shown.question.lines]
    now, basis = shown.state.wording, before.history.basis
    if basis is not None and not any(basis.text("text") in text for text in said):
        yield ()
        told = f"{_when(basis, shown.today)}: “{basis.text('text')}”"
        yield from labelled(_("Told"), told, width, column)
    stale = basis is None or differs(before.history, now)
    if stale and now.ready and not any(now.text in text for text in said):
        yield ()
        yield from labelled(_("Now"), now.text, width, column, "changed")


def _when(event: Event, today: date) -> str:
    day, by = day_in_text(event.on, today, spoken()), event.text("by")
    if not by:
        return _("on {day}").format(day=day)
    return _("on {day}, {how}").format(day=day, how=how_word(by))


def _own_words(shown: Shown, width: int, column: int) -> Iterator[Drawn]:
    """What is to be written down, and what was."""
    wanted = [line.text for line in shown.question.lines if line.kind == WRITE] or [_("Their own words")]
    words = own_words(shown.led, shown.question, shown.state)
    yield ()
    yield from paragraph(" · ".join(wanted), width, "dim")
    if words:
        yield from paragraph(f"“{cut(words)}”", width, "quote", " " * column)
    else:
        yield from paragraph(_("… (w writes them down)"), width, "dim", " " * column)


# -- the read-back ---------------------------------------------------------------------------------


def read_back_lines(parts: Iterable[ScriptPart], width: int) -> Iterator[Drawn]:
    """What was told and confirmed today, to read out."""
    told = [part for part in parts if part.lines]
    if not told:
        yield ()
        yield from paragraph(_("Nothing was told or confirmed today."), width, "dim")
    for part in told:
        yield ()
        yield from paragraph(part.title, width, "strong")
        for item, group in groupby(part.lines, key=lambda line: line.item):
            yield from _said(" ".join(line.text for line in group), _BULLET if item else "", width)


def _was_asked(led: Meeting, question: Question) -> bool:
    """Whether something was written down or ticked there, though it wasn't gone on from."""
    state = led.view.state(question.item) if question.item else None
    since = led.held.started.seq
    history = state.history if state else None
    ticked = history is not None and any(
        event is not None and event.seq > since for event in (history.confirmed, history.told, history.waived)
    )
    return ticked or bool(led.held.answers.get(question.id))


def end_lines(
    left: Iterable[ItemState], parts: Iterable[ScriptPart], led: Meeting, width: int
) -> Iterator[Drawn]:
    """After the questions: what wasn't asked, what must not stay open, and what was agreed."""
    yield from paragraph(_("Read back together what was said today."), width, "title")
    count = sum(1 for question in led.questions[led.position :] if not _was_asked(led, question))
    if count:
        said = ngettext("{count} question was not asked.", "{count} questions were not asked.", count)
        yield from paragraph(said.format(count=count), width, "dim")
    musts = [item_title(state.item.key, led.view.checklist) for state in left]
    if musts:
        yield ()
        yield from paragraph(_("Not said yet, and you don't leave without it:"), width, "must")
        for title in musts:
            yield from paragraph(f"{MUST} {title}", width, "", "  ")
    yield from read_back_lines(parts, width)
    yield ()
    said = _("Enter ends the meeting and makes the message about it. Backspace goes back.")
    yield from paragraph(said, width, "dim")


# -- the clock -------------------------------------------------------------------------------------


def clock_words(spent: timedelta, minutes: int) -> str:
    """``06:12 of 10:00``; when the time is over, that too."""
    seconds = max(0, int(spent.total_seconds()))
    now, whole = f"{seconds // 60:02}:{seconds % 60:02}", f"{minutes:02}:00"
    words = _("{spent} of {whole}").format(spent=now, whole=whole)
    over = _("time is up")
    return f"{words} · {over}" if seconds >= minutes * 60 else words


def place_words(at: int, count: int) -> str:
    """``4 of 7``: which question it is; after the last one ``read-back``."""
    if at >= count:
        return _("read-back")
    return _("{number} of {count}").format(number=at + 1, count=count)
