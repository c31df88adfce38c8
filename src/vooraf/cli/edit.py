"""``vooraf edit``: change what is known about a client."""

from __future__ import annotations

from vooraf.actions.clients import edit_client
from vooraf.cli.arguments import Namespace
from vooraf.cli.context import Context
from vooraf.cli.options import PROFILE_USAGE, declare_client, declare_profile, profile
from vooraf.cli.parser import Parser
from vooraf.errors import DONE, N_
from vooraf.errors.command import NothingToChange, NotTogether
from vooraf.locale import _
from vooraf.locale.words import profile_value, profile_word


def declare(parser: Parser) -> None:
    """Name the arguments."""
    parser.usage = (f"CLIENT [--name TEXT] {PROFILE_USAGE} [--archive|--unarchive]",)
    parser.examples = (
        'vooraf --demo edit noor --meeting "2030-05-14 10:00" --place "her studio"',
        "vooraf --demo edit priya --archive",
        "vooraf --demo edit noor --moment delivery",
    )
    declare_client(parser)
    parser.option("--name", "TEXT", N_("the client's name"))
    declare_profile(parser, keeps=True)
    parser.flag("--archive", N_("keep the client out of the list"))
    parser.flag("--unarchive", N_("put the client back in the list"))


def run(context: Context, given: Namespace) -> int:
    """Change it, and say what was and what is. An empty text takes a field away."""
    if given.archive and given.unarchive:
        raise NotTogether(one="--archive", other="--unarchive")
    fields = profile(given)
    if given.name is not None:
        fields["name"] = given.name
    if given.archive or given.unarchive:
        fields["archived"] = given.archive
    if not fields:
        raise NothingToChange
    before = context.see(given.client)
    after, changed = edit_client(context.workspace, before.client.id, fields)
    was, now = before.client._asdict(), after.client._asdict()
    for key in changed:
        context.out.line(
            _("{field}: {was} → {now}").format(
                field=profile_word(key), was=profile_value(key, was[key]), now=profile_value(key, now[key])
            )
        )
    if not changed:
        context.out.line(_("Nothing changed: it was so already."))
    return DONE
