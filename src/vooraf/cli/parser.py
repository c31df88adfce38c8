"""The arguments of one command, and its help. Explanations come in English and are translated when shown.

``arguments`` reads the options; the arguments in order are given out here, so that options may stand
anywhere between them and every fault is told in the language of the screen.
"""

from __future__ import annotations

from vooraf.cli.arguments import Namespace, Option, read_options
from vooraf.errors import N_
from vooraf.errors.command import (
    ArgumentTooMany,
    MisplacedOption,
    MissingArgument,
    UnknownOption,
    UnknownOptionNear,
)
from vooraf.locale import _
from vooraf.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_GLUE = "\N{NO-BREAK SPACE}"
GLOBAL_OPTIONS = ("--data", "--demo", "--lang", "--version")


class Positional(NamedTuple):
    """An argument that is known by its place. ``many`` takes all that is left, as a tuple."""

    name: str
    shown: str
    required: bool
    many: bool


class Parser:
    """What a command takes. ``program`` is how it is called, such as ``vooraf tell``."""

    def __init__(self, program: str, summary: str) -> None:
        self.program = program
        self.summary = summary
        self.usage: tuple[str, ...] = ()
        self.lead = N_("To try on the sample clients:")
        self.examples: tuple[str, ...] = ()
        self.explained: list[tuple[str, str]] = []
        self._positionals: list[Positional] = []
        self._options: dict[str, Option] = {}

    # -- declaring -------------------------------------------------------------------------------

    def positional(
        self, name: str, shown: str, explained: str, *, required: bool = True, many: bool = False
    ) -> None:
        """An argument in order: ``name`` in the namespace, ``shown`` in the help."""
        self._positionals.append(Positional(name, shown, required, many))
        self.explained.append((shown, explained))

    def option(
        self,
        name: str,
        shown: str,
        explained: str,
        *,
        short: str = "",
        read: Callable[[str], object] = str,
        repeated: bool = False,
    ) -> None:
        """An option with a value, read by ``read``; ``None`` when it isn't given, else a list if repeated."""
        names = [each for each in (short, name) if each]
        self._add(names, Option(name, read, repeated))
        self._explain(names, f" {shown}", explained)

    def flag(self, name: str, explained: str, *, short: str = "") -> None:
        """An option without a value."""
        names = [each for each in (short, name) if each]
        self._add(names, Option(name, None))
        self._explain(names, "", explained)

    def _add(self, names: list[str], option: Option) -> None:
        self._options.update(dict.fromkeys(names, option))

    def _explain(self, names: list[str], shown: str, explained: str) -> None:
        self.explained.append((", ".join(names) + shown, explained))

    # -- reading ---------------------------------------------------------------------------------

    def parse(self, arguments: Sequence[str]) -> Namespace:
        """The arguments by name.

        Raises:
            WrongUse: they don't fit. What reading a value raises goes through.
        """
        end = arguments.index("--") if "--" in arguments else len(arguments)
        found, rest = read_options(self._options, arguments[:end])
        for each in rest:
            if looks_like_option(each):
                raise self._unknown(each)
        self._give_out([*rest, *arguments[end + 1 :]], found)
        return found

    def _give_out(self, values: list[str], found: Namespace) -> None:
        """Give each argument in order what is its own."""
        missing = None
        for positional in self._positionals:
            taken = values[:] if positional.many else values[:1]
            del values[: len(taken)]
            if not taken and positional.required:
                missing = missing or positional
            value: object = tuple(taken) if positional.many else next(iter(taken), None)
            setattr(found, positional.name, value)
        if getattr(found, "help", False):
            return
        if missing is not None:
            raise MissingArgument(program=self.program, argument=missing.shown, usage=self.usage_line())
        if values:
            raise ArgumentTooMany(argument=values[0], usage=self.usage_line())

    def _unknown(self, given: str) -> UnknownOption:
        from vooraf.model.keys import nearest  # noqa: PLC0415 - only when something is wrong

        option = given.partition("=")[0]
        if option in GLOBAL_OPTIONS:
            return MisplacedOption(option=option, program=self.program)
        near = nearest(option, self._options)
        if near:
            return UnknownOptionNear(option=option, program=self.program, nearest=near)
        return UnknownOption(option=option, program=self.program)

    def usage_line(self) -> str:
        """How it is used, in one line."""
        return f"{self.program} {self.usage[0]}" if self.usage else self.program

    # -- help ------------------------------------------------------------------------------------

    def help(self, width: int) -> str:
        """The help, in lines of at most ``width`` cells."""
        # Only for help; the help of the whole has no list of either, and goes without 1 ms of classes.
        from vooraf.model.checklist import LANGUAGES, MOMENTS  # noqa: PLC0415
        from vooraf.model.events import HOWS  # noqa: PLC0415
        from vooraf.render.wrap import wrap  # noqa: PLC0415

        lines = [*wrap(_(self.summary), width), ""]
        lead = _("Usage: ")
        for usage in self.usage:
            text = f"{self.program} {_kept_together(usage)}"
            lines += (line.replace(_GLUE, " ") for line in wrap(text, width, lead, " " * (len(lead) + 4)))
            lead = " " * len(lead)
        lines.append("")
        column = max(len(shown) for shown, _explained in self.explained) + 4
        known = {
            "hows": ", ".join(HOWS),
            "languages": ", ".join(LANGUAGES),
            "moments": ", ".join(MOMENTS),
        }
        for shown, explained in self.explained:
            head = f"  {shown}".ljust(column)
            lines += wrap(_(explained).format_map(known), width, head, " " * column)
        lines += ["", _(self.lead), *(f"  {example}" for example in self.examples)]
        return "\n".join(lines) + "\n"


def _kept_together(usage: str) -> str:
    """``usage`` with glue for the spaces within brackets: an option and its value stay on one line."""
    depth, glued = 0, ""
    for char in usage:
        depth += (char in "[(") - (char in "])")
        glued += _GLUE if char == " " and depth else char
    return glued


def looks_like_option(text: str) -> bool:
    """Whether an argument that no option took was meant as an option: no figure, no sentence."""
    return len(text) > 1 and text[0] == "-" and " " not in text and not text[1:2].isdigit()
