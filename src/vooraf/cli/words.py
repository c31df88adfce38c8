"""``vooraf words``: look in a text for words that over-promise or say nothing."""

from __future__ import annotations

from vooraf.actions.words import hints_in
from vooraf.cli.arguments import Namespace
from vooraf.cli.as_json import SCHEMA
from vooraf.cli.choices import one_of
from vooraf.cli.context import Context
from vooraf.cli.hints import hints_json, print_hint
from vooraf.cli.options import declare_json
from vooraf.cli.parser import Parser
from vooraf.errors import DONE, N_
from vooraf.errors.command import MissingArgument
from vooraf.locale import _, ngettext
from vooraf.model.checklist import LANGUAGES

STDIN = "-"


def declare(parser: Parser) -> None:
    """Name the arguments."""
    parser.usage = ("[--language en|nl|nl_formal] [--json] [TEXT | -]",)
    parser.examples = (
        'vooraf --demo words --language en "I will send it as soon as possible, guaranteed."',
        'vooraf --demo words --language nl "Is alles duidelijk?"',
    )
    parser.positional(
        "text", "TEXT", N_("the text, in quotes; with - or without it, the input is read"), required=False
    )
    parser.option(
        "--language",
        "LANGUAGE",
        N_("the text's language: {languages}; that of the house rules when left out"),
        read=one_of("--language", LANGUAGES),
    )
    declare_json(parser)


def run(context: Context, given: Namespace) -> int:
    """Print the hints: none of them is a failure."""
    language = given.language or context.workspace.rules.language
    text = _read() if given.text in (None, STDIN) else given.text
    found = hints_in(context.workspace, text, language)
    if given.json:
        context.out.json({"schema": SCHEMA, "hints": hints_json(found)})
        return DONE
    for each in found:
        print_hint(context.out, each)
    if found:
        context.out.line(ngettext("{count} hint.", "{count} hints.", len(found)).format(count=len(found)))
    else:
        context.out.line(_("No hints, read as {language}.").format(language=language))
    return DONE


def _read() -> str:
    """What comes in. Raises MissingArgument where a person would be waited for."""
    import sys  # noqa: PLC0415 - a text that was given needs no input

    if sys.stdin is None or sys.stdin.isatty():
        raise MissingArgument(
            program="vooraf words", argument="TEXT", usage="vooraf words [--language LANGUAGE] TEXT"
        )
    buffer = getattr(sys.stdin, "buffer", None)
    return sys.stdin.read() if buffer is None else buffer.read().decode("utf-8", "replace")
