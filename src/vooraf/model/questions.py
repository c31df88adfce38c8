"""A script as the questions of a meeting, one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vooraf.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from vooraf.model.script import Line, Script


class Question(NamedTuple):
    """One question of a meeting with all its lines.

    ``id`` is stable from one script of a talk to the next: ``opening``, ``expectations:success``, and for
    an item ``open:licence``. ``title`` is the title of its part, ``item`` the key of the item that it is about,
    or ``None``.
    """

    id: str
    title: str
    item: str | None
    lines: tuple[Line, ...]


def questions(script: Script) -> tuple[Question, ...]:
    """The questions of ``script``, in its order. Lines without a question stand on paper alone."""
    found: dict[str, Question] = {}
    for part in script.parts:
        for line in part.lines:
            if line.question:
                known = found.get(line.question, Question(line.question, part.title, None, ()))
                found[line.question] = known._replace(
                    item=known.item or line.item, lines=(*known.lines, line)
                )
    return tuple(found.values())


def chosen_from(ids: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The keys of items per part that a meeting's question ids name: what ``Facts.chosen`` takes."""
    chosen: dict[str, tuple[str, ...]] = {}
    for part, item, *_ in (question.split(":") for question in ids if ":" in question):
        if item not in chosen.setdefault(part, ()):
            chosen[part] += (item,)
    return chosen
