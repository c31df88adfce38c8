"""A word list as the index keeps it: JSON, and back."""

from __future__ import annotations

from vooraf.model.quick_json import loads
from vooraf.model.word_lists import Advice, Entry, Questions, WordList


def packed_words(words: WordList) -> str:
    """A word list."""
    asked = words.questions
    sets = [sorted(each) for each in (asked.words, asked.before, asked.verbs, asked.joins)]
    body = [
        words.allow,
        words.entries,
        sets,
        asked.closed,
        asked.several,
        sorted(words.negations),
        words.negated,
    ]
    import json  # noqa: PLC0415 - only for a list that changed

    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def unpacked_words(text: str) -> WordList:
    """The word list that was packed. Raises one of ``packed.BROKEN``."""
    allow, entries, (words, before, verbs, joins), closed, several, negations, negated = loads(text)
    return WordList(
        tuple(allow),
        tuple(_entry(Entry(*entry)) for entry in entries),
        Questions(
            frozenset(words),
            frozenset(before),
            frozenset(verbs),
            frozenset(joins),
            Advice(*closed),
            Advice(*several),
        ),
        frozenset(negations),
        negated,
    )


def _entry(entry: Entry) -> Entry:
    return entry._replace(
        phrases=tuple(entry.phrases),
        advice=Advice(*entry.advice),
        but=tuple(entry.but),
        unless=tuple(entry.unless),
        roles=tuple(entry.roles),
    )
