"""``vooraf checklists``: list, show, copy, begin and check them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from vooraf.actions import checklists
from vooraf.actions.words import checklist_hints
from vooraf.cli.arguments import Namespace
from vooraf.cli.as_json import SCHEMA, checklist_json, faults_json, problems_json
from vooraf.cli.context import Context, where
from vooraf.cli.hints import hints_json, print_hint
from vooraf.cli.options import declare_json
from vooraf.cli.parser import Parser
from vooraf.cli.streams import BOLD, beside
from vooraf.errors import DONE, N_, REFUSED
from vooraf.errors.command import ArgumentTooMany, BadOptionValue, MissingArgument, UnknownOption
from vooraf.locale import _, ngettext, spoken
from vooraf.locale.words import MUST, moment_word
from vooraf.model.checklist import text_in
from vooraf.model.visible import visible_line
from vooraf.render.wrap import cells

PROGRAM = "vooraf checklists"
USAGE = (
    "[list] [--json]",
    "show KEY [--json]",
    "copy KEY [--as KEY]",
    "new KEY [--extends KEY] [--title TEXT]",
    "check [KEY|FILE]… [--words] [--json]",
)


def declare(parser: Parser) -> None:
    """Name the arguments."""
    parser.usage = USAGE
    parser.examples = (
        "vooraf --demo checklists",
        "vooraf --demo checklists show photographer",
        "vooraf --demo checklists copy photographer --as wedding-photographer",
        "vooraf --demo checklists new piano-tuner --extends general",
        "vooraf --demo checklists check --words",
    )
    parser.positional(
        "action", "ACTION", N_("list, show, copy, new or check; list when left out"), required=False
    )
    parser.positional("names", "KEY", N_("a checklist; for check also a file"), required=False, many=True)
    parser.option("--as", "KEY", N_("the name of the copy"))
    parser.option("--extends", "KEY", N_("whose items come along in a new one; general when left out"))
    parser.option("--title", "TEXT", N_("what the new one is called; its key when left out"))
    parser.flag("--words", N_("look for words that over-promise or say nothing, too; a hint isn't a fault"))
    declare_json(parser)


def run(context: Context, given: Namespace) -> int:
    """Carry out one of the five."""
    action = given.action or "list"
    if action not in ACTIONS:
        raise BadOptionValue(value=action, option=PROGRAM, options=", ".join(ACTIONS))
    least, most, carry_out = ACTIONS[action]
    copied_as = vars(given)["as"]
    program = f"{PROGRAM} {action}"
    if len(given.names) < least:
        raise MissingArgument(program=program, argument="KEY", usage=_usage(action))
    if most is not None and len(given.names) > most:
        raise ArgumentTooMany(argument=given.names[most], usage=_usage(action))
    for option, value, fits in (
        ("--as", copied_as, action == "copy"),
        ("--extends", given.extends, action == "new"),
        ("--title", given.title, action == "new"),
        ("--words", given.words, action == "check"),
        ("--json", given.json, action not in ("copy", "new")),
    ):
        if value and not fits:
            raise UnknownOption(option=option, program=program)
    return carry_out(context, given)


def _usage(action: str) -> str:
    return next(f"{PROGRAM} {usage}" for usage in USAGE if action in usage)


def _list(context: Context, given: Namespace) -> int:
    entries, problems = checklists.listed(context.workspace)
    if given.json:
        rows = [
            {
                "key": entry.key,
                "title": text_in(entry.title, spoken()),
                "builtin": entry.builtin,
                "extends": entry.extends,
                "items": entry.items,
            }
            for entry in entries
        ]
        told = problems_json(problems, context.out.translate)
        context.out.json({"schema": SCHEMA, "checklists": rows, "problems": told})
        return DONE
    context.add_problems(*problems)
    wide = max((cells(entry.key) for entry in entries), default=0)
    for entry in entries:
        count = ngettext("{count} item", "{count} items", entry.items).format(count=entry.items)
        own = "" if entry.builtin else _("your own")
        base = _("extends {key}").format(key=entry.extends) if entry.extends else ""
        title = visible_line(text_in(entry.title, spoken()))
        context.out.line(f"{entry.key:<{wide}}  {beside((title, count, base, own))}")
    return DONE


def _show(context: Context, given: Namespace) -> int:
    checklist = checklists.checklist(context.workspace, given.names[0])
    out = context.out
    if given.json:
        out.json(checklist_json(checklist))
        return DONE
    out.line(beside((checklist.key, visible_line(text_in(checklist.title, spoken())))), BOLD)
    wide = max((len(item.key) for item in checklist.items()), default=0)
    for section in checklist.sections:
        out.line()
        out.line(beside((visible_line(text_in(section.title, spoken())), section.key)), BOLD)
        for item in section.items:
            head = f"{MUST if item.must else ' '} {item.key:<{wide}}  "
            title = visible_line(text_in(item.title, spoken()))
            out.wrapped(beside((title, moment_word(item.moment))), head, " " * len(head))
            out.wrapped(text_in(item.say, spoken()), "      ", "      ")
    return DONE


def _copy(context: Context, given: Namespace) -> int:
    key = vars(given)["as"] or given.names[0]
    file = checklists.copy(context.workspace, given.names[0], key)
    context.out.line(_("Copied to {file}").format(file=file))
    command = context.command(f"checklists check {key}")
    context.out.line(_("Change it there, then: {command}").format(command=command))
    return DONE


def _new(context: Context, given: Namespace) -> int:
    key = given.names[0]
    file = checklists.start(context.workspace, key, given.extends or "general", given.title or "", spoken())
    context.out.line(_("A new checklist: {file}").format(file=file))
    command = context.command(f"checklists check {key}")
    context.out.line(_("Change it there, then: {command}").format(command=command))
    return DONE


def _check(context: Context, given: Namespace) -> int:
    faults = checklists.check(context.workspace, given.names)
    out = context.out
    found = checklist_hints(context.workspace, given.names) if given.words else ()
    if given.json:
        out.json({**faults_json(faults), "hints": hints_json(found)} if given.words else faults_json(faults))
        return REFUSED if faults else DONE
    for each in found:
        print_hint(out, each)
    if given.words:
        out.line(ngettext("{count} hint.", "{count} hints.", len(found)).format(count=len(found)))
    if not faults:
        out.line(_("No faults found."))
    else:
        for fault in faults:
            out.line(": ".join(filter(None, (where(fault), fault.at))), BOLD)
            for text in filter(None, (fault.sentence(out.translate), fault.hint_line(out.translate))):
                out.wrapped(text, "  ", "  ")
        out.line(ngettext("{count} fault.", "{count} faults.", len(faults)).format(count=len(faults)))
    return REFUSED if faults else DONE


_Action = tuple[int, int | None, Callable[[Context, Namespace], int]]
ACTIONS: Mapping[str, _Action] = {
    "list": (0, 0, _list),
    "show": (1, 1, _show),
    "copy": (1, 1, _copy),
    "new": (1, 1, _new),
    "check": (0, None, _check),
}
"""The least and the most names that each takes, and what it does."""
