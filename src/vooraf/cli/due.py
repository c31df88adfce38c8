"""``vooraf due``: what waits for the owner, with all clients."""

from __future__ import annotations

from itertools import groupby

from vooraf.actions.due import due
from vooraf.actions.view import usable
from vooraf.cli.arguments import Namespace
from vooraf.cli.as_json import SCHEMA, Json
from vooraf.cli.context import Context
from vooraf.cli.options import days, declare_json
from vooraf.cli.parser import Parser
from vooraf.cli.streams import BOLD
from vooraf.errors import DONE, N_
from vooraf.locale import _
from vooraf.locale.due_words import due_heading, next_command, next_thing, since_word, titles_word
from vooraf.model.due import MEETING, USUAL_DAYS, Due
from vooraf.model.visible import visible_line
from vooraf.render.wrap import cells


def declare(parser: Parser) -> None:
    """Name the arguments."""
    parser.usage = ("[--days N] [--json]",)
    parser.examples = ("vooraf --demo due", "vooraf --demo due --days 3 --json")
    parser.option(
        "--days",
        "N",
        N_("what was told is due after this many days without an answer; 7 when left out"),
        read=days,
    )
    declare_json(parser)


def run(context: Context, given: Namespace) -> int:
    """Print it: meetings to come, then what waits for the owner or for an answer, the longest first."""
    found = due(context.workspace, USUAL_DAYS if given.days is None else given.days)
    context.add_problems(*found.problems)
    if given.json:
        entries = [entry for each in found.due for entry in _entries(context, each)]
        context.out.json({"schema": SCHEMA, "due": entries})
        return DONE
    if not found.due:
        context.out.line(_("Nothing is due."))
    now = context.workspace.now()
    for number, (kind, group) in enumerate(groupby(found.due, key=lambda each: each.kind)):
        if number:
            context.out.line()
        context.out.line(due_heading(kind), BOLD)
        lines = list(group)
        words = [since_word(each, now) for each in lines]
        wide = max(map(cells, words))
        for each, when in zip(lines, words, strict=True):
            _say(context, each, when + " " * (wide - cells(when)))
    return DONE


def _say(context: Context, each: Due, when: str) -> None:
    """When, who and which items; under it the one thing to do next."""
    checklist, _broken = usable(context.workspace.library, each.checklist)
    titles = f": {titles_word(each, checklist)}" if each.items else ""
    head = f"  {when}  "
    indent = " " * cells(head)
    context.out.wrapped(f"{visible_line(each.name)}{titles}", head, indent)
    command = context.command(next_command(each, each.items))
    context.out.wrapped(f"{next_thing(each)}: {command}", indent, indent + "  ")


def _entries(context: Context, each: Due) -> list[Json]:
    """An entry for the meeting, or for each item."""
    items: tuple[str | None, ...] = (None,) if each.kind == MEETING else each.items
    return [
        {
            "client": each.client,
            "name": each.name,
            "kind": each.kind,
            "item": item,
            "since": each.since[:16] if each.kind == MEETING else each.since,
            "next": f"{next_thing(each)}: {context.command(next_command(each, (item,) if item else ()))}",
        }
        for item in items
    ]
