"""What stands beside the house rules: how an item reads to clients, with what it is made of. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from vooraf.actions.house_rules import Effect, House, effects, would_change
from vooraf.actions.rule_edits import lacking
from vooraf.actions.rule_hints import Hints
from vooraf.locale import _, ngettext, spoken
from vooraf.locale.hint_words import kind_word
from vooraf.locale.words import MUST, field_label, item_title, language_word, source_word, value_word
from vooraf.model.checklist import LANGUAGES, Checklist, HouseRules, Item, text_in
from vooraf.model.word_check import Hint
from vooraf.model.wording import IN_RULES, look_up, names_in, texts_of, wording
from vooraf.tui.widgets.labelled import cut, labelled, with_tail
from vooraf.tui.widgets.paint import Line, fitted, paragraph, spread, width_of


def rule_lines(seen: House, checklist: Checklist, item: Item, hints: Hints, width: int) -> Iterator[Line]:
    """The wording in each language with the hints on it, its values, who was told something else, why it matters."""
    yield _title_line(item, width)
    yield ()
    yield from reads_as(seen.rules, checklist, item, width, hints=hints)
    yield from _value_lines(seen, checklist, item, width)
    yield ()
    yield from _told_lines(seen, checklist, item, width)
    for heading, texts in ((_("Why it matters"), item.why), (_("For you to check"), item.hint)):
        if said := text_in(texts, spoken()):
            yield ()
            yield ((heading, "strong"),)
            yield from paragraph(said, width)


def brief_rule(seen: House, checklist: Checklist, item: Item, width: int) -> Iterator[Line]:
    """The same in four lines, where there is no room beside the list."""
    yield _title_line(item, width)
    yield from list(_told_lines(seen, checklist, item, width))[:1]
    text = wording(item, checklist, seen.rules.language, {}, seen.rules).text
    yield from list(paragraph(cut(text, width * 3), width))[:2]


def _title_line(item: Item, width: int) -> Line:
    right: Line = ((f"{MUST} {_('must')}", "dim"),) if item.must else ()
    room = width - width_of(right) - 1
    return spread(((fitted(text_in(item.title, spoken()), room).rstrip(), "title"),), right, width)


def reads_as(
    rules: HouseRules,
    checklist: Checklist,
    item: Item,
    width: int,
    first: str = "",
    *,
    hints: Hints | None = None,
) -> Iterator[Line]:
    """How the wording reads in each language that it has, and whose words those are.

    The language ``first`` comes first, else the one that most clients hear. Below each stand the ``hints``.
    """
    texts, own = texts_of(item, rules), rules.say.get(item.key, {})
    for language in _in_order(first or rules.language):
        if language not in texts:
            continue
        source = source_word(IN_RULES) if language in own else ""
        tail: Line = ((f"  {source}", "confirmed"),) if source else ()
        yield ((language_word(language), "dim"), *tail)
        yield from paragraph(cut(wording(item, checklist, language, {}, rules).text), width - 2, "", "  ")
        for hint in (hints or {}).get(language, ()):
            yield from _hint_lines(hint, width)


def _in_order(first: str) -> list[str]:
    """All languages, that one first and then the other one of the same people: je beside u."""
    return sorted(LANGUAGES, key=lambda each: (each != first, each[:2] != first[:2]))


def _hint_lines(hint: Hint, width: int) -> Iterator[Line]:
    """A place that could be said better: why, and how."""
    said = f"“{hint.match}” ({kind_word(hint.kind)}): {text_in(hint.why, spoken())}"
    yield from paragraph(said, width - 2, "told", "  ")
    better = _("Better: {pattern}").format(pattern=text_in(hint.instead, spoken()))
    yield from paragraph(better, width - 2, "told", "  ")


def _value_lines(seen: House, checklist: Checklist, item: Item, width: int) -> Iterator[Line]:
    """The values of the wording: what stands in them, where that comes from, who has their own."""
    names = fields_of(seen.rules, checklist, item)
    if names:
        yield ()
        yield ((_("Values"), "strong"),)
    for name in names:
        found = look_up(checklist.fields[name], {}, seen.rules)
        shown = value_word(name, found.value, checklist) if found else _("no value yet")
        source = source_word(found.source) if found else ""
        count = seen.told.with_own(checklist, name)
        own = ngettext("{count} client has one of their own", "{count} clients have one of their own", count)
        tail = " · ".join(filter(None, (source, own.format(count=count) if count else "")))
        label = field_label(name, checklist)
        lines = labelled(
            label, shown, width, min(cell_len(label) + 2, width // 2), "strong" if found else "must"
        )
        yield from with_tail(lines, tail, width, 2)


def fields_of(rules: HouseRules, checklist: Checklist, item: Item) -> tuple[str, ...]:
    """The names of the fields that an item's wording uses, in their order."""
    used = [name for text in texts_of(item, rules).values() for name in names_in(text)]
    return tuple(name for name in dict.fromkeys(used) if name in checklist.fields)


