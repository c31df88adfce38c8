"""``vooraf note``: write a note in the diary."""

from __future__ import annotations

from vooraf.actions.notes import note
from vooraf.cli.arguments import Namespace
from vooraf.cli.context import Context
from vooraf.cli.options import declare_client
from vooraf.cli.parser import Parser
from vooraf.errors import DONE, N_
from vooraf.locale import _
from vooraf.model.visible import visible_line


def declare(parser: Parser) -> None:
    """Name the arguments."""
    parser.usage = ("CLIENT TEXT [--item ITEM]",)
    parser.examples = ('vooraf --demo note noor "Called: her mother comes along." --item scope',)
    declare_client(parser)
    parser.positional("text", "TEXT", N_("the note, between quotes"))
    parser.option("--item", "ITEM", N_("the key of the item that it is about"))


def run(context: Context, given: Namespace) -> int:
    """Write it down."""
    seen = note(context.workspace, context.find(given.client), given.text, given.item or "")
    context.tell_problems(seen)
    context.out.line(_("Noted with {name}.").format(name=visible_line(seen.client.name)))
    return DONE
