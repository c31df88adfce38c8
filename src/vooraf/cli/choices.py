"""An option that takes one of a few words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from vooraf.errors.command import BadOptionValue


def one_of(option: str, choices: Sequence[str]) -> Callable[[str], str]:
    """A reader that takes one of ``choices``; it raises BadOptionValue."""

    def read(value: str) -> str:
        if value not in choices:
            shown = ", ".join(choice for choice in choices if choice)
            raise BadOptionValue(value=value, option=option, options=shown)
        return value

    return read