def _told_lines(seen: House, checklist: Checklist, item: Item, width: int) -> Iterator[Line]:
    told, other = seen.told.told(checklist, item), len(seen.told.otherwise(checklist, item, seen.rules))
    if not told:
        yield from paragraph(_("No client was told this yet."), width, "dim")
        return
    said = ngettext("Told to {count} client", "Told to {count} clients", told).format(count=told)
    if not other:
        yield from paragraph(f"{said}.", width)
        return
    other_words = _("{told}, of whom {count} in other words or with other values.")
    yield from paragraph(other_words.format(told=said, count=other), width, "changed")


# -- before it is saved ----------------------------------------------------------------------------


def preview(
    seen: House, after: HouseRules, checklist: Checklist, item: Item, width: int, first: str = ""
) -> Iterator[Line]:
    """How the item would read with other rules, and how many clients were told something else then.

    The language ``first`` comes first.
    """
    found = effects(seen, after)
    yield from _would_change(found, width)
    yield from _effect_line(found, width)
    yield from _lacking_lines(seen, after, item, width)
    yield from reads_as(after, checklist, item, width, first)


def _would_change(found: Iterable[Effect], width: int) -> Iterator[Line]:
    found = tuple(found)
    count, now = len(would_change(found)), len({client for each in found for client in each.after})
    if not found:
        yield from paragraph(_("This changes nothing."), width, "dim")
    elif count:
        said = ngettext(
            "{count} client was told something else and would show as changed.",
            "{count} clients were told something else and would show as changed.",
            count,
        )
        yield from paragraph(said.format(count=count), width, "changed")
    elif now:
        said = ngettext(
            "{count} client was told something else, as now.",
            "{count} clients were told something else, as now.",
            now,
        )
        yield from paragraph(said.format(count=now), width)
    else:
        yield from paragraph(_("No client was told anything else."), width, "confirmed")


def _lacking_lines(seen: House, after: HouseRules, item: Item, width: int) -> Iterator[Line]:
    """In which checklists an own wording can't be told, because they lack a field of it."""
    text = " ".join(after.say.get(item.key, {}).values())
    titles = {each.key: text_in(each.title, spoken()) for each in seen.checklists}
    for key, names in lacking(seen.checklists, item.key, text).items():
        said = _("The checklist “{checklist}” has no field “{field}”: its clients can't be told this.")
        yield from paragraph(said.format(checklist=titles[key], field=", ".join(names)), width, "must")


def _effect_line(found: tuple[Effect, ...], width: int) -> Iterator[Line]:
    """Which items it is about, where it is about more than one; as many as there is room for."""
    touched = [each for each in found if each.before or each.after]
    if len(found) > 1 and touched:
        titles = (f"{item_title(each.item.key, each.checklist)} ({len(each.after)})" for each in touched)
        yield ((fitted(_("In: {items}").format(items=", ".join(titles)), width), "dim"),)
