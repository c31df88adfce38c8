"""``vooraf doctor``: look at everything, say what needs the owner, and mend what needs no decision."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence

from vooraf.actions.doctor import GOOD, KINDS, NEEDS, TOLD, Check, look, repair
from vooraf.cli.arguments import Namespace
from vooraf.cli.as_json import SCHEMA, Json
from vooraf.cli.context import Context
from vooraf.cli.options import declare_json
from vooraf.cli.parser import Parser
from vooraf.cli.streams import BOLD
from vooraf.errors import DONE, N_, REFUSED
from vooraf.locale import _, ngettext
from vooraf.model.visible import visible_line

TITLES = {
    "repair": N_("Mended"),
    "folder": N_("The data folder"),
    "diary": N_("Diaries"),
    "seal": N_("Seals"),
    "missing": N_("Missing events"),
    "copy": N_("Conflict copies"),
    "checklist": N_("Checklists"),
    "talk": N_("Talks"),
    "words": N_("Word lists"),
    "rules": N_("House rules"),
    "permission": N_("Permissions"),
    "lock": N_("Locks"),
    "index": N_("The index"),
    "space": N_("Room on the disk"),
    "filesystem": N_("File system"),
    "git": N_("Git"),
}
FILES = ("diary", "checklist", "talk", "words")
"""The kinds with a check for each file: those that are good are counted."""

SIGNS = {GOOD: " ", TOLD: "-", NEEDS: "!"}
MOST_ALIKE = 10
"""How many lines that say the same are shown."""


def declare(parser: Parser) -> None:
    """Name the arguments."""
    parser.usage = ("[--repair] [--json]",)
    parser.examples = ("vooraf --demo doctor", "vooraf --demo doctor --repair")
    parser.flag(
        "--repair",
        N_(
            "mend permissions, take conflict copies in, set bytes aside that can't be read, make the index anew; "
            "it asks nothing and changes no event"
        ),
    )
    declare_json(parser)


def run(context: Context, given: Namespace) -> int:
    """Print what was found, grouped, a line each; with what to do about it."""
    mended = repair(context.workspace) if given.repair else ()
    found = (*mended, *look(context.workspace))
    needed = sum(check.state == NEEDS for check in found)
    if given.json:
        context.out.json(
            {"schema": SCHEMA, "checks": [_json(check, context.out.translate) for check in found]}
        )
    else:
        for kind in KINDS:
            if checks := [check for check in found if check.kind == kind]:
                _say_group(context, TITLES[kind], checks)
        context.out.line()
        context.out.wrapped(_verdict(found, needed), style=BOLD)
    return REFUSED if needed else DONE


def _json(check: Check, translate: Callable[[str], str]) -> Json:
    return {
        "kind": check.kind,
        "file": check.file,
        "state": check.state,
        "message": check.sentence(translate),
        "hint": check.hint_line(translate),
    }


def _say_group(context: Context, title: str, checks: Sequence[Check]) -> None:
    """What is good in one line; under it a line for each of the others, with what to do."""
    out = context.out
    good = [check for check in checks if check.state == GOOD]
    count = len(good)
    if count and len(checks) > 1 and checks[0].kind in FILES:
        said = ngettext("{count} file is good.", "{count} files are good.", count).format(count=count)
        out.line(f"{_(title)}: {said}")
    else:
        sentences = [visible_line(check.sentence(out.translate)) for check in good]
        out.wrapped(" ".join(sentences), f"{_(title)}: " if sentences else f"{_(title)}:", "    ")
    alike: dict[str, list[Check]] = {}
    for check in checks:
        if check.state == GOOD:
            continue
        same = alike.setdefault(check.message, [])
        same.append(check)
        if len(same) <= MOST_ALIKE:
            _say(context, check)
    for same in alike.values():
        if left := same[MOST_ALIKE:]:
            more = ngettext(
                "and {count} more: {message} With --json they are all listed.",
                "and {count} more, such as: {message} With --json they are all listed.",
                len(left),
            )
            message = visible_line(left[0].sentence(out.translate))
            out.wrapped(more.format(count=len(left), message=message), "  … ", "    ")


def _say(context: Context, check: Check) -> None:
    out = context.out
    sentence = check.sentence(out.translate)
    said = visible_line(sentence)
    if check.file not in sentence:
        said = f"{_name(context, check.file)}: {said}"
    out.wrapped(said, f"  {SIGNS[check.state]} ", "    ")
    if hint := check.hint_line(out.translate):
        out.wrapped(visible_line(hint), "    ", "    ")


def _name(context: Context, file: str) -> str:
    """The file as it is told: what is in the data folder from there on."""
    return visible_line(file.removeprefix(context.workspace.folder.root + os.sep))


def _verdict(found: Iterable[Check], needed: int) -> str:
    told = sum(check.state == TOLD and check.kind != "repair" for check in found)
    if needed:
        return ngettext("{count} thing needs you.", "{count} things need you.", needed).format(count=needed)
    if told:
        return ngettext(
            "Nothing needs you; {count} thing to know.", "Nothing needs you; {count} things to know.", told
        ).format(count=told)
    return _("All is well.")
