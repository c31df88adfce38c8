"""``vooraf undo``: take back what was done last."""

from __future__ import annotations

from vooraf.actions.undoing import undo
from vooraf.cli.arguments import Namespace
from vooraf.cli.context import Context
from vooraf.cli.options import declare_client
from vooraf.cli.parser import Parser
from vooraf.errors import DONE
from vooraf.locale import _
from vooraf.locale.event_words import batch_line


def declare(parser: Parser) -> None:
    """Name the arguments."""
    parser.usage = ("CLIENT",)
    parser.examples = ("vooraf --demo undo noor",)
    declare_client(parser)


def run(context: Context, given: Namespace) -> int:
    """Take it back, and say what it was."""
    undone = undo(context.workspace, context.find(given.client))
    context.tell_problems(undone.view)
    what = batch_line(undone.events, undone.view.client, undone.view.checklist)
    context.out.line(_("Undone: {what}").format(what=what))
    return DONE
