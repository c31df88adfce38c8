"""A text as words, amounts and signs, each with its place: what the phrases of a word list are looked for in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from vooraf.model.record import NamedTuple

WORD, SIGN, NAME = "word", "sign", "name"
NUMBER, MONEY, PERCENT, FIELD = "number", "money", "percent", "field"

_PLAIN = (WORD, SIGN, NAME)

_CHUNK = re.compile(r"\S+")
_PIECE = re.compile(
    r"\$\{[a-z][a-z0-9_]*\}|\d+(?:[.,:/]\d+)*|[^\W\d]\w*(?:['’.\-]\w+)*|[^\w\s]"
)  # each alternative is left as soon as it can't go on: the time grows with the text alone
_BULLETS = ("- ", "* ", "• ", "– ")
_CLOSERS = {"“": "”", "„": "”“", "‘": "’", "«": "»", '"': '"', "'": "'"}
_SENTENCE_ENDS, _CLAUSE_ENDS = ".!?…", '.!?…:;,()–—“”„‘«»"'
_CLITICS = ("s", "t", "n", "k", "m", "r")
"""What stands behind an apostrophe that opens no quotation in Dutch: 's ochtends, 't."""
_CURRENCIES, _CURRENCY_WORDS = "€£$", ("euro", "eur", "pounds", "pond", "dollars", "dollar")
_PERCENT_WORDS = ("procent", "percent")
_HUNDRED = ("honderd", "hundred")
_ABBREVIATION = 3
"""Letters at most, of a word whose full stop needn't end a sentence when a figure follows: ca. 5, max. 3."""


class Token(NamedTuple):
    """A word, an amount or a sign of a text, at ``start`` up to ``end``.

    ``text`` is in small letters, with straight apostrophes, an amount in one form: ``100%``, ``€45``. ``kind``
    is one of the above, or the type of a field; a field's text is ``${name}``. ``begins``: a clause begins
    with it. ``sentence`` counts from 0. ``capital``: it begins with a capital, and isn't all capitals (or one letter).
    """

    text: str
    start: int
    end: int
    kind: str
    begins: bool
    sentence: int
    capital: bool


class Reading(NamedTuple):
    """A text read: its tokens, where each sentence begins and ends, which of them ask, what is quoted.

    ``asks`` holds the sentences that end with a question mark; ``quoted`` the tokens between quotation marks;
    ``where`` and ``kinds`` the places of each word, and of each kind of amount and field.
    """

    tokens: tuple[Token, ...]
    asks: frozenset[int]
    quoted: frozenset[int]
    where: Mapping[str, list[int]]
    kinds: Mapping[str, list[int]]

    def ends(self, index: int) -> bool:
        """Whether a clause ends in front of the token at ``index``, or with the text."""
        tokens = self.tokens
        if index >= len(tokens):
            return True
        token = tokens[index]
        return (
            token.text in _CLAUSE_ENDS if token.kind == SIGN else token.sentence != tokens[index - 1].sentence
        )


class _Piece(NamedTuple):
    """A token before its neighbours are looked at. ``breaks``: it stands first on a line that begins anew."""

    text: str
    start: int
    end: int
    kind: str
    breaks: bool


def read(text: str, fields: Mapping[str, str] | None = None) -> Reading:
    """Take ``text`` apart; ``fields`` gives the type of each ``${name}`` in it that is known."""
    pieces = tuple(_merged(_pieces(text, fields or {})))
    quoted = frozenset(_quoted(text, pieces))
    tokens: list[Token] = []
    asks: set[int] = set()
    sentence, begins, ended = 0, True, False
    for index, piece in enumerate(pieces):
        if ended or (piece.breaks and index):
            sentence += 1
            begins = True
        sign = piece.text if piece.kind == SIGN else ""
        shown = text[piece.start : piece.end]
        capital = len(shown) > 1 and shown[0].isupper() and not shown.isupper()
        kind = WORD if piece.kind == NUMBER and _is_moment(piece.text) else piece.kind
        tokens.append(Token(piece.text, piece.start, piece.end, kind, begins, sentence, capital))
        ended = bool(sign) and _ends_sentence(text, pieces, index)
        if sign == "?" and index not in quoted:
            asks.add(sentence)
        begins = bool(sign) and (sign in _CLAUSE_ENDS or begins)
    return Reading(tuple(tokens), frozenset(asks), quoted, *_places(tokens))


