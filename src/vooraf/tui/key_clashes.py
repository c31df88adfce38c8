"""What the owner's own keys get in the way of, found before it is missed. Pure, but for the screens it looks at."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from itertools import combinations
from string import ascii_letters
from typing import NamedTuple

from textual.binding import Binding
from textual.dom import DOMNode

from vooraf.errors import N_
from vooraf.locale import _
from vooraf.tui import screens
from vooraf.tui.screens.base import BaseScreen
from vooraf.tui.screens.dialog import Dialog
from vooraf.tui.screens.reading import ReadingScreen
from vooraf.tui.widgets.line_list import LineList

CLASH = N_(
    "In {file} “{one}” ({does}) has the key {key}, and so has “{other}” ({others}): give one of them "
    'another key there, such as "{other}" = "{free}".'
)
UNKNOWN = N_(
    "{file} names “{id}”, and no key has that id: write one that the help (?) of a screen shows, such as {example}."
)
_EXAMPLE = "client.tell"

Action = tuple[str, str]
"""The id of a key, and in English what it does."""


class Clash(NamedTuple):
    """Two actions that have ``key`` where both count; ``free`` is one that nothing has there."""

    one: Action
    other: Action
    key: str
    free: str


def sentences(chosen: Mapping[str, str], file: str) -> list[str]:
    """What is to be told about the keys that the settings in ``file`` give to ids, in the screen's language."""
    places = [_bound(place) for place in _places()]
    known = {each.id for each in _bound(_kinds_of(DOMNode))}
    said = [_(UNKNOWN).format(file=file, id=name, example=_EXAMPLE) for name in chosen if name not in known]
    for clash in clashes(chosen, places):
        (one, does), (other, others) = clash.one, clash.other
        told = {"one": one, "does": _(does), "other": other, "others": _(others)}
        said.append(_(CLASH).format(file=file, key=clash.key, free=clash.free, **told))
    return said


def clashes(chosen: Mapping[str, str], places: Iterable[Iterable[Binding]]) -> list[Clash]:
    """Each two actions once that would have one key at one of these places, and by themselves don't.

    ``chosen`` are the keys by id, separated by commas, written as Textual does.
    """
    found: dict[tuple[str, str], Clash] = {}
    for bound in places:
        usual: dict[str, set[str]] = {}
        does: dict[str, str] = {}
        for each in bound:
            usual.setdefault(each.id or "", set()).add(each.key)
            does.setdefault(each.id or "", each.tooltip or each.description)
        now = {name: set(chosen[name].split(",")) if name in chosen else usual[name] for name in usual}
        for pair in combinations(sorted(usual, key=lambda name: name not in chosen), 2):
            shared = now[pair[0]] & now[pair[1]]
            if shared and not usual[pair[0]] & usual[pair[1]]:
                taken = set().union(*now.values())
                free = next((letter for letter in ascii_letters if letter not in taken), "f5")
                one, other = ((name, does[name]) for name in pair)
                found.setdefault(pair, Clash(one, other, min(shared), free))
    return list(found.values())


def _places() -> Iterator[tuple[type[DOMNode], ...]]:
    """What has the keys at once: a screen with the list on it, or a box."""
    for module in pkgutil.iter_modules(screens.__path__):
        import_module(f"{screens.__name__}.{module.name}")
    for screen in _kinds_of(BaseScreen):
        yield (screen,) if issubclass(screen, ReadingScreen) else (screen, LineList)
    for box in _kinds_of(Dialog):
        yield (box,)


def _kinds_of(kind: type[DOMNode]) -> Iterator[type[DOMNode]]:
    yield kind
    for each in kind.__subclasses__():
        yield from _kinds_of(each)


def _bound(place: Iterable[type[DOMNode]]) -> list[Binding]:
    """The keys there that can be others."""
    maps = (kind._merged_bindings for kind in place)  # noqa: SLF001 - those of a class are nowhere else
    return [
        each for bound in maps if bound for key in bound.key_to_bindings.values() for each in key if each.id
    ]
