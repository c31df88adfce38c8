"""Options told apart from the other arguments, by the rules of ``argparse``: a test compares the two.

argparse itself brings along re and gettext, and asks gettext for a catalogue at every parser that it makes:
8 ms, where a bare Python takes 10 and ``vooraf --help`` has 30.
"""

from __future__ import annotations

from types import SimpleNamespace

from vooraf.errors.command import MissingValue, NoValueTaken
from vooraf.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


class Namespace(SimpleNamespace):
    """What was given, by name."""


class Option(NamedTuple):
    """An option by its long name. ``read`` reads its value; ``None`` for a flag, which has none."""

    name: str
    read: Callable[[str], object] | None
    repeated: bool = False

    @property
    def key(self) -> str:
        """What it is called among what was given: ``git_setup`` for ``--git-setup``."""
        return self.name.lstrip("-").replace("-", "_")


def read_options(options: Mapping[str, Option], arguments: Sequence[str]) -> tuple[Namespace, list[str]]:
    """The options by name, and the arguments that are none of them, in order.

    A flag is ``True`` or ``False``; an option with a value ``None`` when it isn't given, else what ``read``
    made of it, in a list where it can be repeated.

    Raises:
        MissingValue, NoValueTaken: an option stands there without its value, or a flag with one.
        What reading a value raises goes through.
    """
    found = Namespace(**{each.key: None if each.read else False for each in options.values()})
    rest: list[str] = []
    left = list(reversed(arguments))
    while left:
        given = left.pop()
        name, value = _split(options, given)
        while name and not options[name].read:
            setattr(found, options[name].key, True)
            if value is None:
                break
            name, value = _next_flag(options, name, value)
        if not name:
            rest.append(given)
        elif read := options[name].read:
            if value is None:
                if not left or _is_option(options, left[-1]):
                    raise MissingValue(option=options[name].name)
                value = left.pop()
            _store(found, options[name], read(value))
    return found, rest


def _split(options: Mapping[str, Option], given: str) -> tuple[str, str | None]:
    """The option's name and the value that is glued to it; an empty name when it is none that is known."""
    if given in options:
        return given, None
    head, sign, value = given.partition("=")
    if sign and head in options:
        return head, value
    if given[1:2] != "-" and given[:2] in options:
        return given[:2], given[2:]
    return "", None


def _next_flag(options: Mapping[str, Option], name: str, glued: str) -> tuple[str, str | None]:
    """The flag behind the flag ``name``, as ``-v`` in ``-hv``. Raises NoValueTaken: there is none."""
    following = f"-{glued[:1]}"
    if name.startswith("--") or following not in options:
        raise NoValueTaken(option=options[name].name)
    return following, glued[1:] or None


def _is_option(options: Mapping[str, Option], given: str) -> bool:
    """Whether this is no value: an option, or what looks like one. A negative number doesn't, nor a sentence."""
    if _split(options, given)[0]:
        return True
    if given[:1] != "-" or given == "-" or " " in given:
        return False
    whole, point, part = given[1:].partition(".")
    return not (part.isdecimal() and (not whole or whole.isdecimal()) if point else whole.isdecimal())


def _store(found: Namespace, option: Option, value: object) -> None:
    if option.repeated:
        value = [*(getattr(found, option.key) or ()), value]
    setattr(found, option.key, value)
