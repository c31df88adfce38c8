"""Options that several commands share, and how their values are read."""

from __future__ import annotations

from collections.abc import Sequence

from vooraf.cli.arguments import Namespace
from vooraf.cli.choices import one_of
from vooraf.cli.parser import Parser
from vooraf.errors import N_
from vooraf.errors.command import BadAssignment, BadDays, BadMinutes
from vooraf.model.checklist import LANGUAGES, MOMENTS
from vooraf.model.client import KINDS
from vooraf.model.events import HOWS
from vooraf.model.values import parse_date

PROFILE_USAGE = (
    "[--checklist KEY] [--language en|nl|nl_formal] [--meeting MOMENT] [--place TEXT] [--wish TEXT]… "
    "[--kind consumer|business] [--email TEXT] [--phone TEXT] [--salutation TEXT] [--style TEXT] "
    "[--approach TEXT] [--pace TEXT] [--moment MOMENT]"
)
_MOST_MINUTES = 5
"""Digits: nobody meets for more than sixty-nine days."""


def minutes(value: str) -> int:
    """A length of a talk, from one minute up. Raises BadMinutes."""
    if not (value.isascii() and value.isdigit() and len(value) <= _MOST_MINUTES and int(value) > 0):
        raise BadMinutes(value=value)
    return int(value)


def assignments(given: Sequence[str]) -> dict[str, str]:
    """Fields with their values, of ``FIELD=VALUE``. Raises BadAssignment."""
    found = {}
    for each in given:
        name, equals, value = each.partition("=")
        if not (equals and name.strip()):
            raise BadAssignment(value=each)
        found[name.strip()] = value
    return found


def days(value: str) -> int:
    """A number of days, from none up. Raises BadDays."""
    if not (value.isascii() and value.isdigit() and len(value) <= _MOST_MINUTES):
        raise BadDays(value=value)
    return int(value)


def declare_client(parser: Parser) -> None:
    """The client, by id, slug or any part of the name."""
    parser.positional("client", "CLIENT", N_("the client: an id, or any part of the name that fits one"))


def declare_how(parser: Parser) -> None:
    """``--by``."""
    parser.option(
        "--by",
        "HOW",
        N_("how: {hows}; in-person when left out"),
        read=one_of("--by", HOWS),
    )


def declare_day(parser: Parser) -> None:
    """``--on``."""
    parser.option(
        "--on", "DATE", N_("the day it happened, such as 2026-11-24; today when left out"), read=parse_date
    )


def declare_json(parser: Parser) -> None:
    """``--json``."""
    parser.flag("--json", N_("print JSON for other programs"))


def declare_profile(parser: Parser, *, keeps: bool) -> None:
    """What is known about a client. ``keeps``: an empty text takes a field away."""
    kinds = ("", *KINDS) if keeps else KINDS
    parser.option("--checklist", "KEY", N_("what kind of service: see “vooraf checklists”"))
    parser.option(
        "--language",
        "LANGUAGE",
        N_("the client's language: {languages}"),
        read=one_of("--language", LANGUAGES),
    )
    parser.option("--meeting", "MOMENT", N_('when you meet, such as "2026-11-24 10:00"'))
    parser.option("--place", "TEXT", N_("where you meet, or how"))
    wish = N_("a wish; those given replace the list") if keeps else N_("a wish; can be given several times")
    parser.option("--wish", "TEXT", wish, repeated=True)
    parser.option("--kind", "KIND", ", ".join(KINDS), read=one_of("--kind", kinds))
    parser.option("--email", "TEXT", N_("the e-mail address"))
    parser.option("--phone", "TEXT", N_("the telephone number"))
    parser.option("--salutation", "TEXT", N_("how a letter begins, for instance “Dear Noor”"))
    parser.option("--style", "TEXT", N_("how they put things"))
    parser.option("--approach", "TEXT", N_("how they like to be approached"))
    parser.option("--pace", "TEXT", N_("how fast they go"))
    parser.option(
        "--moment",
        "MOMENT",
        N_("where you are with the client: {moments}"),
        read=one_of("--moment", MOMENTS),
    )


def profile(given: Namespace) -> dict[str, object]:
    """The fields of the profile that were given, as the actions take them."""
    names = ("checklist", "language", "meeting", "place", "kind", "email", "phone", "salutation")
    fields: dict[str, object] = {
        name: getattr(given, name)
        for name in (*names, "style", "approach", "pace", "moment")
        if getattr(given, name) is not None
    }
    if given.wish is not None:
        fields["wishes"] = given.wish
    return fields
