"""``extends`` and ``drop``: one checklist worked out from a base and its child.

A child's item with the key of a base's item stands in for it; the base's other items come along, but for
those that the child drops. A built-in may be adapted under its own name: then ``extends`` with that name
means the built-in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vooraf.errors import N_
from vooraf.model.checklist import FIELD_TYPES, Checklist, Field, Item, Section, Texts
from vooraf.model.faults import Fault
from vooraf.model.keys import is_field_name, nearest
from vooraf.model.record import NamedTuple
from vooraf.model.wording import names_in, short_hash

_NO_BASE = N_("There is no checklist “{found}” to extend.")
_NEAREST = N_("Did you mean “{nearest}”?")
_KNOWN = N_("What can stand here: {known}.")
_LOOP = N_("The checklists extend each other in a circle: {circle}.")
_BREAK_LOOP = N_("Take “extends” out of one of them.")
_NOTHING_DROPPED = N_("“{found}” can't be left out: the base has no such item.")
_DROP_WITHOUT_BASE = N_("“{found}” can't be left out: this checklist extends no other.")
_TAKE_OUT = N_("Take it out of “drop”.")
_NO_FIELD = N_("No item declares the field “{found}”.")
_DECLARE = N_('Declare it with the item: [section.item.field] {found} = {{ type = "text" }}')
_OTHER_TYPE = N_("The field “{found}” is of type {type} here, and of type {base} in “{extends}”.")
_SAME_TYPE = N_("A name means one thing: give it the same type, or another name.")
_NO_ITEMS = N_("The checklist has no items.")
_ADD_ITEM = N_('Add a [[section]] with a [[section.item]], or extends = "general".')
_NO_LABEL = N_("The field “{found}” has no label.")
_ADD_LABEL = N_('Add it: label = {{ en = "…", nl = "…" }}')


class RawChecklist(NamedTuple):
    """A checklist as its file has it, before ``extends`` is worked out.

    Its items' ``edition`` is the number in the file as text. ``lines`` maps dotted places, such as
    ``section.price.item.deposit.say.en``, to line numbers.
    """

    key: str
    file: str
    builtin: bool
    extends: str | None
    drop: tuple[str, ...]
    title: Texts
    sections: tuple[Section, ...]
    fields: Mapping[str, Field]
    lines: Mapping[str, int]

    def items(self) -> Iterator[Item]:
        """All items, in the file's order."""
        return (item for section in self.sections for item in section.items)

    def fault(self, at: str, message: str, hint: str, **data: object) -> Fault:
        """A fault at a place of this file: its line, or that of the nearest table around it."""
        place = at
        while place and place not in self.lines:
            place = place.rpartition(".")[0]
        return Fault(self.file, self.lines.get(place, 1), at, message, hint, data)


class FileId(NamedTuple):
    """Which file: a key may belong to a built-in and to one of the owner's."""

    builtin: bool
    key: str


Sources = Mapping[FileId, RawChecklist | None]
"""The files that a checklist can extend; ``None`` for one that can't be read at all."""


def base_of(raw: RawChecklist, sources: Sources) -> FileId | None:
    """The file that ``raw`` extends; the owner's stands before the built-in. ``None`` when there is none.

    An owner's file that extends its own key means the built-in of that name.
    """
    itself = raw.extends == raw.key and not raw.builtin
    wanted = [FileId(builtin, raw.extends or "") for builtin in ((True,) if itself else (False, True))]
    return next((file for file in wanted if file in sources), None)


def bases(raw: RawChecklist, sources: Sources) -> tuple[FileId, ...]:
    """The files that ``raw`` builds on, the nearest first; in a circle each of them once."""
    found = [FileId(raw.builtin, raw.key)]
    link: RawChecklist | None = raw
    while link is not None and link.extends is not None:
        base = base_of(link, sources)
        if base is None or base in found:
            break
        found.append(base)
        link = sources[base]
    return tuple(found[1:])


def work_out(raw: RawChecklist, sources: Sources) -> tuple[Checklist | None, tuple[Fault, ...]]:
    """The checklist that ``raw`` is with its bases, and what is wrong between them and it.

    ``None`` when a base is missing, can't be read, or extends in a circle. What is wrong between a base and
    its own base is included; what is wrong inside one file is found by who reads it.
    """
    links = [raw]
    for base in bases(raw, sources):
        link = sources[base]
        if link is None:
            return None, ()
        links.append(link)
    if links[-1].extends is not None:
        return None, (_chain_fault(links, sources),)
    checklist = Checklist(raw.key, {}, (), {}, raw.builtin, None)
    faults: list[Fault] = []
    for link in reversed(links):
        faults += _link_faults(checklist, link)
        checklist = _joined(checklist, _with_editions(link, links, sources))
    if not checklist.sections:
        faults.append(raw.fault("", _NO_ITEMS, _ADD_ITEM))
    fields = {name: _labelled(field) for name, field in checklist.fields.items()}
    return checklist._replace(fields=fields), tuple(faults)


# -- joining ---------------------------------------------------------------------------------------


