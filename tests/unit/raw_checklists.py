"""Checklists as they are read, before one is worked out from another."""

from __future__ import annotations

from vooraf.model.checklist import Field, Item, Section
from vooraf.model.extend import FileId, RawChecklist, work_out

LINES = {
    "extends": 2,
    "drop.1": 3,
    "drop": 3,
    "section.price.item.rate.say.en": 12,
    "section.price.item.rate.field.rate": 14,
    "section.price.item.rate.field.rate.type": 15,
}


def item(key, say="", edition="1", section="price"):
    return Item(
        key=key,
        section=section,
        title={"en": key},
        must=False,
        moment="agreement",
        say={"en": say or f"About {key}."},
        ask={"en": "?"},
        check={"en": "?"},
        why={"en": "!"},
        hint={},
        allow=(),
        edition=edition,
        fields=(),
    )


def field(name, kind="number", label="", default=None):
    return Field(name, kind, {"en": label} if label else {}, default, {})


def raw(key, sections=(), *, extends=None, drop=(), fields=(), builtin=True, title=""):
    """``sections``: pairs of a key and its items, each an item or the key of one."""
    made = [
        Section(name, {"en": f"{key} {name}"}, tuple(_item(each, name) for each in items))
        for name, items in sections
    ]
    return RawChecklist(
        key=key,
        file=f"{'built-in' if builtin else 'own'}/{key}.toml",
        builtin=builtin,
        extends=extends,
        drop=tuple(drop),
        title={"en": title or key},
        sections=tuple(made),
        fields={each.name: each for each in fields},
        lines=LINES,
    )


def _item(each, section):
    return each._replace(section=section) if isinstance(each, Item) else item(each, section=section)


def sources(*raws):
    return {FileId(each.builtin, each.key): each for each in raws}


def worked_out(child, *others):
    checklist, faults = work_out(child, sources(child, *others))
    assert [(fault.at, fault.sentence()) for fault in faults] == []
    return checklist


def only_fault(child, *others):
    (fault,) = work_out(child, sources(child, *others))[1]
    return fault


def outline(checklist):
    return [(section.key, [each.key for each in section.items]) for section in checklist.sections]


BASE = raw(
    "general",
    [("price", ["price", "deposit", "term"]), ("time", ["start"])],
    fields=[field("rate", label="Rate")],
)
