"""``vooraf confirm``: record that the client confirmed items."""

from __future__ import annotations

from vooraf.actions.items import USUAL_HOW, confirm
from vooraf.cli.arguments import Namespace
from vooraf.cli.context import Context
from vooraf.cli.options import declare_client, declare_day, declare_how
from vooraf.cli.parser import Parser
from vooraf.cli.said import say_ticked
from vooraf.errors import DONE, N_
from vooraf.locale import _
from vooraf.locale.day_words import day_word
from vooraf.locale.words import how_word


def declare(parser: Parser) -> None:
    """Name the arguments."""
    parser.usage = ("CLIENT ITEM… [--words TEXT] [--by HOW] [--on DATE]",)
    parser.examples = ('vooraf --demo confirm noor scope --words "two hours, twelve photos" --by phone',)
    declare_client(parser)
    parser.positional("items", "ITEM…", N_("the keys of items"), many=True)
    parser.option("--words", "TEXT", N_("what the client said, in their own words"))
    declare_how(parser)
    declare_day(parser)


def run(context: Context, given: Namespace) -> int:
    """Record it, with the client's words."""
    workspace = context.workspace
    how = given.by or USUAL_HOW
    ticked = confirm(workspace, context.find(given.client), given.items, given.words or "", how, given.on)
    day = day_word(given.on or workspace.today, workspace.today)
    say_ticked(context, ticked, _("Confirmed {how}, {day}:").format(how=how_word(how), day=day))
    return DONE
