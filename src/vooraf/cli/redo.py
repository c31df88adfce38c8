"""``vooraf redo``: let what was taken back last count again."""

from __future__ import annotations

from vooraf.actions.undoing import redo
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
    parser.examples = ("vooraf --demo redo priya",)
    declare_client(parser)


def run(context: Context, given: Namespace) -> int:
    """Let it count again, and say what it was."""
    redone = redo(context.workspace, context.find(given.client))
    context.tell_problems(redone.view)
    what = batch_line(redone.events, redone.view.client, redone.view.checklist)
    context.out.line(_("Done again: {what}").format(what=what))
    return DONE
