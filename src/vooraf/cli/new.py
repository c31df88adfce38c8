"""``vooraf new``: open a new client."""

from __future__ import annotations

from vooraf.actions.clients import new_client
from vooraf.actions.finding import namesakes
from vooraf.cli.arguments import Namespace
from vooraf.cli.context import Context
from vooraf.cli.options import PROFILE_USAGE, declare_json, declare_profile, profile
from vooraf.cli.parser import Parser
from vooraf.errors import DONE, N_
from vooraf.locale import _
from vooraf.model.visible import visible_line


def declare(parser: Parser) -> None:
    """Name the arguments."""
    parser.usage = (f"NAME {PROFILE_USAGE} [--json]",)
    parser.examples = (
        'vooraf --demo new "Lotte Kramer" --language nl --meeting "2030-05-14 10:00" --wish "no posing"',
    )
    parser.positional("name", "NAME", N_("the client's name"))
    declare_profile(parser, keeps=False)
    declare_json(parser)


def run(context: Context, given: Namespace) -> int:
    """Open the diary, and say where it is and what comes next."""
    others = namesakes(context.workspace, given.name)
    opened = new_client(context.workspace, given.name, profile(given))
    if others:
        same = _("There is another client called {name}: {clients}.")
        context.add_remark(
            same.format(name=visible_line(given.name.strip()), clients=", ".join(others)),
            _("This one is {client}; their ids tell them apart.").format(client=opened.client),
        )
    out = context.out
    if given.json:
        out.json({"schema": 1, "client": opened.client, "file": opened.file})
        return DONE
    context.see(opened.client)
    out.line(
        _("{name} is in, as {client}.").format(name=visible_line(given.name.strip()), client=opened.client)
    )
    out.line(_("The diary is {file}").format(file=opened.file))
    next_command = context.command(f"show {opened.client}")
    out.line(_("Next: {command}").format(command=next_command))
    return DONE
