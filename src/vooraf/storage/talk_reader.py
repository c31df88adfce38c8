"""A talk's file: what it holds, and everything that is wrong with it."""

from __future__ import annotations

from vooraf.errors import N_
from vooraf.model.checklist import LANGUAGES
from vooraf.model.faults import Fault
from vooraf.model.keys import is_field_name, is_key, nearest
from vooraf.model.talk import ABOUT, CONDITIONS, LETTER, MEETING, Part, Step, Talk
from vooraf.model.wording import fill, names_in
from vooraf.storage.form_faults import check_form
from vooraf.storage.loose import Table, strings_at, table_at, tables_in, text_at, texts_at, whole_at
from vooraf.storage.report import NO_KEY, WRITE_KEY, Report, check_keys, check_seen, check_texts
from vooraf.storage.toml_document import Document, read_document, shown
from vooraf.storage.toml_places import Path

_NO_WHEN = N_("“{found}” is neither a condition nor a list of them.")
_WRITE_WHEN = N_('Write when = "first", or when = ["first", "call"].')
_NO_TEXT = N_("This step has no text.")
_ADD_TEXT = N_('Add it: text = {{ en = "…", nl = "…" }}; only a step of kind “write” may do without.')
_NO_PARTS = N_("The talk has no parts.")
_ADD_PART = N_("Add a [[part]] with a [[part.step]].")
_NO_MINUTES = N_("A meeting takes at least a minute.")
_ADD_MINUTES = N_("Write how long it usually takes: minutes = 10")
_TOO_FIXED = N_("The parts without items can't take {fixed} of {minutes} minutes.")
_LESS_FIXED = N_("Write a smaller number under “fixed”, or a larger one under “minutes”.")
_LETTER_MINUTES = N_("A letter takes no minutes.")
_TAKE_OUT = N_("Take this line out.")

_NOT_ABOUT = N_("“{name}” belongs in a letter about one item, and this isn't one.")
_MAKE_ABOUT = N_('Write form = "letter" and a [[part]] with each = "about", or take this line out.')

_NO_NAME = N_("“{found}” is nothing that can be named here, so this line would be left out.")
_USE_NEAREST = N_("Did you mean “{nearest}”?")
_USE_KNOWN = N_("What can be named here: {known}.")

_SPOKEN = ("say", "ask")
NAMES = (
    "name", "salutation", "owner", "meeting", "place", "minutes", "today", "style", "approach", "pace",
    "change", "change_day",
)  # fmt: skip
"""What every text of a talk can name; see ``model.talk``."""

ITEM_NAMES = (
    "title", "point", "point_told", "section", "standing", "say", "blanks", "ask", "check", "told_on",
    "told_by", "was", "from_day", "held", "confirmed_on", "confirmed_by", "words", "excepted_on", "excepted_why",
)  # fmt: skip
"""What a step that is repeated for items can name besides."""

ABOUT_NAMES = (*ITEM_NAMES, "day", "told_when", "times")
"""And what a step about the one item of a message can."""


def read_talk(content: bytes, file: str, key: str, *, builtin: bool) -> tuple[Talk | None, tuple[Fault, ...]]:
    """The talk in the file ``file`` with the bytes ``content``, and all faults of the file.

    ``None`` when there are any: half a talk isn't led.
    """
    document = read_document(content, file)
    if isinstance(document, Fault):
        return None, (document,)
    # pydantic costs some 200 ms, and an unchanged file comes from the index.
    from vooraf.storage.talk_form import TalkForm  # noqa: PLC0415

    report = Report(document)
    check_form(report, TalkForm)
    _check(report, builtin=builtin)
    faults = report.faults()
    return None if faults else _talk(document, key), faults


# -- checking --------------------------------------------------------------------------------------


def _check(report: Report, *, builtin: bool) -> None:
    """What no form can say: keys, texts, conditions, minutes."""
    table = report.document.table
    parts = list(tables_in(table, (), "part"))
    need = ("en", "nl") if builtin else ()
    check_texts(report, ("title",), table.get("title"), need)
    for path, heading in tables_in(table, (), "heading"):
        check_texts(report, path, heading, need, fields=True)
        _check_names(report, path, heading, NAMES)
    for index, word in enumerate(strings_at(table, "calls")):
        check_seen(report, ("calls", index), word)
    outcome = text_at(table, "outcome")
    if outcome and not is_key(outcome):
        report.add(("outcome",), NO_KEY, WRITE_KEY, found=shown(outcome))
    _check_about(report, table)
    _check_minutes(report, table)
    check_keys(report, parts)
    if not parts:
        report.add((), _NO_PARTS, _ADD_PART)
    for path, part in parts:
        if part.get("title"):
            check_texts(report, (*path, "title"), part["title"], need)
        steps = list(tables_in(part, path, "step"))
        check_keys(report, steps, "question")
        for place, step in steps:
            _check_step(report, place, step, need)
            _check_names(report, (*place, "text"), table_at(step, "text"), _names_for(text_at(part, "each")))


