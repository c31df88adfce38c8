"""The wording of an item: looked up, filled in, ready or not.

A wording is looked up in the house rules, then in the checklist; a value with the client, then in the
house rules, then in the default. Substitution knows bare names only, ``${rounds}``, and ``$$`` for a
dollar sign: a checklist from somebody else can't run anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from vooraf.errors import VoorafError
from vooraf.model.checklist import Checklist, Field, HouseRules, Item, Texts, language_in, text_in
from vooraf.model.digest import digest
from vooraf.model.events import canonical
from vooraf.model.record import NamedTuple
from vooraf.model.shown_values import shown_value
from vooraf.model.values import canonical_value

WITH_CLIENT, IN_RULES, BY_DEFAULT = "client", "rules", "default"


class Found(NamedTuple):
    """A value and where it was found: WITH_CLIENT, IN_RULES or BY_DEFAULT."""

    value: object
    source: str


class Wording(NamedTuple):
    """What is told about an item today.

    ``text`` is filled in; a blank without a value shows its label in brackets, never ``${…}``.
    ``missing`` are the names of those fields, ``blanks`` their labels: while there are any it isn't ready.
    ``values`` are the canonical values that are filled in (in any language of the wording), and with
    ``edition`` they are what a later wording is compared with.
    """

    text: str
    missing: tuple[str, ...]
    blanks: tuple[str, ...]
    values: Mapping[str, object]
    edition: str
    language: str

    @property
    def ready(self) -> bool:
        """Whether it can be told."""
        return not self.missing


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """The text cut at its fields: pairs of literal text and the field name behind it (empty at the end)."""
    start = 0
    literal = ""
    while (found := text.find("$", start)) >= 0:
        literal += text[start:found]
        end = text.find("}", found) if text.startswith("${", found) else -1
        if text.startswith("$$", found):
            literal, start = literal + "$", found + 2
        elif end > 0:
            yield literal, text[found + 2 : end]
            literal, start = "", end + 1
        else:
            literal, start = literal + "$", found + 1
    yield literal + text[start:], ""


def names_in(text: str) -> tuple[str, ...]:
    """The names of the fields that a text uses, each once, in order."""
    return tuple(dict.fromkeys(name for _, name in pieces(text) if name))


def names_of(texts: Texts) -> tuple[str, ...]:
    """The names of the fields that a wording uses in any language, each once."""
    return tuple(dict.fromkeys(name for each in texts.values() for name in names_in(each)))


def fill(text: str, shown: Callable[[str], str]) -> str:
    """``text`` with every field replaced by what ``shown`` gives for its name."""
    return "".join(literal + (shown(name) if name else "") for literal, name in pieces(text))


def texts_of(item: Item, rules: HouseRules) -> Texts:
    """The item's wording per language, the owner's own before the checklist's.

    An own ``nl`` also stands in for the checklist's ``nl_formal``: it is the nearest that the owner wrote.
    """
    own = rules.say.get(item.key)
    if not own:
        return item.say
    hidden = {"nl_formal"} if "nl" in own else set()
    return {**{key: text for key, text in item.say.items() if key not in hidden}, **own}


def edition_of(item: Item, rules: HouseRules) -> str:
    """The edition that is compared: the item's, or a short hash of the owner's own wording of it."""
    own = rules.say.get(item.key)
    return short_hash(own) if own else item.edition


def short_hash(texts: Texts) -> str:
    """Ten hexadecimal digits that change when any of the texts does."""
    return digest(canonical(dict(texts)), 10)


def look_up(field: Field, own: Mapping[str, object], rules: HouseRules) -> Found | None:
    """The value of a field: with the client, in the house rules, by default; ``None`` when it has none.

    A value that doesn't fit the field's type counts as missing here: reading the rules reports it.
    """
    for values, source in ((own, WITH_CLIENT), (rules.values, IN_RULES)):
        raw = values.get(field.name, "")
        if field.type == "text" and isinstance(raw, Mapping) and raw:
            return Found(dict(raw), source)
        if raw != "":
            try:
                return Found(canonical_value(field, raw), source)
            except VoorafError:
                continue
    return None if field.default is None else Found(field.default, BY_DEFAULT)


def wording(
    item: Item, checklist: Checklist, language: str, own: Mapping[str, object], rules: HouseRules
) -> Wording:
    """Today's wording of an item in ``language`` for a client whose own values are ``own``.

    A wording that there isn't in that language is filled in as the language that it is in asks.
    """
    texts = texts_of(item, rules)
    written = language_in(texts, language)
    text = text_in(texts, written)
    found = {
        name: value
        for name in names_of(texts)
        if name in checklist.fields and (value := look_up(checklist.fields[name], own, rules)) is not None
    }
    missing = tuple(name for name in names_in(text) if name not in found)

    def label(name: str) -> str:
        field = checklist.fields.get(name)
        return text_in(field.label, language) if field else name

    def shown(name: str) -> str:
        if name not in found:
            return f"[{label(name)}]"
        return shown_value(checklist.fields[name], found[name].value, written)

    return Wording(
        text=fill(text, shown),
        missing=missing,
        blanks=tuple(label(name) for name in missing),
        values={name: each.value for name, each in found.items() if not _is_prose(each)},
        edition=edition_of(item, rules),
        language=language,
    )


def _is_prose(found: Found) -> bool:
    """Whether a value is the checklist's own text per language: prose, which the edition stands for."""
    return found.source == BY_DEFAULT and isinstance(found.value, Mapping)
