"""``vooraf missing``: events that stood in a diary and don't any more; put back, or accepted to be gone."""

from __future__ import annotations

import os
from collections.abc import Sequence

from vooraf.actions.missing import ACCEPT, BACK, Missing, choose_all, find_missing, missing, missing_of
from vooraf.cli.arguments import Namespace
from vooraf.cli.as_json import SCHEMA, event_json
from vooraf.cli.context import Context
from vooraf.cli.options import declare_json
from vooraf.cli.parser import Parser
from vooraf.cli.streams import BOLD, DIM, beside
from vooraf.errors import DONE, N_
from vooraf.errors.command import MissingArgument, NotTogether
from vooraf.locale import _, ngettext
from vooraf.locale.day_words import full_day
from vooraf.locale.event_words import event_line
from vooraf.model.visible import visible_line

USAGE = "[CLIENT | --all] [--put-back | --accept] [--json]"


def declare(parser: Parser) -> None:
    """Name the arguments."""
    parser.usage = (USAGE,)
    parser.examples = ("vooraf --demo missing", "vooraf --demo missing --all --put-back")
    parser.positional("client", "CLIENT", N_("the short id, the name or a part of it"), required=False)
    parser.flag("--all", N_("of every client"))
    parser.flag("--put-back", N_("put them back in the diary, as they were"))
    parser.flag("--accept", N_("accept that they are gone, and don't mention them again"))
    declare_json(parser)


def run(context: Context, given: Namespace) -> int:
    """Print what is missing; with a choice, carry it out."""
    if given.put_back and given.accept:
        raise NotTogether(one="--put-back", other="--accept")
    if given.client and given.all:
        raise NotTogether(one=_("CLIENT"), other="--all")
    choice = BACK if given.put_back else ACCEPT if given.accept else ""
    if choice and not given.client and not given.all:
        raise MissingArgument(
            program="vooraf missing", argument=_("CLIENT or --all"), usage=f"vooraf missing {USAGE}"
        )
    found, refused = _found(context, given.client), None
    if choice:
        found, refused = choose_all(context.workspace, found, choice)
    if given.json:
        context.out.json(_json(found, choice))
    elif found or not refused:
        _say(context, found, choice)
    if refused:
        raise refused
    return DONE


def _found(context: Context, name: str | None) -> tuple[Missing, ...]:
    if not name:
        return missing(context.workspace)
    each = missing_of(context.workspace, find_missing(context.workspace, name))
    return (each,) if each.events else ()


def _say(context: Context, found: Sequence[Missing], choice: str) -> None:
    out = context.out
    if not found:
        out.line(_("Nothing is missing: every event that this device knows is there."))
        return
    for each in found:
        client = each.client
        out.line(beside((visible_line(client.name), client.id, os.path.basename(each.file))), BOLD)
        for event in each.events:
            day = full_day(event.on)
            out.wrapped(event_line(event, client, each.checklist), f"{day:>16}  ", " " * 18)
    out.line()
    count = sum(len(each.events) for each in found)
    if choice:
        said = (
            ngettext("{count} event put back.", "{count} events put back.", count)
            if choice == BACK
            else ngettext("{count} event accepted as gone.", "{count} events accepted as gone.", count)
        )
        out.line(said.format(count=count))
        return
    said = ngettext("{count} event is missing.", "{count} events are missing.", count)
    out.line(said.format(count=count), BOLD)
    who = found[0].client.id if len(found) == 1 else "--all"
    out.line(_("Put back: {command}").format(command=context.command(f"missing {who} --put-back")), DIM)
    out.line(_("Accept: {command}").format(command=context.command(f"missing {who} --accept")), DIM)


def _json(found: Sequence[Missing], choice: str) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        "done": choice,
        "missing": [
            {
                "client": each.client.id,
                "name": each.client.name,
                "file": each.file,
                "events": [event_json(event, each.client) for event in each.events],
            }
            for each in found
        ],
    }
