"""``vooraf rules``: the owner's values and wordings for every client, shown and changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from vooraf.cli.arguments import Namespace
from vooraf.cli.choices import one_of
from vooraf.cli.context import Context
from vooraf.cli.options import declare_json
from vooraf.cli.parser import Parser
from vooraf.cli.rules_change import say_item, set_values, take_back
from vooraf.cli.rules_show import show_rules
from vooraf.errors import DONE, N_
from vooraf.errors.command import ArgumentTooMany, BadOptionValue, MissingArgument, NotTogether, UnknownOption
from vooraf.model.checklist import LANGUAGES

PROGRAM = "vooraf rules"
USAGE = (
    "[--json]",
    "set FIELD=VALUE…",
    "say ITEM [--language en|nl|nl_formal] TEXT",
    "reset (--item ITEM | --field FIELD)",
)


def declare(parser: Parser) -> None:
    """Name the arguments."""
    parser.usage = USAGE
    parser.examples = (
        "vooraf --demo rules",
        "vooraf --demo rules set rate=80 rounds=3",
        'vooraf --demo rules say delay --language en "If I fall ill, I call you the same day."',
        "vooraf --demo rules reset --field rate",
    )
    parser.positional(
        "action", "ACTION", N_("set, say or reset; when left out, the rules are shown"), required=False
    )
    parser.positional(
        "words", "…", N_("for set: FIELD=VALUE, FIELD= takes one back; for say: the item and its wording"),
        required=False, many=True,
    )  # fmt: skip
    parser.option(
        "--language",
        "LANGUAGE",
        N_("of the wording: {languages}; your clients' usual one when left out"),
        read=one_of("--language", LANGUAGES),
    )
    parser.option("--item", "ITEM", N_("take back your own wording of this item"))
    parser.option("--field", "FIELD", N_("take back your own value of this field"))
    declare_json(parser)


def run(context: Context, given: Namespace) -> int:
    """Show them, or carry out one of the three."""
    action = given.action or ""
    if action not in ACTIONS:
        raise BadOptionValue(value=action, option=PROGRAM, options=", ".join(filter(None, ACTIONS)))
    least, most, takes, carry_out = ACTIONS[action]
    program = " ".join(filter(None, (PROGRAM, action)))
    for option in ("language", "item", "field", "json"):
        if getattr(given, option) and option not in takes:
            raise UnknownOption(option=f"--{option}", program=program)
    if len(given.words) < least:
        needed = "FIELD=VALUE" if action == "set" else ("ITEM", "TEXT")[len(given.words)]
        raise MissingArgument(program=program, argument=needed, usage=_usage(action))
    if most is not None and len(given.words) > most:
        raise ArgumentTooMany(argument=given.words[most], usage=_usage(action))
    return carry_out(context, given)


def _usage(action: str) -> str:
    return next(f"{PROGRAM} {usage}" for usage in USAGE if usage.startswith(action))


def _reset(context: Context, given: Namespace) -> int:
    if given.item is not None and given.field is not None:
        raise NotTogether(one="--item", other="--field")
    if given.item is None and given.field is None:
        raise MissingArgument(program=f"{PROGRAM} reset", argument="--item", usage=_usage("reset"))
    take_back(context, ("say", given.item) if given.field is None else ("value", given.field))
    return DONE


_Action = tuple[int, int | None, tuple[str, ...], Callable[[Context, Namespace], int]]
ACTIONS: Mapping[str, _Action] = {
    "": (0, 0, ("json",), show_rules),
    "set": (1, None, (), set_values),
    "say": (2, 2, ("language",), say_item),
    "reset": (0, 0, ("item", "field"), _reset),
}
"""The least and the most words that each takes, its options, and what it does."""
