"""Looks in a text for words that over-promise or say nothing, and for questions that ask nothing.

What it finds are hints: a place, a reason and a better pattern. The owner has the last word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from vooraf.model.checklist import Texts
from vooraf.model.phrases import REACH, BadPhrase, Finder, Phrase, parse_phrase
from vooraf.model.record import NamedTuple
from vooraf.model.tokens import SIGN, Reading, read
from vooraf.model.word_lists import (
    ABSOLUTE,
    ASK,
    CHECK,
    CLOSED,
    LISTS,
    MESSAGE,
    NEGATABLE,
    NO_VAT,
    REGISTER,
    SEVERAL,
    STATED,
    Advice,
    Compiled,
    Entry,
    Questions,
)

_BEFORE, _BEHIND = 3, 2
"""How many words from a promise a “no” is looked for: “no full guarantee”, “that I don't promise”."""
_BESIDE = (NO_VAT, REGISTER)
"""What is said of a place whatever else is said of it."""
_FIRST_PERSON = ("i", "i'm", "i'll", "i've", "i'd")


class Hint(NamedTuple):
    """A place of a text, from ``start`` up to ``end``: ``match``. ``why`` and ``instead`` are for the owner.

    ``negated``: the word is denied where it stands, and ``why`` says what that does.
    """

    match: str
    start: int
    end: int
    kind: str
    why: Texts
    instead: Texts
    negated: bool = False


def hints(
    text: str,
    language: str,
    lists: Mapping[str, Compiled],
    *,
    role: str = MESSAGE,
    allow: Sequence[str] = (),
    fields: Mapping[str, str] | None = None,
) -> tuple[Hint, ...]:
    """What could be said better in ``text``, in the order of the text.

    ``language`` is one of LANGUAGES, ``lists`` has a list for each of them under its name, ``role`` is one
    of ROLES. A place that has a part in common with one of the phrases ``allow`` passes. ``fields`` has the type
    of every ``${name}``. The time it takes grows with the length of the text, and with nothing else.
    """
    known = lists[LISTS[language]]
    reading = read(text, fields)
    let_pass = (*known.words.allow, *allow)
    passed = _Spans(
        Finder((0, phrase) for each in let_pass if (phrase := allowed(each)) is not None), reading
    )
    found = _outermost(_found(reading, language, known, role))
    if role in (ASK, CHECK):
        found += _questions(reading, known.words.questions, role)
    return tuple(
        _hint(text, reading, place)
        for place in sorted(found, key=lambda each: each.first)
        if not passed.overlap(place.first, place.end)
    )


def allowed(text: str) -> Phrase | None:
    """What an item lets pass, as a phrase; ``None`` when it is none."""
    try:
        return parse_phrase(text)
    except BadPhrase:
        return None


class _Place(NamedTuple):
    """A hint while it stands among the tokens ``first`` up to ``end``."""

    first: int
    end: int
    kind: str
    advice: Advice
    negated: bool


def _hint(text: str, reading: Reading, place: _Place) -> Hint:
    start, end = reading.tokens[place.first].start, reading.tokens[place.end - 1].end
    why, instead = place.advice
    return Hint(text[start:end], start, end, place.kind, why, instead, place.negated)


def _outermost(places: Iterable[_Place]) -> list[_Place]:
    """In the order of the text, without those that lie within another; of prices without VAT only the first."""
    kept: list[_Place] = []
    others: dict[tuple[str, int], _Place] = {}
    for place in sorted(places, key=lambda each: (each.first, -each.end)):
        if place.kind in _BESIDE:
            others.setdefault((place.kind, 0 if place.kind == NO_VAT else place.first), place)
        elif not kept or place.end > kept[-1].end:
            kept.append(place)
    return [*kept, *others.values()]


# -- phrases ---------------------------------------------------------------------------------------


def _found(reading: Reading, language: str, known: Compiled, role: str) -> Iterator[_Place]:
    words = known.words
    but: dict[int, _Spans] = {}
    unless: dict[int, _Spans] = {}
    for number, first, end in known.finder.find(reading):
        entry = words.entries[number]
        if not _concerns(entry, language, role) or not _counts(reading, entry, role, first, end):
            continue
        if number not in but:
            but[number], unless[number] = (
                _Spans(known.but[number], reading),
                _Spans(known.unless[number], reading),
            )
        if unless[number].any() or but[number].overlap(first, end):
            continue
        negated = entry.kind in NEGATABLE and _denied(reading, words.negations, first, end)
        advice = Advice(words.negated, entry.advice.instead) if negated else entry.advice
        yield _Place(first, end, entry.kind, advice, negated)


