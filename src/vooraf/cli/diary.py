"""``vooraf diary``: everything that happened, oldest first."""

from __future__ import annotations

from collections.abc import Callable

from vooraf.actions.originals import as_recorded
from vooraf.actions.view import ClientView
from vooraf.cli.arguments import Namespace
from vooraf.cli.as_json import SCHEMA, event_json, problems_json
from vooraf.cli.context import Context
from vooraf.cli.options import declare_client, declare_json
from vooraf.cli.parser import Parser
from vooraf.cli.said_events import say_events
from vooraf.cli.streams import BOLD, beside
from vooraf.errors import DONE
from vooraf.locale import _
from vooraf.locale.event_parts import version_line
from vooraf.model.visible import visible_line


def declare(parser: Parser) -> None:
    """Name the arguments."""
    parser.usage = ("CLIENT [--json]",)
    parser.examples = ("vooraf --demo diary priya",)
    declare_client(parser)
    declare_json(parser)


def run(context: Context, given: Namespace) -> int:
    """Print a line an event; what was undone is marked."""
    seen = context.see(given.client)
    if given.json:
        context.out.json(diary_json(seen, context.out.translate))
        return DONE
    context.out.line(beside((visible_line(seen.client.name), seen.client.id)), BOLD)
    say_events(context.out, seen)
    _say_originals(context, seen)
    return DONE


def _say_originals(context: Context, seen: ClientView) -> None:
    """What was recorded, of events that were changed by hand since."""
    for event in seen.client.events:
        if recorded := as_recorded(context.workspace, seen.client.id, event):
            context.out.line()
            context.out.line(_("Changed by hand; Vooraf recorded:"), BOLD)
            said = version_line(recorded, (event, recorded), seen.client, seen.checklist)
            context.out.wrapped(said, "  ", "  ")


def diary_json(seen: ClientView, translate: Callable[[str], str]) -> dict[str, object]:
    """Every event with the fields of its file, and what the owner is told in the language of ``translate``."""
    return {
        "schema": SCHEMA,
        "client": seen.client.id,
        "events": [event_json(event, seen.client) for event in seen.client.events],
        "problems": problems_json(seen.problems, translate),
    }
