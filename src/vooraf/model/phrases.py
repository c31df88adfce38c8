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
SIGNS = "?!,:;"

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


class Word(NamedTuple):
    """One alternative: ``kind`` when it is a kind of word, else the pieces between its stars."""

    kind: str
    pieces: tuple[str, ...]

    def fits(self, token: Token) -> bool:
        """Whether it is this word."""
        if self.kind:
            fields = self.kind == "field" and token.text.startswith("${")
            return token.kind == self.kind or fields
        if len(self.pieces) == 1:
            return token.text == self.pieces[0]
        if token.kind == SIGN:
            return False
        first, *middle, last = self.pieces
        text = token.text
        if len(text) < len(first) + len(last) or not (text.startswith(first) and text.endswith(last)):
            return False
        at = len(first)
        for piece in middle:
            at = text.find(piece, at, len(text) - len(last))
            if at < 0:
                return False
            at += len(piece)
        return True


Step = str | tuple[Word, ...]
"""GAP, START, END, or the alternatives of a word."""


class Phrase(NamedTuple):
    """A phrase that is read; ``first`` are the alternatives of its first word."""

    text: str
    steps: tuple[Step, ...]
    first: tuple[Word, ...]

    def ends_at(self, reading: Reading, index: int) -> int:
        """Behind which token it ends, when its first word is the token at ``index``; -1 when it isn't there."""
        return _ends_at(self.steps, reading, index)


def _ends_at(steps: Sequence[Step], reading: Reading, index: int) -> int:
    tokens = reading.tokens
    for number, step in enumerate(steps):
        if step == GAP:
            return _over_gap(steps[number + 1 :], reading, index)
        if step == START:
            if index >= len(tokens) or not tokens[index].begins:
                return -1
        elif step == END:
            if not reading.ends(index):
                return -1
        elif index < len(tokens) and any(word.fits(tokens[index]) for word in step if isinstance(word, Word)):
            index += 1
        else:
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
    plain = [step for step in steps if isinstance(step, tuple)]
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
    return tuple(_word(part, word) for part in word.split("|"))


def _word(part: str, whole: str) -> Word:
    if not part:
        raise BadPhrase(NO_ALTERNATIVE, whole)
    if part.startswith("{"):
        kind = part.strip("{}")
        if part != f"{{{kind}}}" or kind not in KINDS:
            raise BadPhrase(NO_KIND, part)
        return Word(kind, ())
    bare = part.casefold().replace("’", "'")
    if not bare.startswith("${"):
        bare = bare.rstrip(".") or bare
    pieces = tuple(bare.split("*"))
    if not any(pieces):
        raise BadPhrase(ALONE, whole)
    inside = bare[2:-1] if bare.startswith("${") and bare.endswith("}") else bare
    wrong = next((char for char in inside if char in '()[]{}^$+\\?<>"' and len(bare) > 1), "")
    if wrong:
        raise BadPhrase(NO_SIGN, wrong)
    return Word("", pieces)


# -- many at once ----------------------------------------------------------------------------------


class Finder:
    """Phrases by their first word, so that a text is gone through once; each is known by a number."""

    __slots__ = ("_exact", "_kinds", "_loose", "_prefixes")

    def __init__(self, phrases: Iterable[tuple[int, Phrase]]) -> None:
        self._exact: dict[str, list[tuple[int, Phrase]]] = {}
        self._kinds: dict[str, list[tuple[int, Phrase]]] = {}
        self._prefixes: dict[int, dict[str, list[tuple[int, Phrase]]]] = {}
        self._loose: list[tuple[int, Phrase]] = []
        for each in phrases:
            for word in each[1].first:
                self._add(word, each)

    def _add(self, word: Word, each: tuple[int, Phrase]) -> None:
        if word.kind:
            self._kinds.setdefault(word.kind, []).append(each)
        elif len(word.pieces) == 1:
            self._exact.setdefault(word.pieces[0], []).append(each)
        elif word.pieces[0]:
            begins = word.pieces[0]
            self._prefixes.setdefault(len(begins), {}).setdefault(begins, []).append(each)
        elif each not in self._loose:
            self._loose.append(each)

    def find(self, reading: Reading) -> Iterator[tuple[int, int, int]]:
        """Each place of each phrase: its number, its first token, and the token behind its last."""
        for index, token in enumerate(reading.tokens):
            for number, phrase in self._that_may_begin(token):
                end = phrase.ends_at(reading, index)
                if end > index:
                    yield number, index, end

    def _that_may_begin(self, token: Token) -> Iterator[tuple[int, Phrase]]:
        text = token.text
        yield from self._exact.get(text, ())
        if token.kind == SIGN:
            return
        yield from self._kinds.get(token.kind, ())
        if text.startswith("${"):
            yield from self._kinds.get("field", ())
        for length, known in self._prefixes.items():
            yield from known.get(text[:length], ())
        yield from self._loose