def _concerns(entry: Entry, language: str, role: str) -> bool:
    return (not entry.language or entry.language == language) and (not entry.roles or role in entry.roles)


def _counts(reading: Reading, entry: Entry, role: str, first: int, end: int) -> bool:
    """Whether it is said here: not in a quotation or a name, and not in a question that it can't harm."""
    asked = reading.tokens[first].sentence in reading.asks
    if entry.asked and not asked:
        return False
    if asked and (entry.kind == ABSOLUTE or (entry.kind in STATED and role in (ASK, CHECK))):
        return False
    if first in reading.quoted:
        return False
    return entry.kind == REGISTER or not _is_name(reading, first, end)


def _is_name(reading: Reading, first: int, end: int) -> bool:
    """A capital within a sentence makes a name; so does a second one behind a word that begins it."""
    tokens = reading.tokens
    token = tokens[first]
    if not token.capital:
        return False
    if first and tokens[first - 1].sentence == token.sentence and not token.begins:
        return True
    after = tokens[end] if end < len(tokens) else None
    joined = after is not None and after.sentence == token.sentence and after.capital
    return joined and after is not None and after.text not in _FIRST_PERSON


class _Spans:
    """Where the phrases of a finder stand in a text: looked for once, when it is first asked."""

    __slots__ = ("_ends", "_finder", "_reading")

    def __init__(self, finder: Finder, reading: Reading) -> None:
        self._finder = finder
        self._reading = reading
        self._ends: dict[int, int] | None = None

    def _found(self) -> dict[int, int]:
        """Behind which token the longest phrase ends that begins with a token."""
        if self._ends is None:
            self._ends = {}
            for _number, first, end in self._finder.find(self._reading):
                self._ends[first] = max(end, self._ends.get(first, 0))
        return self._ends

    def overlap(self, first: int, end: int) -> bool:
        """Whether one of them has a part in common with the tokens ``first`` up to ``end``."""
        found = self._found()
        return bool(found) and any(found.get(at, 0) > first for at in range(max(first - REACH, 0), end))

    def any(self) -> bool:
        """Whether one of them stands anywhere."""
        return bool(self._found())


def _denied(reading: Reading, negations: frozenset[str], first: int, end: int) -> bool:
    """Whether a “no” stands close by in the same clause."""
    tokens = reading.tokens
    for at in range(first - 1, max(first - 1 - _BEFORE, -1), -1):
        if reading.ends(at):
            break
        if tokens[at].text in negations:
            return True
    for at in range(end, end + _BEHIND):
        if reading.ends(at):
            break
        if tokens[at].text in negations:
            return True
    return False


# -- questions -------------------------------------------------------------------------------------


def _questions(reading: Reading, known: Questions, role: str) -> Iterator[_Place]:
    """More than one question in a text that asks; in a check a question that yes or no would answer."""
    asked = list(_sentences(reading))
    for first, end in asked[1:]:
        yield _Place(first, end, SEVERAL, known.several, negated=False)
    for first, end in asked if role == CHECK else ():
        if _is_closed(reading, known, first, end):
            yield _Place(first, end, CLOSED, known.closed, negated=False)


def _sentences(reading: Reading) -> Iterator[tuple[int, int]]:
    """The first token of each question that isn't quoted, and the token behind its last."""
    first = 0
    for index, token in enumerate(reading.tokens):
        if token.sentence != reading.tokens[first].sentence:
            first = index
        last = index + 1 == len(reading.tokens) or reading.tokens[index + 1].sentence != token.sentence
        if last and token.sentence in reading.asks and index not in reading.quoted:
            yield first, index + 1


def _is_closed(reading: Reading, known: Questions, first: int, end: int) -> bool:
    """No part of it begins as an open question does; or only one that goes on behind a closed beginning."""
    words = [token.text for token in reading.tokens[first:end]]
    starts = [index for index in range(len(words)) if reading.tokens[first + index].begins]
    starts = [index for index in starts if reading.tokens[first + index].kind != SIGN]
    if not starts:
        return False
    closed_first = words[starts[0]] in known.verbs
    return not any(
        _is_open(words[index:], known) and not (closed_first and words[index] in known.joins)
        for index in starts
    )


def _is_open(words: Sequence[str], known: Questions) -> bool:
    """Whether a part of a question begins with a question word, or with what may stand before one."""
    small = known.before | known.joins
    said = (word in known.words for word in words if word in known.words or word not in small)
    return next(said, False)
