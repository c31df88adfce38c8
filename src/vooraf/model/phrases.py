"""Phrases: words with ``*`` and alternatives, and where they stand in a text.

A phrase is what an owner can write without knowing a language of patterns, and nothing in it can make the
search take long: each word of it fits one word of the text, and ``…`` at most eight.

``guarantee*``      a word that begins so; ``*guarantee`` one that ends so
``minor|small``     one of these
``always … free``   with up to eight words between them, within the sentence
``from {money}``    a kind of word: number, money, percent, days, hours, date, time, text, choice, field
``{start}``, ``{end}``  where a clause begins or ends, without a word of its own
``${vat}``          the field of this name; ``*`` goes here too
``clear ?``         a sign: ? ! , : ;
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from vooraf.model.record import NamedTuple
from vooraf.model.tokens import SIGN, Reading, Token

GAP, START, END = "…", "{start}", "{end}"
KINDS = ("number", "money", "percent", "date", "time", "days", "hours", "text", "choice", "field")
MOST_WORDS, MOST_GAPS, LONGEST_GAP = 12, 2, 8
REACH = MOST_WORDS + MOST_GAPS * LONGEST_GAP
"""How many tokens a phrase takes at most."""
SIGNS = "?!,:;"
_SIGNS_OF_PATTERNS = '()[]{}^$+\\?<>"'

EMPTY, TOO_LONG, GAPS, NO_ALTERNATIVE, ALONE, NO_KIND, NO_SIGN, AT_THE_END = (
    "empty", "too-long", "gaps", "no-alternative", "alone", "no-kind", "no-sign", "at-the-end",
)  # fmt: skip
"""What can be wrong with a phrase."""


class BadPhrase(ValueError):
    """``reason`` is one of the above, ``found`` the part of the phrase that it is about."""

    def __init__(self, reason: str, found: str) -> None:
        super().__init__(reason, found)
        self.reason = reason
        self.found = found


class Words(NamedTuple):
    """One word of a phrase: its alternatives.

    ``exact`` are whole words, ``kinds`` kinds of them, ``patterns`` the pieces between the stars of the others.
    """

    exact: frozenset[str]
    kinds: frozenset[str]
    patterns: tuple[tuple[str, ...], ...]

    def fits(self, token: Token) -> bool:
        """Whether it is one of them."""
        if token.text in self.exact or token.kind in self.kinds:
            return True
        if self.kinds and "field" in self.kinds and token.text.startswith("${"):
            return True
        if not self.patterns or token.kind == SIGN:
            return False
        return any(_has_pieces(token.text, pieces) for pieces in self.patterns)


def _has_pieces(text: str, pieces: Sequence[str]) -> bool:
    """Whether ``text`` is these pieces in this order, with anything between them."""
    first, *middle, last = pieces
    if len(text) < len(first) + len(last) or not (text.startswith(first) and text.endswith(last)):
        return False
    at = len(first)
    for piece in middle:
        at = text.find(piece, at, len(text) - len(last))
        if at < 0:
            return False
        at += len(piece)
    return True


Step = str | Words
"""GAP, START, END, or a word."""


class Phrase(NamedTuple):
    """A phrase that is read; ``first`` is its first word."""

    text: str
    steps: tuple[Step, ...]
    first: Words

    def ends_at(self, reading: Reading, index: int) -> int:
        """Behind which token it ends, when its first word is the token at ``index``; -1 when it isn't there."""
        return _ends_at(self.steps, reading, index)


def _ends_at(steps: Sequence[Step], reading: Reading, index: int) -> int:
    tokens = reading.tokens
    for number, step in enumerate(steps):
        if isinstance(step, Words):
            if index >= len(tokens) or not step.fits(tokens[index]):
                return -1
            index += 1
        elif step == GAP:
            return _over_gap(steps[number + 1 :], reading, index)
        elif step == START:
            if index >= len(tokens) or not tokens[index].begins:
                return -1
        elif not reading.ends(index):
            return -1
    return index


def _over_gap(steps: Sequence[Step], reading: Reading, index: int) -> int:
    """Go on behind a gap: the nearest place in the same sentence where the rest fits."""
    tokens = reading.tokens
    for at in range(index, min(index + LONGEST_GAP + 1, len(tokens))):
        if tokens[at].sentence != tokens[index - 1].sentence:
            break
        end = _ends_at(steps, reading, at)
        if end >= 0:
            return end
    return -1


