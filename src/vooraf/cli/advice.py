"""Sentences whose commands work as they are typed, also when the data are elsewhere than usual."""

from __future__ import annotations

from vooraf.cli.commands import COMMANDS
from vooraf.locale import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def on_data(data: str) -> Callable[[str], str]:
    """A translation in which ``vooraf list`` is ``vooraf --data DIR list``, for templates that are filled in later.

    What is filled in, such as a client's name, stays as it is.
    """
    named = naming(data)
    return lambda text: named(_(text))


def naming(data: str) -> Callable[[str], str]:
    """What puts the data folder into the commands that a sentence names, in whatever language it is."""

    def put(said: str) -> str:
        if "vooraf " not in said:
            return said
        import re  # noqa: PLC0415 - with the other, for what names a command
        from shlex import quote  # noqa: PLC0415

        given = quote(data).replace("{", "{{").replace("}", "}}")
        return re.sub(rf"\bvooraf (?=(?:{'|'.join(COMMANDS)})\b)", lambda _: f"vooraf --data {given} ", said)

    return put
