"""``vooraf script``: the script of a talk, or a letter, made out for one client."""

from __future__ import annotations

from collections.abc import Sequence

from vooraf.actions import messages, scripts
from vooraf.actions.view import ClientView
from vooraf.cli.arguments import Namespace
from vooraf.cli.choices import one_of
from vooraf.cli.context import Context
from vooraf.cli.options import declare_client, declare_day, minutes
from vooraf.cli.parser import Parser
from vooraf.cli.rendered import FORMATS, rendered
from vooraf.cli.streams import PIPED_WIDTH
from vooraf.errors import DONE, N_
from vooraf.errors.command import HowMissing, LetterCutOff, NothingToTell, NotTogether
from vooraf.locale import _, ngettext
from vooraf.model.checklist import LANGUAGES
from vooraf.model.events import HOWS
from vooraf.model.script import Script
from vooraf.model.standing import ItemState
from vooraf.model.talk import LETTER
from vooraf.model.vat import WITH, names_without_vat, without_vat

USAGE = (
    "CLIENT [TALK] [--item ITEM] [--format text|md|html|json] [--minutes N] [--language en|nl|nl_formal] "
    "[-o FILE [--force]] [--print]"
)


def declare(parser: Parser) -> None:
    """Name the arguments."""
    parser.usage = (USAGE, "CLIENT up-front --tell --by HOW [--on DATE]")
    parser.examples = (
        "vooraf --demo script noor",
        "vooraf --demo script noor --minutes 5 -o noor.html --force",
        "vooraf --demo script linde up-front --tell --by email",
        "vooraf --demo script anna no-show",
        "vooraf --demo script anna this-once --item late-cancelling",
    )
    declare_client(parser)
    parser.positional(
        "talk",
        "TALK",
        N_("check-in, up-front (the letter), recap or a message; check-in when left out"),
        required=False,
    )
    parser.option("--item", "ITEM", N_("the item that a message is about, such as no-show"))
    parser.option("--format", "FORMAT", N_("text, md, html or json"), read=one_of("--format", FORMATS))
    parser.option("--minutes", "N", N_("how long the talk may take"), read=minutes)
    parser.option(
        "--language",
        "LANGUAGE",
        N_("another language than the client's: {languages}"),
        read=one_of("--language", LANGUAGES),
    )
    parser.option(
        "--output", "FILE", N_("write it to a file; the ending of its name is the format"), short="-o"
    )
    parser.flag("--force", N_("overwrite that file"))
    parser.flag("--print", N_("send the text to the printer"))
    parser.flag("--tell", N_("record exactly these words as told; for a letter"))
    parser.option("--by", "HOW", N_("how the client gets the letter: {hows}"), read=one_of("--by", HOWS))
    declare_day(parser)


def run(context: Context, given: Namespace) -> int:
    """Bring it out: on paper, into a file, or here. Then record it, if that was asked."""
    form = _checked_use(given)
    workspace, language = context.workspace, given.language or ""
    talk = given.talk or scripts.CHECK_IN
    seen = context.see(given.client)
    made = scripts.script(workspace, seen, talk, given.minutes, language, given.item or "")
    if given.tell:
        _check_can_record(context, given, seen, talk)
    _bring_out(context, given, made, form)
    left = _left(context, given, seen, talk)
    if left:
        from vooraf.cli.said import missing_line  # noqa: PLC0415 - with the words of the screen: 2 ms

        for state in left:
            context.add_remark(missing_line(context, seen, state))
    _remark_sheet(context, seen, made)
    if given.tell:
        ticked = scripts.tell_letter(workspace, seen, talk, given.by, given.on, language)
        count = len(ticked.done)
        context.add_remark(
            ngettext(
                "{count} item was recorded as told.", "{count} items were recorded as told.", count
            ).format(count=count)
        )
    return DONE


def _remark_sheet(context: Context, seen: ClientView, made: Script) -> None:
    """Say what should be seen to before it goes out: a name under it, prices that a private client pays."""
    unsigned = made.form == LETTER and not seen.rules.name.strip()
    dear = without_vat(seen.client, seen.states, made)
    if not (unsigned or dear):
        return
    from vooraf.locale import sheet_words  # noqa: PLC0415 - with the words of the screen: 2 ms

    if unsigned:
        context.add_remark(sheet_words.unsigned_command_words())
    if dear:
        names = dict.fromkeys(name for state in dear for name in names_without_vat(seen.client, state))
        change = " ".join(f"{name}={WITH}" for name in names)
        hint = _("Change it for this client, with the amounts: {command}")
        context.add_remark(
            sheet_words.without_vat_command_words(dear, seen.checklist),
            hint.format(command=context.command(f"set {seen.client.id} {change} …")),
        )


def _left(context: Context, given: Namespace, seen: ClientView, talk: str) -> Sequence[ItemState]:
    """The items that miss a value for this. Of a message's item is told how often it came up, and what's odd."""
    about = messages.about(context.workspace, seen, talk, given.item or "")
    if about is None:
        return scripts.left_out(seen, given.language or "")
    if about.came_up or about.untold:
        from vooraf.locale.boundary_words import boundary_words, message_words  # noqa: PLC0415 - as above

        if about.untold:
            context.add_remark(message_words(about.item, about.came_up, seen.client, seen.checklist))
        elif about.came_up:
            context.add_remark(boundary_words(about.came_up, seen.checklist))
    return (about.unready,) if about.unready else ()


def _checked_use(given: Namespace) -> str:
    """The format. Raises WrongUse when the options don't go together."""
    if given.tell and not given.by:
        raise HowMissing(options=", ".join(HOWS))
    if not given.tell:
        for option, value in (("--by", given.by), ("--on", given.on)):
            if value is not None:
                raise NothingToTell(option=option)
    if given.output is None:
        if given.print and given.format not in (None, "text"):
            raise NotTogether(one="--print", other=f"--format {given.format}")
        return given.format or "text"
    if given.format:
        return str(given.format)
    from vooraf.actions.output import format_of  # noqa: PLC0415 - only for a file

    return format_of(given.output)


def _check_can_record(context: Context, given: Namespace, seen: ClientView, talk: str) -> None:
    """Find out beforehand what would keep the letter from being recorded once it is out."""
    from vooraf.actions.items import checked_day  # noqa: PLC0415 - only with --tell

    scripts.check_tells(scripts.talk(context.workspace, talk), seen.client.id)
    checked_day(context.workspace, given.on)
    context.workspace.check_writable()


def _bring_out(context: Context, given: Namespace, made: Script, form: str) -> None:
    """Write it to a file, send it to the printer; failing both print it here.

    Raises:
        FileExists, CannotWrite, NoPrinter: it isn't out.
        LetterCutOff: it is to be recorded, and nobody read it to its end.
    """
    if given.output is not None:
        from vooraf.actions.output import save_text  # noqa: PLC0415 - only for a file

        file = save_text(given.output, rendered(made, form, PIPED_WIDTH), force=given.force)
        context.out.line(_("Written to {file}").format(file=file))
    if given.print:
        from vooraf.actions.output import print_text  # noqa: PLC0415 - only for a printer

        print_text(rendered(made, "text", PIPED_WIDTH), context.environ)
        context.out.line(_("Sent to the printer."))
    if given.output is None and not given.print:
        try:
            context.out.write(rendered(made, form, context.out.columns or PIPED_WIDTH))
            context.out.flush()
        except BrokenPipeError as error:
            if given.tell:
                raise LetterCutOff from error
            raise