def parse_phrase(text: str) -> Phrase:
    """The phrase that ``text`` says. Raises BadPhrase."""
    words = [part for word in text.split() for part in _without_sign(word)]
    steps = tuple(_step(word) for word in words)
    plain = [step for step in steps if isinstance(step, Words)]
    if not plain:
        raise BadPhrase(EMPTY, text)
    if len(plain) > MOST_WORDS:
        raise BadPhrase(TOO_LONG, str(len(plain)))
    if steps.count(GAP) > MOST_GAPS:
        raise BadPhrase(GAPS, text)
    if GAP in (steps[0], steps[-1]) or START in steps[1:] or END in steps[:-1]:
        raise BadPhrase(AT_THE_END, text)
    return Phrase(text, steps, plain[0])


def _without_sign(word: str) -> Iterator[str]:
    """A sign that is written against a word is one of its own."""
    bare = word if all(part in SIGNS for part in word.split("|")) else word.rstrip(SIGNS)
    if bare:
        yield bare
    yield from word[len(bare) :]


def _step(word: str) -> Step:
    if word in (GAP, "..."):
        return GAP
    if word in (START, END):
        return word
    parts = [_alternative(part, word) for part in word.split("|")]
    return Words(
        frozenset(pieces[0] for kind, pieces in parts if len(pieces) == 1),
        frozenset(kind for kind, pieces in parts if kind),
        tuple(pieces for kind, pieces in parts if len(pieces) > 1),
    )


def _alternative(part: str, whole: str) -> tuple[str, tuple[str, ...]]:
    """A kind of word and no pieces, or no kind and the pieces between the stars."""
    if not part:
        raise BadPhrase(NO_ALTERNATIVE, whole)
    if part.startswith("{"):
        kind = part.strip("{}")
        if part != f"{{{kind}}}" or kind not in KINDS:
            raise BadPhrase(NO_KIND, part)
        return kind, ()
    bare = part.casefold().replace("’", "'")
    if not bare.startswith("${"):
        bare = bare.rstrip(".") or bare
    pieces = tuple(bare.split("*"))
    if not any(pieces):
        raise BadPhrase(ALONE, whole)
    inside = bare[2:-1] if bare.startswith("${") and bare.endswith("}") else bare
    wrong = next((char for char in inside if char in _SIGNS_OF_PATTERNS and len(bare) > 1), "")
    if wrong:
        raise BadPhrase(NO_SIGN, wrong)
    return "", pieces


# -- many at once ----------------------------------------------------------------------------------


class Finder:
    """Phrases by their first word, so that a text is gone through once; each is known by a number."""

    __slots__ = ("_exact", "_kinds", "_loose", "_prefixes")

    def __init__(self, phrases: Iterable[tuple[int, Phrase]]) -> None:
        self._exact: dict[str, list[tuple[int, Phrase]]] = {}
        self._kinds: dict[str, list[tuple[int, Phrase]]] = {}
        self._prefixes: list[tuple[int, dict[str, list[tuple[int, Phrase]]]]] = []
        self._loose: list[tuple[int, Phrase]] = []
        for each in phrases:
            self._add(each[1].first, each)

    def _add(self, first: Words, each: tuple[int, Phrase]) -> None:
        for word in first.exact:
            self._exact.setdefault(word, []).append(each)
        for kind in first.kinds:
            self._kinds.setdefault(kind, []).append(each)
        for begins, *_ in first.patterns:
            if begins and not begins.startswith("$"):
                self._beginning(len(begins)).setdefault(begins, []).append(each)
            elif each not in self._loose:
                self._loose.append(each)

    def _beginning(self, length: int) -> dict[str, list[tuple[int, Phrase]]]:
        """What is known of words by so many of their first letters."""
        known = dict(self._prefixes)
        if length not in known:
            self._prefixes.append((length, {}))
        return dict(self._prefixes)[length]

    def find(self, reading: Reading) -> Iterator[tuple[int, int, int]]:
        """Each place of each phrase: its number, its first token, and the token behind its last."""
        for places, begun in self._begun(reading):
            for number, phrase in begun:
                for index in places:
                    end = phrase.ends_at(reading, index)
                    if end > index:
                        yield number, index, end

    def _begun(self, reading: Reading) -> Iterator[tuple[Sequence[int], list[tuple[int, Phrase]]]]:
        """The phrases whose first word stands in the text, with the places of that word."""
        where, exact = reading.where, self._exact
        for text in exact if len(exact) < len(where) else where:
            if text in exact and text in where:
                yield where[text], exact[text]
        for kind, begun in self._kinds.items():
            if kind in reading.kinds:
                yield reading.kinds[kind], begun
        if self._prefixes or self._loose:
            yield from self._by_letters(reading)

    def _by_letters(self, reading: Reading) -> Iterator[tuple[Sequence[int], list[tuple[int, Phrase]]]]:
        """Those that know a part of their first word alone."""
        for text, places in reading.where.items():
            if reading.tokens[places[0]].kind == SIGN:
                continue
            for length, known in self._prefixes:
                if text[:length] in known:
                    yield places, known[text[:length]]
            if self._loose:
                yield places, self._loose
