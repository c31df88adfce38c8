"""``vooraf tell``: record that items were told."""

from __future__ import annotations

from vooraf.actions.items import USUAL_HOW, tell, tell_all
from vooraf.cli.arguments import Namespace
from vooraf.cli.context import Context
from vooraf.cli.options import declare_client, declare_day, declare_how
from vooraf.cli.parser import Parser
from vooraf.cli.said import say_ticked
from vooraf.errors import DONE, N_
from vooraf.errors.command import MissingArgument, NotTogether
from vooraf.locale import _
from vooraf.locale.day_words import day_word
from vooraf.locale.words import how_word

USAGE = "CLIENT (ITEM… | --section KEY | --all) [--by HOW] [--on DATE]"


def declare(parser: Parser) -> None:
    """Name the arguments."""
    parser.usage = (USAGE,)
    parser.examples = (
        "vooraf --demo tell noor scope style --by email",
        "vooraf --demo tell linde --all --by phone",
    )
    declare_client(parser)
    parser.positional("items", "ITEM…", N_("the keys of items"), required=False, many=True)
    parser.option("--section", "KEY", N_("what is open or changed in this section, and ready"))
    parser.flag("--all", N_("everything that is open or changed, and ready"))
    declare_how(parser)
    declare_day(parser)


def run(context: Context, given: Namespace) -> int:
    """Record them, and say which were left."""
    ways = {_("ITEM"): given.items, "--section": given.section, "--all": given.all}
    chosen = [way for way, value in ways.items() if value]
    if not chosen:
        needed = _("ITEM…, --section KEY or --all")
        raise MissingArgument(program="vooraf tell", argument=needed, usage=f"vooraf tell {USAGE}")
    if len(chosen) > 1:
        raise NotTogether(one=chosen[0], other=chosen[1])
    client_id = context.find(given.client)
    how = given.by or USUAL_HOW
    workspace = context.workspace
    if given.items:
        ticked = tell(workspace, client_id, given.items, how, given.on)
    else:
        ticked = tell_all(workspace, client_id, given.section or "", how, given.on)
    day = day_word(given.on or workspace.today, workspace.today)
    say_ticked(context, ticked, _("Told {how}, {day}:").format(how=how_word(how), day=day))
    if not ticked.done and not ticked.left:
        context.out.line(_("Nothing was open or changed."))
    return DONE
