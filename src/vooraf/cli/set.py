"""``vooraf set``: values for one client alone."""

from __future__ import annotations

from vooraf.actions.values import set_values
from vooraf.actions.view import ClientView
from vooraf.cli.arguments import Namespace
from vooraf.cli.context import Context
from vooraf.cli.options import assignments, declare_client
from vooraf.cli.parser import Parser
from vooraf.cli.said import say_items
from vooraf.errors import DONE, N_
from vooraf.locale import _
from vooraf.locale.words import field_label, source_word, value_word
from vooraf.model.wording import WITH_CLIENT, look_up


def declare(parser: Parser) -> None:
    """Name the arguments."""
    parser.usage = ("CLIENT FIELD=VALUE…",)
    parser.examples = ("vooraf --demo set noor price=480 rounds=3", "vooraf --demo set noor price=")
    declare_client(parser)
    parser.positional("values", "FIELD=VALUE…", N_("a field and its value; FIELD= takes one back"), many=True)


def run(context: Context, given: Namespace) -> int:
    """Set them, and say what was and what is."""
    wanted = assignments(given.values)
    before = context.see(given.client)
    after, changed = set_values(context.workspace, before.client.id, wanted)
    for name in wanted:
        was, now = _shown(before, name), _shown(after, name)
        said = _("{field}: {was} → {now}") if name in changed else _("{field}: {now}, as it was")
        label = field_label(name, after.checklist)
        context.out.line(said.format(field=f"{label} ({name})", was=was, now=now))
    _say_standings(context, before, after)
    return DONE


def _shown(seen: ClientView, name: str) -> str:
    """A field's value for this client, and where it comes from when it isn't their own."""
    field = seen.checklist.fields.get(name) if seen.checklist else None
    found = look_up(field, seen.client.values, seen.rules) if field else None
    if found is None:
        return _("no value")
    value = value_word(name, found.value, seen.checklist)
    return value if found.source == WITH_CLIENT else f"{value} ({source_word(found.source)})"


def _say_standings(context: Context, before: ClientView, after: ClientView) -> None:
    """Print the items that stand elsewhere now."""
    was = {state.item.key: state.standing for state in before.states}
    moved = [state.item.key for state in after.states if was.get(state.item.key) != state.standing]
    if moved:
        context.out.line(_("By that:"))
        say_items(context, after, moved)
