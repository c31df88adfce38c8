"""A word list's file: what it holds, and everything that is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

from vooraf.errors import N_
from vooraf.model import phrases
from vooraf.model.faults import Fault
from vooraf.model.phrases import BadPhrase, parse_phrase
from vooraf.model.word_lists import Advice, Entry, Questions, WordList
from vooraf.storage.form_faults import check_form
from vooraf.storage.loose import Table, strings_at, table_at, tables_in, text_at, texts_at
from vooraf.storage.report import Report, check_texts
from vooraf.storage.toml_document import SUFFIX, Document, read_document, shown
from vooraf.storage.toml_places import Path

_NO_PHRASES = N_("There is no phrase here to look for.")
_ADD_PHRASES = N_('Write at least one: phrase = ["as soon as possible", "asap"]')
_NO_WORD = N_("“{found}” isn't a single word.")
_ONE_WORD = N_("Write one word in each pair of quotes: a word list compares them one by one.")

_NO_BASE = N_("This list can't begin with “{found}”.")
_OWN_NAME = N_(
    'A list can begin with the built-in one of the same name: extends = "{name}", in en.toml or nl.toml.'
)

_EMPTY = N_("The phrase “{phrase}” has no word in it.")
_ADD_WORD = N_("Write a word, such as guarantee*.")
_TOO_LONG = N_("The phrase “{phrase}” has {found} words; the most is {most}.")
_SHORTER = N_("Leave out the words that it can do without; … stands for up to eight words.")
_GAPS = N_("The phrase “{phrase}” has more than {most} gaps.")
_FEWER = N_("Write each … only where words may really stand.")
_NO_ALTERNATIVE = N_("In the phrase “{phrase}” there is nothing on one side of a |.")
_WRITE_BOTH = N_("Write a word on both sides, without spaces: minor|small")
_ALONE = N_("In the phrase “{phrase}” a * stands alone.")
_WRITE_BEGINNING = N_("Write the letters that it belongs to, such as guarantee*; for whole words write …")
_NO_KIND = N_("In the phrase “{phrase}” “{found}” isn't a kind of word.")
_KNOWN_KINDS = N_("The kinds are: {known}; and {{start}} and {{end}} for the edges of a clause.")
_NO_SIGN = N_("In the phrase “{phrase}” there is a “{found}”, and a phrase isn't a regular expression.")
_PLAIN = N_("Write plain words, with * for the rest of a word and | between alternatives.")
_AT_THE_END = N_("In the phrase “{phrase}” a … or a {{start}} or {{end}} stands in the wrong place.")
_MOVE = N_(
    "A … stands between two words; {{start}} comes before the first of them, and {{end}} behind the last."
)

_SAYINGS = {
    phrases.EMPTY: (_EMPTY, _ADD_WORD),
    phrases.TOO_LONG: (_TOO_LONG, _SHORTER),
    phrases.GAPS: (_GAPS, _FEWER),
    phrases.NO_ALTERNATIVE: (_NO_ALTERNATIVE, _WRITE_BOTH),
    phrases.ALONE: (_ALONE, _WRITE_BEGINNING),
    phrases.NO_KIND: (_NO_KIND, _KNOWN_KINDS),
    phrases.NO_SIGN: (_NO_SIGN, _PLAIN),
    phrases.AT_THE_END: (_AT_THE_END, _MOVE),
}


def read_words(
    content: bytes, file: str, builtin: Callable[[], WordList | None] = lambda: None
) -> tuple[WordList | None, tuple[Fault, ...]]:
    """The word list in the file ``file`` with the bytes ``content``, and all faults of the file.

    ``builtin`` gives the built-in list of the same name, for a file that adds to it. ``None`` when there are
    faults: half a list would say that a text is fine.
    """
    document = read_document(content, file)
    if isinstance(document, Fault):
        return None, (document,)
    # pydantic costs some 200 ms, and an unchanged file comes from the index.
    from vooraf.storage.words_form import MoreWordsForm, WordsForm  # noqa: PLC0415

    report, more = Report(document), "extends" in document.table
    check_form(report, MoreWordsForm if more else WordsForm)
    _check(report)
    base = builtin() if more else None
    if more:
        _check_base(report, base)
    faults = report.faults()
    return None if faults else _words(document, base), faults


# -- checking --------------------------------------------------------------------------------------


def _check(report: Report) -> None:
    """What no form can say: texts, phrases, single words."""
    table = report.document.table
    question, negation = table_at(table, "question"), table_at(table, "negation")
    for name in ("closed", "several"):
        _check_advice(report, ("question", name), table_at(question, name), ("why", "instead"))
    _check_advice(report, ("negation",), negation, ("why",))
    for path, inner, names in (
        ("question", question, ("word", "before", "verb", "join")),
        ("negation", negation, ("word",)),
    ):
        for name in names:
            for index, word in enumerate(strings_at(inner, name)):
                if len(word.split()) != 1:
                    report.add((path, name, index), _NO_WORD, _ONE_WORD, found=shown(word))
    check_phrases(report, ("allow",), strings_at(table, "allow"))
    for place, hint in tables_in(table, (), "hint"):
        _check_advice(report, place, hint, ("why", "instead"))
        if isinstance(hint.get("phrase"), list) and not hint["phrase"]:
            report.add((*place, "phrase"), _NO_PHRASES, _ADD_PHRASES)
        for name in ("phrase", "but", "unless"):
            check_phrases(report, (*place, name), strings_at(hint, name))


def _check_base(report: Report, base: WordList | None) -> None:
    """A list adds to the built-in one of its own name, and to no other."""
    name = os.path.basename(report.document.file).removesuffix(SUFFIX)
    found = report.document.table["extends"]
    if isinstance(found, str) and (found != name or base is None):
        report.add(("extends",), _NO_BASE, _OWN_NAME, found=shown(found), name=name)


def _check_advice(report: Report, path: Path, table: Table, names: Iterable[str]) -> None:
    for name in names:
        check_texts(report, (*path, name), table.get(name), ())


def check_phrases(report: Report, path: Path, found: Iterable[str]) -> None:
    """Each of the phrases in the list at ``path`` can be read."""
    for index, phrase in enumerate(found):
        try:
            parse_phrase(phrase)
        except BadPhrase as error:
            message, hint = _SAYINGS[error.reason]
            most = phrases.MOST_GAPS if error.reason == phrases.GAPS else phrases.MOST_WORDS
            known = ", ".join(f"{{{kind}}}" for kind in phrases.KINDS)
            data = {"phrase": shown(phrase), "found": shown(error.found), "most": most, "known": known}
            report.add((*path, index), message, hint, **data)


# -- what the file holds ---------------------------------------------------------------------------


def _words(document: Document, base: WordList | None) -> WordList:
    """The list; what it leaves to ``base`` is as it is there."""
    table = document.table
    question, negation = table_at(table, "question"), table_at(table, "negation")
    entries = tuple(_entry(hint) for _, hint in tables_in(table, (), "hint"))
    return WordList(
        allow=(*(base.allow if base else ()), *strings_at(table, "allow")),
        entries=(*(base.entries if base else ()), *entries),
        questions=base.questions if base and not question else _asked(question),
        negations=base.negations if base and not negation else _set(negation, "word"),
        negated=base.negated if base and not negation else texts_at(negation, "why"),
    )


def _asked(question: Table) -> Questions:
    return Questions(
        words=_set(question, "word"),
        before=_set(question, "before"),
        verbs=_set(question, "verb"),
        joins=_set(question, "join"),
        closed=_advice(table_at(question, "closed")),
        several=_advice(table_at(question, "several")),
    )


def _entry(hint: Table) -> Entry:
    return Entry(
        phrases=strings_at(hint, "phrase"),
        kind=text_at(hint, "kind"),
        advice=_advice(hint),
        but=strings_at(hint, "but"),
        unless=strings_at(hint, "unless"),
        roles=strings_at(hint, "role"),
        language=text_at(hint, "language"),
        asked=hint.get("asked") is True,
    )


def _advice(table: Table) -> Advice:
    return Advice(texts_at(table, "why"), texts_at(table, "instead"))


def _set(table: Table, name: str) -> frozenset[str]:
    return frozenset(word.casefold().replace("’", "'") for word in strings_at(table, name))
