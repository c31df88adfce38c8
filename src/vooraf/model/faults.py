"""What is wrong with a file, as data: said in the language of the screen when it is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from vooraf.errors import said
from vooraf.model.record import NamedTuple


class Fault(NamedTuple):
    """One fault at one place of a file that people write.

    ``line`` counts from 1; ``at`` is the dotted place, tables named by their key where they have one, such
    as ``section.revisions.item.revisions.say.nl`` (empty: the file as a whole). ``message`` says what was
    found and ``hint`` what to write: English templates whose ``{names}`` stand in ``data``.
    """

    file: str
    line: int
    at: str
    message: str
    hint: str
    data: Mapping[str, object]

    def __hash__(self) -> int:
        """By its place and kind, so that faults found twice can be told once: ``data`` has no hash."""
        return hash(self[:5])

    def sentence(self, translate: Callable[[str], str] = str) -> str:
        """What was found, in the language of ``translate``; a ``Fault`` in ``data`` as its sentence."""
        return translate(self.message).format_map(_filled(self.data, translate))

    def hint_line(self, translate: Callable[[str], str] = str) -> str:
        """What to write, or an empty text."""
        return translate(self.hint).format_map(self.data) if self.hint else ""


class Problem(NamedTuple):
    """Something to tell about a file as a whole; the rest is shown all the same.

    A ``Fault`` in ``data`` is filled in as its sentence.
    """

    file: str
    message: str
    data: Mapping[str, object]

    def sentence(self, translate: Callable[[str], str] = str) -> str:
        """The problem in one sentence, in the language of ``translate``."""
        return translate(self.message).format_map(_filled(self.data, translate))


def _filled(data: Mapping[str, object], translate: Callable[[str], str]) -> dict[str, object]:
    """``data`` with each fault in it as its sentence, and the system's reason in the language of ``translate``."""
    return {
        name: value.sentence(translate) if isinstance(value, Fault) else value
        for name, value in said(data, translate).items()
    }
