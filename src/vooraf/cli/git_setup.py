"""``vooraf git-setup``: have git merge diaries by their events."""

from __future__ import annotations

from vooraf.actions.git import set_up
from vooraf.cli.arguments import Namespace
from vooraf.cli.context import Context
from vooraf.cli.parser import Parser
from vooraf.errors import DONE, N_
from vooraf.locale import _


def declare(parser: Parser) -> None:
    """Name the arguments."""
    parser.usage = ("",)
    parser.lead = N_("In the folder with your data, when that is in git:")
    parser.examples = ("vooraf --data . git-setup",)


def run(context: Context, given: Namespace) -> int:  # noqa: ARG001 - it takes none
    """Write the rule and the driver, and say what is left to do."""
    done = set_up(context.workspace)
    out = context.out
    out.wrapped(_("From now on git merges your diaries by their events in this clone."))
    out.wrapped(_("The rule for it stands in {file}: commit that file.").format(file=done.attributes))
    out.wrapped(_("On every other device do this once too: git takes the rule along, not what it names."))
    return DONE