def _check_step(report: Report, path: Path, step: Table, need: tuple[str, ...]) -> None:
    text = step.get("text")
    if text:
        spoken = LANGUAGES if need and step.get("kind") in _SPOKEN and _has_words(text) else need
        check_texts(report, (*path, "text"), text, spoken, fields=True)
    elif step.get("kind") != "write":
        report.add((*path, "text"), _NO_TEXT, _ADD_TEXT)
    when = step.get("when", ())
    listed = isinstance(when, list | tuple)
    for index, word in enumerate(when if isinstance(when, list | tuple) else (when,)):
        place = (*path, "when", index) if listed else (*path, "when")
        if not isinstance(word, str):
            report.add(place, _NO_WHEN, _WRITE_WHEN, found=shown(word))
        elif word not in CONDITIONS:
            report.add_unknown(place, word, CONDITIONS)


def _check_about(report: Report, table: Table) -> None:
    """Only a letter with a part about its one item says which item that is."""
    fits = text_at(table, "form") == LETTER and any(
        text_at(part, "each") == ABOUT for _, part in tables_in(table, (), "part")
    )
    for name in ("about", "record"):
        if table.get(name) and not fits:
            report.add((name,), _NOT_ABOUT, _MAKE_ABOUT, name=name)


def _names_for(each: str) -> tuple[str, ...]:
    """What the steps of a part can name."""
    if not each:
        return NAMES
    own = {
        "wish": ("wish",),
        "answer": ("words",),
        "announce": (*ITEM_NAMES, "because"),
        ABOUT: ABOUT_NAMES,
    }
    return (*NAMES, *own.get(each, ITEM_NAMES))


def _check_names(report: Report, path: Path, texts: Table, known: tuple[str, ...]) -> None:
    for language, text in texts.items():
        for name in names_in(text) if isinstance(text, str) else ():
            if is_field_name(name) and name not in known:
                near = nearest(name, known)
                hint = _USE_NEAREST if near else _USE_KNOWN
                report.add(
                    (*path, language), _NO_NAME, hint, found=name, nearest=near, known=", ".join(known)
                )


def _has_words(text: object) -> bool:
    """Whether there is more in a text than fields: those need no words of their own in every language."""
    texts = text.values() if isinstance(text, dict) else ()
    return any(
        character.isalpha()
        for each in texts
        if isinstance(each, str)
        for character in fill(each, lambda _: "")
    )


def _check_minutes(report: Report, table: Table) -> None:
    form, minutes, fixed = text_at(table, "form"), table.get("minutes", 0), whole_at(table, "fixed", 0)
    if form == MEETING and minutes == 0:
        report.add(("minutes",), _NO_MINUTES, _ADD_MINUTES)
    elif form == MEETING and fixed > whole_at(table, "minutes", fixed) >= 0:
        report.add(("fixed",), _TOO_FIXED, _LESS_FIXED, fixed=shown(fixed), minutes=shown(minutes))
    for name in ("minutes", "fixed"):
        if form == LETTER and whole_at(table, name, 0) > 0:
            report.add((name,), _LETTER_MINUTES, _TAKE_OUT)


# -- what the file holds ---------------------------------------------------------------------------


def _talk(document: Document, key: str) -> Talk:
    table = document.table
    parts = (
        Part(
            key=text_at(part, "key"),
            title=texts_at(part, "title"),
            each=text_at(part, "each"),
            sections=strings_at(part, "sections"),
            skip=strings_at(part, "skip"),
            steps=tuple(_step(step) for _, step in tables_in(part, (), "step")),
        )
        for _, part in tables_in(table, (), "part")
    )
    headings = table.get("heading")
    return Talk(
        key=key,
        title=texts_at(table, "title"),
        form=text_at(table, "form"),
        minutes=whole_at(table, "minutes", 0),
        fixed=whole_at(table, "fixed", 0),
        heading=tuple(texts_at({"": each}, "") for each in (headings if isinstance(headings, list) else ())),
        outcome=text_at(table, "outcome"),
        calls=strings_at(table, "calls"),
        parts=tuple(parts),
        about=strings_at(table, "about"),
        record=text_at(table, "record"),
    )


def _step(step: Table) -> Step:
    when = text_at(step, "when")
    return Step(
        kind=text_at(step, "kind"),
        text=texts_at(step, "text"),
        when=(when,) if when else strings_at(step, "when"),
        question=text_at(step, "question"),
    )
