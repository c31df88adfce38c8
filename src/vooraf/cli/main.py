"""From arguments to an exit code: the options before the command, the way to the command, and faults."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from importlib import import_module

from vooraf.cli.arguments import Namespace
from vooraf.cli.choices import one_of
from vooraf.cli.commands import ANYWHERE, COMMANDS
from vooraf.cli.parser import Parser
from vooraf.cli.streams import HELP_WIDTH, Streams
from vooraf.errors import DONE, N_, OUR_FAULT, VoorafError
from vooraf.errors.command import NoTerminal, NotTogether, UnknownCommand, UnknownCommandNear
from vooraf.locale import LANGUAGES, _, choose_when_spoken, say_through, wanted
from vooraf.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    # With what they bring along these cost more than a bare Python, and a help needs none of them.
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import TextIO

    from vooraf.actions.workspace import Clock, Random, Workspace
    from vooraf.model.faults import Fault, Problem

INTERRUPTED = 130


class Edges(NamedTuple):
    """Where the program meets the world: what it reads, where it prints, the clock, chance, the screen."""

    environ: Mapping[str, str]
    stdout: TextIO
    stderr: TextIO
    now: Clock
    random: Random
    screen: Callable[[Workspace], int]


def main(arguments: Sequence[str], edges: Edges) -> int:
    """Carry out a command line (without the program's name) and give its exit code. Never raises."""
    out = Streams(edges.stdout, edges.stderr, edges.environ)
    try:
        code = _carried_out(arguments, edges, out)
    except VoorafError as error:
        code = error.exit_code
        out.fault(error)
    except BrokenPipeError:
        code = DONE
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last one: nobody is to see a traceback
        code = OUR_FAULT
        _report(error, arguments, edges, out)
    return out.close(code)


def _carried_out(arguments: Sequence[str], edges: Edges, out: Streams) -> int:
    before, behind = _split(arguments)
    problems: list[Problem | Fault] = []
    choose_when_spoken(partial(_language, None, edges.environ, problems))
    parser = _global_parser()
    given = parser.parse(before)
    choose_when_spoken(partial(_language, given.lang, edges.environ, problems))
    if given.data is not None:
        from vooraf.cli.advice import on_data  # noqa: PLC0415 - most go without

        out.translate = on_data(given.data)
    if given.version:
        from vooraf import __version__  # noqa: PLC0415 - rarely asked

        out.line(f"vooraf {__version__}")
        return DONE
    if given.help:
        out.line(_help(parser, out.columns or HELP_WIDTH))
        return DONE
    if given.demo and given.data is not None:
        raise NotTogether(one="--demo", other="--data")
    if not behind:
        return _screen(given, edges)
    return _run(behind, given, problems, edges, out)


def _split(arguments: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """What stands before the command, and the command with its own arguments."""
    index = 0
    while index < len(arguments) and arguments[index].startswith("-"):
        index += 2 if arguments[index] in ("--data", "--lang") else 1
    return arguments[:index], arguments[index:]


def _global_parser() -> Parser:
    parser = Parser(
        "vooraf", N_("What a client was told up front, what they confirmed, and what is still open.")
    )
    parser.usage = (
        "[--data DIR] [--demo] [--lang en|nl] [--version]",
        "[--data DIR] [--demo] [--lang en|nl] COMMAND …",
    )
    parser.option("--data", "DIR", N_("the folder with the data; else $VOORAF_DATA, else the system's place"))
    parser.flag("--demo", N_("sample clients in a folder that is thrown away afterwards"))
    parser.option("--lang", "en|nl", N_("the language of the screen"), read=one_of("--lang", LANGUAGES))
    parser.flag("--version", N_("the version"))
    parser.flag("--help", N_("this help; behind a command, that command's"), short="-h")
    parser.examples = ("vooraf --demo", "vooraf --demo list", "vooraf --demo script noor")
    return parser


def _language(option: str | None, environ: Mapping[str, str], problems: list[Problem | Fault]) -> str:
    """The language of the screens: ``--lang``, else this device's setting, else the system's.

    What is wrong with the settings goes to ``problems``.
    """
    if option:
        return option
    from vooraf.actions.settings import device_settings  # noqa: PLC0415 - with --lang nobody asks

    kept, faults = device_settings()
    problems += faults
    return wanted(None, kept.language, environ)


def _help(parser: Parser, width: int) -> str:
    """The help of the whole: without a command the screen opens."""
    wide = max(map(len, COMMANDS)) + 4
    lines = [f"  {name:<{wide - 2}}{_(summary)}" for name, summary in COMMANDS.items()]
    about = _("Without a command the screen opens. The commands, each with a --help of its own:")
    return "\n".join((parser.help(width), about, *lines))


# -- the data --------------------------------------------------------------------------------------


@contextmanager
def _workspace(given: Namespace, edges: Edges, *, anywhere: bool = False) -> Iterator[Workspace]:
    """The data: the owner's, or the samples in a folder that is gone afterwards.

    ``anywhere``: whether the owner's folder may be one that can't be read.
    """
    from vooraf.actions.workspace import at_home, in_one_folder  # noqa: PLC0415 - not for a help

    if not given.demo:
        workspace = at_home(given.data, edges.environ, edges.now, edges.random)
        if not anywhere:
            workspace.check_readable()
        try:
            yield workspace
        finally:
            workspace.close()
        return
    # The samples, and tempfile and shutil with their 6 ms, are for the demo alone.
    import shutil  # noqa: PLC0415
    import tempfile  # noqa: PLC0415

    from vooraf.actions.demo import make_samples  # noqa: PLC0415

    folder = tempfile.mkdtemp(prefix="vooraf-demo-")
    workspace = in_one_folder(folder, edges.now, edges.random)
    try:
        make_samples(workspace)
        yield workspace
    finally:
        workspace.close()
        shutil.rmtree(folder, ignore_errors=True)


def _screen(given: Namespace, edges: Edges) -> int:
    if not edges.stdout.isatty():
        raise NoTerminal
    with _workspace(given, edges) as workspace:
        if given.data is not None:
            from vooraf.cli.advice import naming  # noqa: PLC0415 - most go without

            say_through(naming(given.data))
        try:
            return edges.screen(workspace)
        finally:
            say_through(None)


# -- the command -----------------------------------------------------------------------------------


def _run(
    arguments: Sequence[str], given: Namespace, problems: list[Problem | Fault], edges: Edges, out: Streams
) -> int:
    """Carry out a command with its own arguments; its module is imported now, and no other."""
    name = arguments[0]
    if name not in COMMANDS:
        from vooraf.model.keys import nearest  # noqa: PLC0415 - only when something is wrong

        near = nearest(name, COMMANDS)
        raise UnknownCommandNear(command=name, nearest=near) if near else UnknownCommand(command=name)
    module = import_module(f"vooraf.cli.{name.replace('-', '_')}")
    parser = Parser(f"vooraf {name}", COMMANDS[name])
    module.declare(parser)
    parser.flag("--help", N_("this help"), short="-h")
    options = parser.parse(arguments[1:])
    if options.help:
        out.write(parser.help(out.columns or HELP_WIDTH))
        return DONE
    from vooraf.cli.context import Context  # noqa: PLC0415 - it brings the actions along

    anywhere = name in ANYWHERE
    with _workspace(given, edges, anywhere=anywhere) as workspace:
        context = Context(workspace, out, edges.environ, given.data, problems)
        code: int = module.run(context, options)
        out.flush()
        context.tell_the_rest()
        if not anywhere:
            workspace.check_writable()  # what could be read is out: now say that nothing could be kept
    return code


# -- a fault of ours -------------------------------------------------------------------------------


def _report(error: Exception, arguments: Sequence[str], edges: Edges, out: Streams) -> None:
    """One line on the terminal; the traceback goes into a file."""
    import sys  # noqa: PLC0415 - with the others, for this alone
    import traceback  # noqa: PLC0415

    from vooraf import __version__  # noqa: PLC0415
    from vooraf.actions.reports import save_report  # noqa: PLC0415

    at = edges.now()
    lines = [
        f"vooraf {__version__}",
        f"python {sys.version}",
        sys.platform,
        at.isoformat(),
        repr(arguments),
        "",
    ]
    text = "\n".join(lines) + "\n" + "".join(traceback.format_exception(error))
    kind = type(error).__name__
    try:
        file = save_report(text, at)
    except (OSError, VoorafError):  # no place for it: then the line is all there is
        out.remark(_("This is a fault of Vooraf itself: {kind}: {error}").format(kind=kind, error=error))
    else:
        out.remark(
            _("This is a fault of Vooraf itself ({kind}). The report is in {file}").format(
                kind=kind, file=file
            )
        )
