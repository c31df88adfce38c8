"""``vooraf merge-driver``: what git runs to merge two versions of a diary."""

from __future__ import annotations

from vooraf.actions.git import merge
from vooraf.cli.arguments import Namespace
from vooraf.cli.context import Context
from vooraf.cli.parser import Parser
from vooraf.errors import DONE, N_
from vooraf.locale import ngettext


def declare(parser: Parser) -> None:
    """Name the arguments."""
    parser.usage = ("BEFORE OURS THEIRS",)
    parser.lead = N_("As git runs it after “vooraf git-setup”:")
    parser.examples = ("vooraf merge-driver %O %A %B",)
    parser.positional("before", "BEFORE", N_("the version that both came from"))
    parser.positional("ours", "OURS", N_("our version; what only theirs has is put behind it"))
    parser.positional("theirs", "THEIRS", N_("their version; it is left as it is"))


def run(context: Context, given: Namespace) -> int:
    """Merge them, and tell what may surprise."""
    found = merge(given.before, given.ours, given.theirs)
    if found.returned:
        context.add_remark(
            ngettext(
                "{count} event that one side had taken out of a diary stays in it: a diary only grows.",
                "{count} events that one side had taken out of a diary stay in it: a diary only grows.",
                found.returned,
            ).format(count=found.returned)
        )
    return DONE
