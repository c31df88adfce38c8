"""``vooraf waive``: record that items don't apply to this client."""

from __future__ import annotations

from vooraf.actions.items import waive
from vooraf.cli.arguments import Namespace
from vooraf.cli.context import Context
from vooraf.cli.options import declare_client
from vooraf.cli.parser import Parser
from vooraf.cli.said import say_ticked
from vooraf.errors import DONE, N_
from vooraf.locale import _


def declare(parser: Parser) -> None:
    """Name the arguments."""
    parser.usage = ("CLIENT ITEM… [--why TEXT]",)
    parser.examples = ('vooraf --demo waive noor no-photo-moments --why "a portrait, no guests"',)
    declare_client(parser)
    parser.positional("items", "ITEM…", N_("the keys of items"), many=True)
    parser.option("--why", "TEXT", N_("why it doesn't apply"))


def run(context: Context, given: Namespace) -> int:
    """Record it."""
    ticked = waive(context.workspace, context.find(given.client), given.items, given.why or "")
    say_ticked(context, ticked, _("Doesn't apply:"))
    return DONE
