"""``vooraf changes``: what clients were told that is said otherwise now."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from vooraf.actions.changes import Aside, ItemChange, ToldOtherwise, changes
from vooraf.actions.checklists import checklist
from vooraf.cli.arguments import Namespace
from vooraf.cli.as_json import SCHEMA, Json
from vooraf.cli.context import Context
from vooraf.cli.options import declare_json
from vooraf.cli.parser import Parser
from vooraf.cli.streams import BOLD, beside
from vooraf.errors import DONE, N_
from vooraf.locale import _, ngettext
from vooraf.locale.day_words import day_word
from vooraf.locale.words import how_word, item_title
from vooraf.model.visible import visible_line
from vooraf.render.wrap import cells

_MOST_NAMED = 5


def declare(parser: Parser) -> None:
    """Name the arguments."""
    parser.usage = ("[--item ITEM] [--json]",)
    parser.examples = ("vooraf --demo changes", "vooraf --demo changes --json")
    parser.option("--item", "ITEM", N_("only this item"))
    declare_json(parser)


def run(context: Context, given: Namespace) -> int:
    """Print per item what was told, what it is now, and who was told it."""
    found = changes(context.workspace, given.item or "", context.out.progress(_("Reading the diaries…")))
    if given.json:
        context.out.json({"schema": SCHEMA, "changes": [_change_json(change) for change in found.items]})
    else:
        for change in found.items:
            _say_change(context, change)
        if not found.items:
            context.out.line(_("What you told your clients still holds: nothing has changed."))
        else:
            item = found.items[0].item
            command = context.command(f"announce {item} --from DATE --because TEXT")
            context.out.line(_("To announce one of them: {command}").format(command=command))
    context.add_problems(*found.problems)
    _remark_aside(context, found.aside)
    return DONE


def _change_json(change: ItemChange) -> Json:
    return {
        "checklist": change.checklist,
        "item": change.item,
        "clients": [
            {**each._asdict(), "on": each.on.isoformat() if each.on else None} for each in change.clients
        ],
    }


def _say_change(context: Context, change: ItemChange) -> None:
    """The item; under it each pair of old and new words with the clients who were told the old ones."""
    out = context.out
    title = _title_of(context, change)
    count = ngettext("{count} client", "{count} clients", len(change.clients))
    number = count.format(count=len(change.clients))
    out.line(beside((title, f"{change.checklist}: {change.item}", number)), BOLD)
    pairs = sorted(change.clients, key=lambda each: (each.was, each.now))
    for (was, now), clients in groupby(pairs, key=lambda each: (each.was, each.now)):
        labels = ((_("Was:"), was), (_("Now:"), now))
        wide = max(cells(label) for label, _text in labels) + 1
        for label, text in labels:
            out.wrapped(visible_line(text), "  " + label + " " * (wide - cells(label)), " " * (2 + wide))
        _say_clients(context, tuple(clients))
        out.line()


def _title_of(context: Context, change: ItemChange | Aside) -> str:
    return item_title(change.item, checklist(context.workspace, change.checklist))


def _say_clients(context: Context, clients: Sequence[ToldOtherwise]) -> None:
    names = [visible_line(each.name) for each in clients]
    wide = min(40, max(map(cells, names)))
    for each, name in zip(clients, names, strict=True):
        day = day_word(each.on, context.workspace.today) if each.on else ""
        told = ", ".join(filter(None, (how_word(each.by) if each.by else "", day)))
        said = beside((told, _("confirmed") if each.confirmed else ""))
        context.out.line(f"    {each.client}  {name}{' ' * max(0, wide - cells(name))}  {said}".rstrip())


def _remark_aside(context: Context, aside: Sequence[Aside]) -> None:
    """Say who isn't listed because of a value of their own: their check-in brings it up."""
    if not aside:
        return
    names = [f"{visible_line(each.name[:80])} ({_title_of(context, each)})" for each in aside]
    shown = ", ".join(names[:_MOST_NAMED]) + (", …" if len(names) > _MOST_NAMED else "")
    said = _("With a value of their own, so not listed: {names}.").format(names=shown)
    context.add_remark(said)
