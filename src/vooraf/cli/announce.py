"""``vooraf announce``: a message to every client who was told otherwise, and the record of what was sent."""

from __future__ import annotations

import os
from collections.abc import Sequence

from vooraf.actions import announcing, reasons
from vooraf.actions.announcing import Left, Messages
from vooraf.actions.changes import changes, check_item, checklists_of
from vooraf.cli.arguments import Namespace
from vooraf.cli.as_json import SCHEMA
from vooraf.cli.choices import one_of
from vooraf.cli.context import Context
from vooraf.cli.parser import Parser
from vooraf.cli.rendered import FORMATS, rendered
from vooraf.cli.streams import BOLD, PIPED_WIDTH, beside
from vooraf.errors import DONE, N_, REFUSED
from vooraf.errors.announcing import NobodyTold
from vooraf.errors.command import MissingArgument, NotTogether, OnlyWithSent, SeveralPages
from vooraf.errors.disk import FileExists
from vooraf.locale import _, ngettext, spoken
from vooraf.locale.day_words import day_word
from vooraf.locale.words import how_word, item_title, language_word
from vooraf.model.checklist import Change
from vooraf.model.events import HOWS
from vooraf.model.formats import long_date
from vooraf.model.naming import slug_of
from vooraf.model.values import parse_date
from vooraf.model.visible import visible_line

USAGE = (
    "ITEM --from DATE --because TEXT [--because-nl TEXT] [--because-en TEXT] "
    "[--format text|md|html|json] [-o FOLDER [--force]] [CLIENT…]"
)
SENT_USAGE = "ITEM --sent (--all | CLIENT…) [--by HOW] [--on DATE]"
_ENDINGS = {"text": "txt", "md": "md", "html": "html", "json": "json"}


def declare(parser: Parser) -> None:
    """Name the arguments."""
    parser.usage = (USAGE, SENT_USAGE)
    parser.examples = (
        'vooraf --demo announce revisions --from 2099-01-01 --because "A third round was asked for often."',
    )
    parser.positional("item", "ITEM", N_("the key of the item that changes"))
    parser.positional(
        "clients",
        "CLIENT…",
        N_("these clients; without a name, everyone that “vooraf changes” lists"),
        required=False,
        many=True,
    )
    parser.option(
        "--from", "DATE", N_("the day on which it starts; kept in the house rules"), read=parse_date
    )
    parser.option("--because", "TEXT", N_("the reason, in one line; kept there too"))
    parser.option("--because-nl", "TEXT", N_("the reason in Dutch"))
    parser.option("--because-en", "TEXT", N_("the reason in English"))
    parser.option("--format", "FORMAT", N_("text, md, html or json"), read=one_of("--format", FORMATS))
    parser.option("--output", "FOLDER", N_("write a file for each client into this folder"), short="-o")
    parser.flag("--force", N_("overwrite those files"))
    parser.flag("--sent", N_("record that it was announced, with both texts and the day"))
    parser.flag("--all", N_("to everyone that “vooraf changes” lists"))
    parser.option(
        "--by", "HOW", N_("how it was sent: {hows}; email when left out"), read=one_of("--by", HOWS)
    )
    parser.option("--on", "DATE", N_("the day it was sent; today when left out"), read=parse_date)


def run(context: Context, given: Namespace) -> int:
    """Keep the day and the reason and bring the messages out; or record what was sent."""
    _check_use(given)
    return _record(context, given) if given.sent else _write(context, given)


def _check_use(given: Namespace) -> None:
    """Raises WrongUse when the options don't go together."""
    writing = {
        "--from": vars(given)["from"],
        "--because": given.because,
        "--because-nl": given.because_nl,
        "--because-en": given.because_en,
        "--format": given.format,
        "--output": given.output,
    }
    if not given.sent:
        for option, value in (("--all", given.all), ("--by", given.by), ("--on", given.on)):
            if value:
                raise OnlyWithSent(option=option)
        return
    for option, value in writing.items():
        if value is not None:
            raise NotTogether(one="--sent", other=option)
    if given.all and given.clients:
        raise NotTogether(one="--all", other=_("CLIENT…"))
    if not (given.all or given.clients):
        needed = _("CLIENT… or --all")
        raise MissingArgument(
            program="vooraf announce", argument=needed, usage=f"vooraf announce {SENT_USAGE}"
        )


def _clients(context: Context, given: Namespace) -> tuple[str, ...]:
    """The short ids of those who are named, else of those who were told otherwise.

    Raises NoSuchItem before anything else that may be wrong, and NobodyTold.
    """
    progress = context.out.progress(_("Reading the diaries…"))
    if given.clients:
        named = tuple(dict.fromkeys(context.find(name) for name in given.clients))
        check_item(context.workspace, given.item, checklists_of(context.workspace, named))
        return named
    found = changes(context.workspace, given.item, progress)
    context.add_problems(*found.problems)
    clients = found.clients(given.item)
    if not clients:
        raise NobodyTold(item=given.item)
    return clients


