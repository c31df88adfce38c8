"""Words that over-promise or say nothing: what to look for in a text of one language, and what to say of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vooraf.model.checklist import Texts
from vooraf.model.phrases import Finder, parse_phrase
from vooraf.model.record import NamedTuple

SAY, ASK, CHECK, TITLE, MESSAGE = "say", "ask", "check", "title", "message"
ROLES = (SAY, ASK, CHECK, TITLE, MESSAGE)
"""What a text is: the three texts of an item, its title, or any other text to a client."""

OVER_PROMISE, ABSOLUTE, UNLIMITED = "over-promise", "absolute", "unlimited"
VAGUE_TIME, VAGUE_AMOUNT, HEDGE = "vague-time", "vague-amount", "hedge"
BLAME, LEGAL, NO_UNIT, NO_VAT, REGISTER = "blame", "legal", "no-unit", "no-vat", "register"
CLOSED, SEVERAL, WHY, EMPTY_CHECK = "closed-question", "two-questions", "why-question", "empty-check"
KINDS = (
    OVER_PROMISE, ABSOLUTE, UNLIMITED, VAGUE_TIME, VAGUE_AMOUNT, HEDGE, BLAME, LEGAL, NO_UNIT, NO_VAT,
    REGISTER, CLOSED, SEVERAL, WHY, EMPTY_CHECK,
)  # fmt: skip

NEGATABLE = frozenset((OVER_PROMISE, ABSOLUTE, UNLIMITED))
"""Where a “no” in front changes what the word says: the hint then says so."""

STATED = frozenset((ABSOLUTE, VAGUE_TIME, VAGUE_AMOUNT, HEDGE))
"""What weakens a statement, and does no harm in a question that is asked of a client."""

LISTS: Mapping[str, str] = {"en": "en", "nl": "nl", "nl_formal": "nl"}
"""Which list serves which language."""


class Advice(NamedTuple):
    """Why, and what instead: in the owner's language."""

    why: Texts
    instead: Texts


class Entry(NamedTuple):
    """Phrases that are flagged for one reason. ``but`` and ``unless`` say where they aren't.

    ``but``: phrases that a place of this kind may be a part of; ``unless``: phrases anywhere in the text that
    make up for it. ``roles`` and ``language``: in these texts alone, everywhere when empty. ``asked``: in
    questions alone.
    """

    phrases: tuple[str, ...]
    kind: str
    advice: Advice
    but: tuple[str, ...]
    unless: tuple[str, ...]
    roles: tuple[str, ...]
    language: str
    asked: bool


class Questions(NamedTuple):
    """How an open question begins: with one of ``words``, or one of ``before`` and then one of ``words``.

    ``verbs`` begin a closed one, ``joins`` a part that only goes on: “and when?”. ``closed`` and ``several``
    are the advice on a closed question, and on more than one.
    """

    words: frozenset[str]
    before: frozenset[str]
    verbs: frozenset[str]
    joins: frozenset[str]
    closed: Advice
    several: Advice


class WordList(NamedTuple):
    """A list as its file has it.

    ``allow`` are phrases that pass in every text. ``negations`` are the words that say no; ``negated`` is why that
    doesn't help.
    """

    allow: tuple[str, ...]
    entries: tuple[Entry, ...]
    questions: Questions
    negations: frozenset[str]
    negated: Texts


class Compiled(NamedTuple):
    """A list made ready: ``finder`` finds the entries by their number, ``but`` and ``unless`` what goes with each."""

    words: WordList
    finder: Finder
    but: tuple[Finder, ...]
    unless: tuple[Finder, ...]


def compiled(words: WordList) -> Compiled:
    """Make a list ready for use, once for all texts. Raises BadPhrase."""
    phrases = [
        (number, parse_phrase(phrase))
        for number, entry in enumerate(words.entries)
        for phrase in entry.phrases
    ]
    return Compiled(
        words,
        Finder(phrases),
        tuple(finder_of(entry.but) for entry in words.entries),
        tuple(finder_of(entry.unless) for entry in words.entries),
    )


def finder_of(phrases: Iterable[str]) -> Finder:
    """Finds any of these. Raises BadPhrase."""
    return Finder((0, parse_phrase(phrase)) for phrase in phrases)
