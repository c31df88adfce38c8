"""``vooraf boundary``: a rule was broken, and was applied or excepted."""

from __future__ import annotations

from vooraf.actions.boundaries import can_come_up, never_told, record_boundary
from vooraf.actions.messages import suiting
from vooraf.cli.arguments import Namespace
from vooraf.cli.context import Context
from vooraf.cli.options import declare_client, declare_day
from vooraf.cli.parser import Parser
from vooraf.errors import DONE, N_
from vooraf.errors.command import AppliedOrExcepted, WhyMissing
from vooraf.locale import _
from vooraf.locale.boundary_words import boundary_words, never_told_words, what_follows
from vooraf.locale.words import item_title
from vooraf.model.events import APPLIED, EXCEPTED


def declare(parser: Parser) -> None:
    """Name the arguments."""
    parser.usage = ("CLIENT ITEM (--applied | --excepted) --why TEXT [--on DATE]",)
    parser.examples = (
        'vooraf --demo boundary anna no-show --applied --why "did not come, and did not call"',
        'vooraf --demo boundary anna no-show --excepted --why "her train was cancelled"',
    )
    declare_client(parser)
    parser.positional("item", "ITEM", N_("the key of the rule"))
    parser.flag("--applied", N_("you applied the rule"))
    parser.flag("--excepted", N_("you made an exception, this once"))
    parser.option("--why", "TEXT", N_("what happened; for your own diary"))
    declare_day(parser)


def run(context: Context, given: Namespace) -> int:
    """Record it. What the client never heard of is said first; it is done all the same."""
    if given.applied == given.excepted:
        raise AppliedOrExcepted
    if given.why is None:
        raise WhyMissing
    kind = APPLIED if given.applied else EXCEPTED
    seen = context.see(given.client)
    state = can_come_up(seen, given.item)
    title = item_title(state.item.key, seen.checklist)
    workspace, client = context.workspace, seen.client.id
    if never_told(seen, given.item, given.on or workspace.today):
        context.out.remark(never_told_words(title, seen.client.name))
    done = record_boundary(workspace, client, given.item, kind, given.why, given.on)
    context.out.line(boundary_words(done.came_up, seen.checklist))
    if kind == EXCEPTED:
        context.out.wrapped(what_follows())
    for led in suiting(workspace, given.item, kind):
        words = context.command(f"script {client} {led.key} --item {given.item}")
        context.out.line(_("A message to send: {command}").format(command=words))
    return DONE