def _joined(base: Checklist, child: RawChecklist) -> Checklist:
    """``base`` with what ``child`` drops, replaces and adds."""
    wanted = {section.key: section for section in child.sections}
    at_home = {item.key: section.key for section in child.sections for item in section.items}
    sections = []
    for section in base.sections:
        own = wanted.pop(section.key, None)
        title = own.title if own and own.title else section.title
        sections.append(Section(section.key, title, _items(section, own, child.drop, at_home)))
    sections += wanted.values()
    return Checklist(
        key=child.key,
        title=child.title or base.title,
        sections=tuple(section for section in sections if section.items),
        fields={**base.fields, **{name: _heir(base, field) for name, field in child.fields.items()}},
        builtin=child.builtin,
        extends=child.extends,
    )


def _items(
    section: Section, own: Section | None, drop: tuple[str, ...], at_home: Mapping[str, str]
) -> tuple[Item, ...]:
    """The items of a base's section: the child's in the place of those they stand in for, new ones behind."""
    coming = {item.key: item for item in own.items} if own else {}
    items = []
    for item in section.items:
        if item.key in drop:
            continue
        if item.key in coming:
            items.append(coming.pop(item.key))
        elif item.key not in at_home:
            items.append(item)
    return (*items, *coming.values())


def _heir(base: Checklist, field: Field) -> Field:
    """A field that is declared again: as the child has it, with the base's label where it has none."""
    before = base.fields.get(field.name)
    return field._replace(label=before.label) if before and not field.label else field


def _labelled(field: Field) -> Field:
    """A field that nobody gave a label is called by its name."""
    return field if field.label else field._replace(label={"en": field.name.replace("_", " ")})


# -- editions --------------------------------------------------------------------------------------


def _with_editions(raw: RawChecklist, links: list[RawChecklist], sources: Sources) -> RawChecklist:
    """An owner's file with the editions of its items: a hash of what is told.

    An item that says what a built-in's item of that key says keeps that one's edition: to copy a built-in
    changes nothing for anybody. The built-in that the file stands in for is asked first, then its bases.
    """
    if raw.builtin:
        return raw
    chain = [each.key for each in links]
    known = [each for file in sources if file.builtin and (each := sources[file]) is not None]
    known.sort(key=lambda each: (each.key != raw.key, each.key not in chain, each.key))

    def edition(item: Item) -> str:
        for each in known:
            for theirs in each.items():
                if theirs.key == item.key and theirs.say == item.say:
                    return theirs.edition
        return short_hash(item.say)

    sections = tuple(
        section._replace(items=tuple(item._replace(edition=edition(item)) for item in section.items))
        for section in raw.sections
    )
    return raw._replace(sections=sections)


# -- faults ----------------------------------------------------------------------------------------


def _chain_fault(links: list[RawChecklist], sources: Sources) -> Fault:
    """Why the last of the links has no end: there is no such base, or it is one of the links."""
    last = links[-1]
    base = base_of(last, sources)
    if base is None:
        names = sorted({file.key for file in sources} - {last.key})
        near = nearest(last.extends or "", names)
        hint, known = (_NEAREST, near) if near else (_KNOWN, ", ".join(names))
        return last.fault("extends", _NO_BASE, hint, found=last.extends, nearest=known, known=known)
    start = next(index for index, link in enumerate(links) if (link.builtin, link.key) == base)
    circle = " → ".join([*(link.key for link in links[start:]), base.key])
    return links[start].fault("extends", _LOOP, _BREAK_LOOP, circle=circle)


def _link_faults(base: Checklist, child: RawChecklist) -> list[Fault]:
    """What doesn't fit between a child and the checklist that it extends."""
    return [*_drop_faults(base, child), *_field_faults(base, child), *_blank_faults(base, child)]


def _drop_faults(base: Checklist, child: RawChecklist) -> Iterator[Fault]:
    keys = [item.key for item in base.items()]
    for index, key in enumerate(child.drop, 1):
        if key not in keys:
            near = nearest(key, keys)
            message = _NOTHING_DROPPED if child.extends else _DROP_WITHOUT_BASE
            hint = _NEAREST if near else _TAKE_OUT
            yield child.fault(f"drop.{index}", message, hint, found=key, nearest=near)


def _field_faults(base: Checklist, child: RawChecklist) -> Iterator[Fault]:
    for name, field in child.fields.items():
        at = _declared_at(child, name)
        before = base.fields.get(name)
        if before is None:
            if child.builtin and not field.label:
                yield child.fault(at, _NO_LABEL, _ADD_LABEL, found=name)
        elif before.type != field.type and {before.type, field.type}.issubset(FIELD_TYPES):
            data = {"found": name, "type": field.type, "base": before.type, "extends": base.key}
            yield child.fault(f"{at}.type", _OTHER_TYPE, _SAME_TYPE, **data)


def _declared_at(raw: RawChecklist, name: str) -> str:
    """The place where a file declares a field."""
    places = (f"section.{item.section}.item.{item.key}.field.{name}" for item in raw.items())
    return next((place for place in places if place in raw.lines), "")


def _blank_faults(base: Checklist, child: RawChecklist) -> Iterator[Fault]:
    """Fields in the child's wordings that neither it nor its bases declare."""
    known = {**base.fields, **child.fields}
    for item in child.items():
        for language, text in item.say.items():
            for name in names_in(text):
                if is_field_name(name) and name not in known:
                    near = nearest(name, known)
                    hint = _NEAREST if near else _DECLARE
                    at = f"section.{item.section}.item.{item.key}.say.{language}"
                    yield child.fault(at, _NO_FIELD, hint, found=name, nearest=near)
