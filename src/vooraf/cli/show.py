"""``vooraf show``: one client, with where every item stands."""

from __future__ import annotations

from vooraf.actions.view import ClientView
from vooraf.cli.arguments import Namespace
from vooraf.cli.as_json import client_json
from vooraf.cli.context import Context
from vooraf.cli.options import declare_client, declare_json
from vooraf.cli.parser import Parser
from vooraf.cli.said import missing_line
from vooraf.cli.said_events import say_events
from vooraf.cli.streams import BOLD, Streams, beside
from vooraf.errors import DONE
from vooraf.locale import _, spoken
from vooraf.locale.boundary_words import boundary_line
from vooraf.locale.day_words import day_word, meeting_word
from vooraf.locale.words import (
    MUST,
    glyph,
    how_word,
    item_title,
    language_word,
    profile_value,
    profile_word,
    progress_line,
    standing_word,
)
from vooraf.model.announcing import coming, day_of
from vooraf.model.checklist import text_in
from vooraf.model.client import CHANGED, CONFIRMED, STANDINGS, WAIVED
from vooraf.model.events import Event
from vooraf.model.formats import clock
from vooraf.model.standing import ItemState
from vooraf.model.visible import visible_line
from vooraf.render.wrap import cells

SHOWN_FIELDS = (
    "place",
    "wishes",
    "kind",
    "email",
    "phone",
    "salutation",
    "style",
    "approach",
    "pace",
    "moment",
)


def declare(parser: Parser) -> None:
    """Name the arguments."""
    parser.usage = ("CLIENT [--json]",)
    parser.examples = ("vooraf --demo show noor", "vooraf --demo show grace --json")
    declare_client(parser)
    declare_json(parser)


def run(context: Context, given: Namespace) -> int:
    """Print what is known, and every item with its standing."""
    seen = context.see(given.client)
    if seen.broken:
        translate = context.out.translate
        context.add_remark(seen.broken.sentence(translate), seen.broken.hint_line(translate))
    if given.json:
        context.out.json(client_json(seen))
        return DONE
    _say_profile(context, seen)
    if seen.checklist is None:
        context.out.line()
        say_events(context.out, seen)
        return DONE
    states = {state.item.key: state for state in seen.states}
    for section in seen.checklist.sections:
        context.out.line()
        context.out.line(visible_line(text_in(section.title, spoken())), BOLD)
        for item in section.items:
            _say_item(context, seen, states[item.key])
    context.out.line()
    if seen.gone:
        context.out.wrapped(_("No longer in the checklist: {keys}").format(keys=", ".join(seen.gone)))
    context.out.line(progress_line(seen.counts(), seen.must_open()))
    return DONE


def _say_profile(context: Context, seen: ClientView) -> None:
    client, out, now = seen.client, context.out, context.workspace.now()
    archived = _("archived") if client.archived else ""
    language = language_word(client.language)
    out.line(beside((visible_line(client.name), client.id, client.checklist, language, archived)), BOLD)
    meeting = meeting_word(client.meeting, now)
    if client.meeting and client.meeting.date() != now.date():
        meeting += f" {clock(client.meeting)}"
    known = {"meeting": meeting}
    for key, value in client._asdict().items():
        if key in SHOWN_FIELDS and value:
            known[key] = profile_value(key, value)
    wide = max(cells(profile_word(key)) for key in known) + 2
    for key, shown in known.items():
        word = profile_word(key)
        out.wrapped(shown, word + " " * (wide - cells(word)), " " * wide)
    if came_up := boundary_line(client, seen.checklist):
        out.wrapped(came_up)


def _say_item(context: Context, seen: ClientView, state: ItemState) -> None:
    """The item's line; under it what it misses, or what was told and what it is now."""
    out, key = context.out, state.item.key
    must = MUST if state.item.must and state.standing not in (CONFIRMED, WAIVED) else " "
    sign = glyph(state.standing, ascii_only=out.ascii_only)
    wide = max(len(each.item.key) for each in seen.states)
    words = max(cells(standing_word(each)) for each in STANDINGS)
    word = standing_word(state.standing)
    head = f"{must} {sign} {key:<{wide}}  {word}{' ' * (words - cells(word))}  "
    out.wrapped(
        beside((item_title(key, seen.checklist), *_happened(context, state))), head, " " * cells(head)
    )
    if not state.wording.ready and state.standing != WAIVED:
        out.wrapped(missing_line(context, seen, state), "      ", "      ")
    elif state.standing == CHANGED:
        _say_change(out, state)
    elif (announced := coming(state.history, context.workspace.today)) is not None:
        _say_announced(context, state, announced)


def _happened(context: Context, state: ItemState) -> tuple[str, ...]:
    """How and when the last thing happened to it, and in whose words."""
    history = state.history
    if state.standing == WAIVED and history.waived:
        return (visible_line(history.waived.text("why")),)
    last: Event | None = history.basis
    if last is None:
        return ()
    day = day_word(last.on, context.workspace.today)
    by = how_word(last.text("by")) if last.text("by") else ""
    words = visible_line(last.text("words"))
    return ", ".join(filter(None, (by, day))), f"“{words}”" if words else ""


def _say_announced(context: Context, state: ItemState, announced: Event) -> None:
    """What holds until the day that was announced, and what from then on."""
    day = day_of(announced)
    from_day = day_word(day, context.workspace.today) if day else ""
    _say_pairs(
        context.out,
        (
            (_("Until then:"), announced.text("was")),
            (_("From {day}:").format(day=from_day), state.wording.text),
        ),
    )


def _say_change(out: Streams, state: ItemState) -> None:
    """What it is now, and what was told or confirmed."""
    was = state.history.basis.text("text") if state.history.basis else ""
    _say_pairs(out, ((_("Now:"), state.wording.text), (_("Was:"), was)))


def _say_pairs(out: Streams, pairs: tuple[tuple[str, str], ...]) -> None:
    """Texts behind their labels, below an item."""
    wide = max(cells(label) for label, _text in pairs) + 1
    for label, text in pairs:
        out.wrapped(visible_line(text), "      " + label + " " * (wide - cells(label)), " " * (6 + wide))
