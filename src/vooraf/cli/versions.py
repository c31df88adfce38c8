"""``vooraf versions``: events that stand in a diary in two versions; which one counts."""

from __future__ import annotations

import os
from collections.abc import Sequence

from vooraf.actions.versions import Choice, Question, all_questions, choose, questions
from vooraf.actions.view import ClientView, view
from vooraf.cli.arguments import Namespace
from vooraf.cli.as_json import SCHEMA, event_json
from vooraf.cli.context import Context
from vooraf.cli.options import declare_json
from vooraf.cli.parser import Parser
from vooraf.cli.streams import BOLD, DIM, Streams, beside
from vooraf.errors import DONE, N_
from vooraf.errors.command import BadVersion, MissingArgument, UnknownVersion
from vooraf.locale import _, ngettext
from vooraf.locale.day_words import full_day
from vooraf.locale.event_parts import own_parts
from vooraf.locale.event_words import event_line
from vooraf.model.events import CHOSEN, Event
from vooraf.model.versions import version_of
from vooraf.model.visible import visible_line

USAGE = "[CLIENT] [--keep N]… [--json]"
_MOST_DIGITS = 6
_INDENT = " " * 22


def declare(parser: Parser) -> None:
    """Name the arguments."""
    parser.usage = (USAGE,)
    parser.examples = ("vooraf --demo versions", "vooraf --demo versions noor")
    parser.positional(
        "client", "CLIENT", N_("the client: an id, or any part of the name that fits one"), required=False
    )
    parser.option(
        "--keep",
        "N",
        N_("the version that counts: its number in the list; if both count, --keep for each"),
        read=_number,
        repeated=True,
    )
    declare_json(parser)


def _number(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) <= _MOST_DIGITS):
        raise BadVersion(value=value)
    return int(value)


def run(context: Context, given: Namespace) -> int:
    """Print the versions; with ``--keep``, record which of them count."""
    if given.keep and not given.client:
        raise MissingArgument(
            program="vooraf versions", argument=_("CLIENT"), usage=f"vooraf versions {USAGE}"
        )
    if not given.client:
        return _list(context, given, all_questions(context.workspace))
    seen = view(context.workspace, context.find(given.client))
    found = questions(seen)
    if not given.keep:
        return _list(context, given, found)
    after = choose(context.workspace, seen.client.id, _choices(seen, found, given.keep))
    context.tell_problems(after)
    chosen = [
        event for event in after.client.events if event.kind == CHOSEN and event not in seen.client.events
    ]
    if given.json:
        context.out.json(
            {**_json(questions(after)), "done": [event_json(each, after.client) for each in chosen]}
        )
        return DONE
    for event in chosen:
        context.out.wrapped(event_line(event, after.client, after.checklist), "", "  ")
    context.out.line(
        _("Take it back: {command}").format(command=context.command(f"undo {seen.client.id}")), DIM
    )
    return DONE


def _choices(seen: ClientView, found: Sequence[Question], numbers: Sequence[int]) -> list[Choice]:
    """What counts by these numbers. Raises UnknownVersion: there is none with that number."""
    numbered = [event for question in found for event in question.versions]
    for number in numbers:
        if not 1 <= number <= len(numbered):
            raise UnknownVersion(number=number, client=seen.client.id)
    kept = [numbered[number - 1] for number in dict.fromkeys(numbers)]
    chosen = ((each, tuple(event for event in each.versions if event in kept)) for each in found)
    return [Choice(question, counting) for question, counting in chosen if counting]


def _list(context: Context, given: Namespace, found: Sequence[Question]) -> int:
    if given.json:
        context.out.json({**_json(found), "done": []})
    elif found:
        _say(context, found)
    else:
        context.out.line(_("Nothing to choose: no event has two versions."))
    return DONE


def _say(context: Context, found: Sequence[Question]) -> None:
    out, number, before = context.out, 0, ""
    for seen, versions in found:
        client = seen.client
        if client.id != before:
            out.line(beside((visible_line(client.name), client.id, os.path.basename(seen.file))), BOLD)
            number, before = 0, client.id
        for event in versions:
            number += 1
            _say_version(out, number, event, versions, seen)
        out.line()
    count = len(found)
    said = ngettext("{count} event has two versions.", "{count} events have two versions.", count)
    out.line(said.format(count=count), BOLD)
    who = before if all(seen.client.id == before for seen, _versions in found) else _("CLIENT")
    out.line(
        _("Version N counts: {command}").format(command=context.command(f"versions {who} --keep N")), DIM
    )
    out.line(
        _("Versions N and M both count: {command}").format(
            command=context.command(f"versions {who} --keep N --keep M")
        ),
        DIM,
    )


def _say_version(
    out: Streams, number: int, event: Event, versions: Sequence[Event], seen: ClientView
) -> None:
    day = full_day(event.on)
    out.wrapped(event_line(event, seen.client, seen.checklist), f"{number:>3} {day:>16}  ", _INDENT)
    for label, text in own_parts(event, versions, seen.client, seen.checklist):
        out.wrapped(visible_line(f"{label}: {text}"), _INDENT, _INDENT)


def _json(found: Sequence[Question]) -> dict[str, object]:
    numbers: dict[str, int] = {}
    shown = []
    for seen, versions in found:
        client = seen.client
        each = []
        for event in versions:
            numbers[client.id] = number = numbers.get(client.id, 0) + 1
            each.append({"number": number, "version": version_of(event), **event_json(event, client)})
        shown.append({"client": client.id, "name": client.name, "file": seen.file, "versions": each})
    return {"schema": SCHEMA, "events": shown}