def _places(tokens: list[Token]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """Where each word stands, and each kind of amount and field."""
    where: dict[str, list[int]] = {}
    kinds: dict[str, list[int]] = {}
    for index, token in enumerate(tokens):
        where.setdefault(token.text, []).append(index)
        if token.kind not in _PLAIN:
            kinds.setdefault(token.kind, []).append(index)
            if token.text.startswith("${") and token.kind != FIELD:
                kinds.setdefault(FIELD, []).append(index)
    return where, kinds


def _ends_sentence(text: str, pieces: tuple[_Piece, ...], index: int) -> bool:
    """Whether the sign at ``index`` is the last of its sentence."""
    sign = pieces[index].text
    if sign not in _SENTENCE_ENDS:
        return False
    if index + 1 == len(pieces):
        return True
    after = pieces[index + 1]
    if after.text in _SENTENCE_ENDS or (after.kind == SIGN and after.start == pieces[index].end):
        return False  # the last of several ends it: ?!, or the quotation mark behind it does
    if sign in "?!":
        return True
    first = text[after.start]
    if first.isdigit() and index:
        return len(pieces[index - 1].text) > _ABBREVIATION
    return not first.islower()


# -- pieces ----------------------------------------------------------------------------------------


def _pieces(text: str, fields: Mapping[str, str]) -> Iterator[_Piece]:
    """Line by line: an empty line or a bullet begins anew, an ordinary line break is a space."""
    at, breaks = 0, False
    for line in text.split("\n"):
        bare = line.lstrip()
        breaks = breaks or not bare or bare.startswith(_BULLETS)
        for chunk in _CHUNK.finditer(line):
            start = at + chunk.start()
            for piece in _of_chunk(chunk.group(), start, fields, breaks=breaks):
                yield piece
                breaks = False
        at += len(line) + 1


def _of_chunk(chunk: str, at: int, fields: Mapping[str, str], *, breaks: bool) -> Iterator[_Piece]:
    """What stands between two spaces: a place on the net or a disk as a whole, else its pieces."""
    if chunk.isalpha():
        yield _Piece(_folded(chunk), at, at + len(chunk), WORD, breaks)
        return
    bare = chunk.strip(".,;:!?()'\"“”‘’„«»")
    if _is_place(bare):
        start = at + chunk.index(bare)
        yield _Piece(bare.casefold(), start, start + len(bare), NAME, breaks)
        return
    abbreviated = False
    for found in _PIECE.finditer(chunk):
        word, start = found.group(), at + found.start()
        if abbreviated and word == ".":
            abbreviated = False
            continue  # the last full stop of z.s.m. ends no sentence
        abbreviated = "." in word and word[0].isalpha()
        yield _Piece(_folded(word), start, at + found.end(), _kind(word, fields), breaks)
        breaks = False


def _is_place(chunk: str) -> bool:
    """An address, a path, a file: what is in it is nobody's promise."""
    if "://" in chunk or "@" in chunk or "\\" in chunk or chunk.startswith(("www.", "~/", "./", "/")):
        return True
    name, dot, ending = chunk.rpartition(".")
    known = dot and len(name) > 1 and ending.isalnum() and ending.islower() and not ending.isdigit()
    return bool(known) and "." not in name.strip(".") and 1 < len(ending) <= 5


def _kind(word: str, fields: Mapping[str, str]) -> str:
    first = word[0]
    if first == "$" and len(word) > 1:
        return fields.get(word[2:-1], FIELD)
    if first.isdigit():
        return NUMBER
    return WORD if first.isalpha() or first == "_" else SIGN


def _is_moment(figures: str) -> bool:
    """A time or a year, or a way of saying so: 9:00, 09.00, 2026, 24/7. It needs no unit."""
    if ":" in figures or "/" in figures:
        return True
    hours, dot, minutes = figures.partition(".")
    if dot:
        return len(hours) <= 2 and len(minutes) == 2
    return len(figures) == 4 and figures.startswith(("19", "20"))


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'") if len(word) > 1 else word.casefold()


def _merged(pieces: Iterator[_Piece]) -> Iterator[_Piece]:
    """Amounts in one piece: € 45,00 and 45 euro are money, 100 % and honderd procent a percentage."""
    last: _Piece | None = None
    for piece in pieces:
        if last is None:
            last = piece
            continue
        whole = None if piece.breaks else _amount(last, piece)
        if whole is None:
            yield last
            last = piece
        else:
            last = whole
    if last is not None:
        yield last


def _amount(first: _Piece, second: _Piece) -> _Piece | None:
    """The two as one amount, if they are one."""
    if second.kind == NUMBER and first.kind == SIGN and first.text in _CURRENCIES:
        return _Piece(first.text + second.text, first.start, second.end, MONEY, first.breaks)
    number = first.text if first.kind == NUMBER else "100" if first.text in _HUNDRED else ""
    if number and (second.text == "%" or second.text in _PERCENT_WORDS):
        return _Piece(f"{number}%", first.start, second.end, PERCENT, first.breaks)
    if first.kind == NUMBER and second.text in _CURRENCY_WORDS:
        return _Piece(f"€{number}", first.start, second.end, MONEY, first.breaks)
    return None


# -- quotations ------------------------------------------------------------------------------------


def _quoted(text: str, pieces: tuple[_Piece, ...]) -> Iterator[int]:
    """The pieces between quotation marks; a mark that isn't closed in its paragraph opens nothing."""
    opened, closers = -1, ""
    for index, piece in enumerate(pieces):
        if piece.breaks:
            opened = -1
        if piece.kind != SIGN:
            continue
        if opened >= 0 and piece.text in closers and _closes(text, piece):
            yield from range(opened + 1, index)
            opened = -1
        elif opened < 0 and piece.text in _CLOSERS and _opens(text, pieces, index):
            opened, closers = index, _CLOSERS[piece.text]


def _opens(text: str, pieces: tuple[_Piece, ...], index: int) -> bool:
    piece = pieces[index]
    if piece.text not in "'\"":
        return True
    before = text[piece.start - 1 : piece.start]
    after = pieces[index + 1] if index + 1 < len(pieces) else None
    touches = after is not None and after.start == piece.end
    clitic = piece.text == "'" and after is not None and after.text in _CLITICS
    return (not before or not before.isalnum()) and touches and not clitic


def _closes(text: str, piece: _Piece) -> bool:
    """An apostrophe closes nothing in front of a letter."""
    return piece.text not in "'’" or not text[piece.end : piece.end + 1].isalnum()
