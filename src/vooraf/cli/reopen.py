"""``vooraf reopen``: open items again; with ``--all`` for the same client's next job."""

from __future__ import annotations

from vooraf.actions.items import reopen, reopen_all
from vooraf.cli.arguments import Namespace
from vooraf.cli.context import Context
from vooraf.cli.options import declare_client
from vooraf.cli.parser import Parser
from vooraf.cli.said import say_ticked
from vooraf.errors import DONE, N_
from vooraf.errors.command import MissingArgument, NotTogether
from vooraf.locale import _

USAGE = "CLIENT (ITEM… | --all)"


def declare(parser: Parser) -> None:
    """Name the arguments."""
    parser.usage = (USAGE,)
    parser.examples = ("vooraf --demo reopen noor price", "vooraf --demo reopen jeroen --all")
    declare_client(parser)
    parser.positional("items", "ITEM…", N_("the keys of items"), required=False, many=True)
    parser.flag("--all", N_("every item: the same client, a next job"))


def run(context: Context, given: Namespace) -> int:
    """Open them; nothing that was told or confirmed about them counts any longer."""
    if given.items and given.all:
        raise NotTogether(one=_("ITEM"), other="--all")
    if not given.items and not given.all:
        needed = _("ITEM… or --all")
        raise MissingArgument(program="vooraf reopen", argument=needed, usage=f"vooraf reopen {USAGE}")
    client_id = context.find(given.client)
    if given.all:
        ticked = reopen_all(context.workspace, client_id)
    else:
        ticked = reopen(context.workspace, client_id, given.items)
    say_ticked(context, ticked, _("Open again:"))
    if not ticked.done:
        context.out.line(_("That was open already."))
    return DONE