# -- the messages ----------------------------------------------------------------------------------


def _write(context: Context, given: Namespace) -> int:
    """First make everything, then look whether a file is in the way, and only then keep and write."""
    workspace = context.workspace
    clients = _clients(context, given)
    own = {"nl": given.because_nl or "", "en": given.because_en or ""}
    change = reasons.change_with(workspace, given.item, vars(given)["from"], given.because or "", own)
    made = announcing.messages(
        workspace, given.item, clients, change, context.out.progress(_("Making the messages…"))
    )
    if not made.made:
        _say_left(context, made.left)
        return REFUSED
    form = given.format or "text"
    files = _files(given, made, form) if given.output is not None else ()
    if not files and form == "html" and len(made.made) > 1:
        raise SeveralPages(option="-o FOLDER")
    reasons.keep_change(workspace, given.item, change)
    if files:
        _save(context, given, made, files, form)
    else:
        _print(context, given.item, change, made, form)
    _say_left(context, made.left)
    _remark_language(context, change, made)
    if not workspace.rules.name.strip():
        from vooraf.locale.sheet_words import unsigned_command_words  # noqa: PLC0415 - once in a lifetime

        context.add_remark(unsigned_command_words())
    return DONE


def _files(given: Namespace, made: Messages, form: str) -> tuple[str, ...]:
    """Where each message goes. Raises FileExists before anything is written."""
    folder = os.path.abspath(os.path.expanduser(given.output))
    files = []
    for each in made.made:
        client = each.seen.client
        name = f"{given.item}-{slug_of(client.name)}-{client.id}.{_ENDINGS[form]}"
        files.append(os.path.join(folder, name))
        if os.path.lexists(files[-1]) and not given.force:
            raise FileExists(file=files[-1])
    return tuple(files)


def _save(context: Context, given: Namespace, made: Messages, files: Sequence[str], form: str) -> None:
    from vooraf.actions.output import make_folder, save_text  # noqa: PLC0415 - only for files

    progress = context.out.progress(_("Writing the messages…"))
    make_folder(os.path.dirname(files[0]))
    for done, (each, file) in enumerate(zip(made.made, files, strict=True)):
        progress(done, len(files))
        save_text(file, rendered(each.script, form, PIPED_WIDTH), force=given.force)
    progress(len(files), len(files))
    count = ngettext(
        "{count} message was written to {folder}", "{count} messages were written to {folder}", len(files)
    )
    context.out.line(count.format(count=len(files), folder=os.path.dirname(files[0])))


def _print(context: Context, item: str, change: Change, made: Messages, form: str) -> None:
    out = context.out
    if form == "json":
        from vooraf.render.as_json import as_json  # noqa: PLC0415 - for JSON alone

        day = change.from_day.isoformat() if change.from_day else None
        letters = [as_json(each.script) for each in made.made]
        out.json(
            {
                "schema": SCHEMA,
                "item": item,
                "from": day,
                "because": dict(change.because),
                "messages": letters,
            }
        )
        return
    for number, each in enumerate(made.made):
        if len(made.made) > 1:
            client = each.seen.client
            out.line(
                ("" if number == 0 else "\n")
                + beside((visible_line(client.name), client.id, language_word(client.language))),
                BOLD,
            )
            out.line()
        out.write(rendered(each.script, form, out.columns or PIPED_WIDTH))


def _remark_language(context: Context, change: Change, made: Messages) -> None:
    """Say which clients get the reason in another language than their own."""
    for language in reasons.other_language(change, (each.seen.client.language for each in made.made)):
        told = _("There is no reason in {language}: those messages give it untranslated.")
        context.add_remark(
            told.format(language=language_word(language)),
            _("Give it with: --because-{language} TEXT").format(language=language),
        )


# -- what was sent ---------------------------------------------------------------------------------


def _record(context: Context, given: Namespace) -> int:
    workspace = context.workspace
    clients = _clients(context, given)
    change = reasons.kept_change(workspace, given.item, given.on or workspace.today)
    how = given.by or announcing.USUAL_HOW
    sent = announcing.announced(
        workspace, given.item, clients, how, given.on, context.out.progress(_("Recording…"))
    )
    if sent.done and change.from_day:
        said = _("Announced {how}, {day}: {item}, from {from_day}:").format(
            how=how_word(how),
            day=day_word(given.on or workspace.today, workspace.today),
            item=item_title(given.item, sent.done[0].checklist),
            from_day=long_date(change.from_day, spoken()),
        )
        context.out.line(said)
        for seen in sent.done:
            context.out.line(f"  {seen.client.id}  {visible_line(seen.client.name)}")
    _say_left(context, sent.left)
    return DONE if sent.done else REFUSED


def _say_left(context: Context, left: Sequence[Left]) -> None:
    """Say of everybody who was left why."""
    for each in left:
        why = f"{visible_line(each.name[:80])}: {each.why.sentence(context.out.translate)}"
        context.add_remark(why, each.why.hint_line(context.out.translate))
