"""A talk made out for one client: what is printed, or gone through on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby

from vooraf.model.boundary import to_bring_up
from vooraf.model.checklist import Checklist, HouseRules, text_in
from vooraf.model.client import CHANGED, OPEN, Client
from vooraf.model.manner import manner_notes
from vooraf.model.record import NamedTuple
from vooraf.model.repeated import repeated
from vooraf.model.selection import CHECK, Choice, choose, chosen_before
from vooraf.model.standing import ItemState
from vooraf.model.subjects import Subject, meeting
from vooraf.model.talk import LETTER, ONCE, Part, Step, Talk
from vooraf.model.wording import fill, names_in

SAY, ASK, WRITE, NOTE = "say", "ask", "write", "note"


class Line(NamedTuple):
    """One line of a script. ``item`` is the key of the item that it belongs to, or ``None``.

    ``question`` is the id of the meeting's question that it belongs to; empty where none is asked.
    A ``note`` that is the first line of an item is its heading.
    """

    kind: str
    item: str | None
    text: str
    question: str = ""


class ScriptPart(NamedTuple):
    """Lines under one title; a letter has parts without one."""

    key: str
    title: str
    lines: tuple[Line, ...]


class Script(NamedTuple):
    """A script. ``language`` is one of LANGUAGES; ``minutes`` is 0 for a letter."""

    client: str
    name: str
    talk: str
    title: str
    form: str
    language: str
    minutes: int
    heading: str
    parts: tuple[ScriptPart, ...]


class Facts(NamedTuple):
    """What a script is made from.

    ``states`` are the client's, of today; ``language`` is the script's, one of LANGUAGES; ``minutes`` the
    meeting's. ``chosen`` maps the keys of parts to the keys of their items, for a meeting that goes on with
    the same questions (see ``questions.chosen_from``); ``None``: they are chosen from the standing. ``item``
    is the only one that a letter announces; all that the house rules announce when it is empty. ``about`` is
    the item that a message is about.
    """

    client: Client
    states: tuple[ItemState, ...]
    checklist: Checklist
    rules: HouseRules
    language: str
    minutes: int
    today: date
    chosen: Mapping[str, tuple[str, ...]] | None = None
    item: str = ""
    about: str = ""


def make(talk: Talk, facts: Facts) -> Script:
    """Make out ``talk`` for the client of ``facts``, in its language. Parts without a line are left out."""
    whole = meeting(talk, facts)
    pieces = (_filled(text_in(texts, facts.language), whole) for texts in talk.heading)
    made = (_part(part, subjects, whole, talk, facts) for part, subjects in _parts(talk, facts, whole))
    parts = tuple(part for part in made if part.lines)
    return Script(
        client=facts.client.id,
        name=facts.client.name,
        talk=talk.key,
        title=text_in(talk.title, facts.language),
        form=talk.form,
        language=facts.language,
        minutes=0 if talk.form == LETTER else facts.minutes,
        heading=" · ".join(piece for piece in pieces if piece),
        parts=parts if talk.form == LETTER else _with_manner(talk, facts, parts),
    )


def _with_manner(talk: Talk, facts: Facts, parts: tuple[ScriptPart, ...]) -> tuple[ScriptPart, ...]:
    """The parts, on top of the first what is noted about the client, unless the talk says it itself."""
    texts = (text for part in talk.parts for step in part.steps for text in step.text.values())
    said = {name for text in texts for name in names_in(text)}
    notes = manner_notes(facts.client, said, facts.language)
    if not notes or not parts:
        return parts
    first = parts[0]
    before = tuple(Line(NOTE, None, note, first.lines[0].question) for note in notes)
    return (first._replace(lines=(*before, *first.lines)), *parts[1:])


def letter_items(talk: Talk, facts: Facts) -> tuple[tuple[str, str], ...]:
    """The items that the letter tells, in its order, each with exactly the words that stand in it."""
    told: dict[str, list[str]] = {}
    for part in make(talk, facts).parts:
        for line in part.lines:
            if line.kind == SAY and line.item is not None:
                told.setdefault(line.item, []).append(line.text)
    return tuple((item, " ".join(texts)) for item, texts in told.items())


def _choice(talk: Talk, facts: Facts) -> Choice:
    if talk.form == LETTER:  # paper is patient: everything fits
        return choose(facts.states, len(facts.states), 0)
    again = to_bring_up(facts.client)
    if facts.chosen is None:
        return choose(facts.states, facts.minutes, talk.fixed, again)
    taken: dict[str, list[str]] = {CHANGED: [], OPEN: [], CHECK: []}
    for part in talk.parts:
        if part.each in taken:
            taken[part.each].extend(facts.chosen.get(part.key, ()))
    return chosen_before(facts.states, taken, again)


def _parts(talk: Talk, facts: Facts, whole: Subject) -> Iterable[tuple[Part, tuple[Subject, ...]]]:
    """The parts of the talk with what each is repeated for; a part for every section where that is meant."""
    choice = _choice(talk, facts)
    for part in talk.parts:
        if not part.each:
            yield part, ()
            continue
        subjects = repeated(part, choice, facts, whole)
        if part.each != "section" or part.title:
            yield part, subjects
            continue
        for section in facts.checklist.sections:
            inside = {item.key for item in section.items}
            yield (
                part._replace(key=section.key, title=section.title),
                tuple(subject for subject in subjects if subject.item in inside),
            )


def _part(part: Part, subjects: tuple[Subject, ...], whole: Subject, talk: Talk, facts: Facts) -> ScriptPart:
    lines: list[Line] = []
    repeats = not part.each
    for once, steps in groupby(part.steps, key=lambda step: not part.each or ONCE in step.when):
        run = tuple(steps)
        found = [
            line
            for subject in ((whole,) if once else subjects)
            for line in _lines(part, run, subject, facts.language)
        ]
        repeats = repeats or (bool(found) and not once)
        lines += found
    title = text_in(part.title, facts.language)
    return ScriptPart(part.key, title, _numbered(lines, asks=talk.form != LETTER) if repeats else ())


def _lines(part: Part, steps: tuple[Step, ...], subject: Subject, language: str) -> list[Line]:
    """The steps that stand here, each with the question that it belongs to, whether or not that is asked."""
    begun = part.key if subject.item is None else f"{part.key}:{subject.item}"
    question = begun
    lines = []
    for step in steps:
        question = f"{begun}:{step.question}" if step.question else question
        text = _filled(text_in(step.text, language), subject)
        if text is not None and subject.holds.issuperset(name for name in step.when if name != ONCE):
            lines.append(Line(step.kind, subject.item, text, question))
    return lines


def _filled(text: str, subject: Subject) -> str | None:
    """``text`` with its names filled in; ``None`` when one of them has no value."""
    if not all(subject.names.get(name, "").strip() for name in names_in(text)):
        return None
    return fill(text, subject.names.__getitem__)


def _numbered(lines: list[Line], *, asks: bool) -> tuple[Line, ...]:
    """The lines with the questions that are really asked; what leads up to one belongs to it."""
    asked = {line.question for line in lines if line.kind == ASK and asks}
    numbered: list[Line] = []
    question = ""
    for line in reversed(lines):
        question = line.question if line.question in asked else question
        numbered.append(line._replace(question=question))
    return tuple(reversed(numbered))
