"""``vooraf rules`` alone: the values and wordings for every client, as lines and for other programs."""

from __future__ import annotations

from collections.abc import Mapping

from vooraf.actions.house_rules import House, house
from vooraf.actions.rule_hints import own_hints
from vooraf.cli.arguments import Namespace
from vooraf.cli.as_json import SCHEMA, Json, faults_json, plain
from vooraf.cli.context import Context
from vooraf.cli.hints import hints_json, print_hint
from vooraf.cli.streams import BOLD, beside
from vooraf.errors import DONE
from vooraf.locale import _, ngettext
from vooraf.locale.words import field_label, field_type_word, item_title, language_word, value_word
from vooraf.model.checklist import Checklist, Item
from vooraf.model.visible import visible_line
from vooraf.model.wording import look_up, names_in, texts_of
from vooraf.render.wrap import cells


def show_rules(context: Context, given: Namespace) -> int:
    """Show the rules, and which items clients were told something else about."""
    seen = house(context.workspace)
    if given.json:
        context.out.json(_as_json(context, seen))
        return DONE
    context.add_problems(*seen.faults)
    rules, out = seen.rules, context.out
    out.line(beside((visible_line(rules.name), rules.trade, language_word(rules.language))), BOLD)
    _say_values(context, seen)
    _say_wordings(context, seen)
    _say_otherwise(context, seen)
    return DONE


def _fields(seen: House) -> Mapping[str, Checklist]:
    """Every field that a wording uses or that has a value of the house, with the first checklist that has it."""
    found: dict[str, Checklist] = {}
    for checklist in seen.checklists:
        for item in checklist.items():
            for text in texts_of(item, seen.rules).values():
                for name in names_in(text):
                    if name in checklist.fields:
                        found.setdefault(name, checklist)
        for name in seen.rules.values:
            if name in checklist.fields:
                found.setdefault(name, checklist)
    return found


def _say_values(context: Context, seen: House) -> None:
    """The values of the house, then what each checklist has for the other fields."""
    fields, own = _fields(seen), seen.rules.values
    wide = max((len(name) for name in (*fields, *own)), default=0)
    lines = {
        name: _value_line(seen, fields[name], name) if name in fields else visible_line(str(own[name]))
        for name in (*own, *fields)
    }
    _say_block(context, _("Your own values"), {name: lines[name] for name in own}, wide)
    for checklist in seen.checklists:
        others = {name: lines[name] for name in fields if name not in own and fields[name] is checklist}
        heading = _("Values from “{checklist}”").format(checklist=checklist.key)
        _say_block(context, heading, others, wide)


def _say_block(context: Context, heading: str, lines: Mapping[str, str], wide: int) -> None:
    if lines:
        context.out.line()
        context.out.line(heading, BOLD)
    for name, line in lines.items():
        head = f"  {name:<{wide}}  "
        context.out.wrapped(line, head, " " * cells(head))


def _value_line(seen: House, checklist: Checklist, name: str) -> str:
    """A field's label, value and type, and how many clients have a value of their own."""
    field = checklist.fields[name]
    found = look_up(field, {}, seen.rules)
    value = value_word(name, found.value, checklist) if found else _("no value")
    count = sum(seen.told.with_own(each, name) for each in seen.checklists)
    own = _own_word(count) if count else ""
    return beside((f"{field_label(name, checklist)}: {value}", field_type_word(field), own))


def _own_word(count: int) -> str:
    own = ngettext("{count} client has one of their own", "{count} clients have one of their own", count)
    return own.format(count=count)


def _say_wordings(context: Context, seen: House) -> None:
    out = context.out
    if seen.rules.say:
        out.line()
        out.line(_("Your own wordings"), BOLD)
    for key, texts in seen.rules.say.items():
        having = next((each for each in seen.checklists if each.item(key)), None)
        out.line(f"  {item_title(key, having)} ({key})")
        for language, text in texts.items():
            head = f"    {language:<9}  "
            out.wrapped(text, head, " " * cells(head))
    for hint in own_hints(context.workspace, seen.checklists, seen.rules):
        print_hint(out, hint)


def _say_otherwise(context: Context, seen: House) -> None:
    """Which items clients were told something else about."""
    lines = [
        (checklist, item, count)
        for checklist in seen.checklists
        for item in checklist.items()
        if (count := len(seen.told.otherwise(checklist, item, seen.rules)))
    ]
    if lines:
        context.out.line()
        context.out.line(_("Told something else"), BOLD)
    for checklist, item, count in lines:
        context.out.line(f"  {item_line(seen, checklist, item, count)}")


def item_line(seen: House, checklist: Checklist, item: Item, count: int) -> str:
    """How many clients were told something else about an item, in a line."""
    told = ngettext(
        "{count} client was told something else", "{count} clients were told something else", count
    ).format(count=count)
    key = checklist.key if len(seen.checklists) > 1 else ""
    return beside((key, f"{item_title(item.key, checklist)} ({item.key}): {told}"))


def _as_json(context: Context, seen: House) -> Json:
    rules = seen.rules
    return {
        "schema": SCHEMA,
        "file": context.workspace.folder.rules,
        "owner": {"name": rules.name, "trade": rules.trade, "language": rules.language},
        "values": [_value_json(seen, checklist, name) for name, checklist in _fields(seen).items()],
        "say": {key: dict(texts) for key, texts in rules.say.items()},
        "items": [
            _item_json(seen, checklist, item) for checklist in seen.checklists for item in checklist.items()
        ],
        "hints": hints_json(own_hints(context.workspace, seen.checklists, rules)),
        "faults": faults_json(seen.faults)["faults"],
    }


def _value_json(seen: House, checklist: Checklist, name: str) -> Json:
    field = checklist.fields[name]
    found = look_up(field, {}, seen.rules)
    return {
        "field": name,
        "label": field_label(name, checklist),
        "type": field.type,
        "checklists": [each.key for each in seen.checklists if name in each.fields],
        "value": plain(found.value) if found else None,
        "source": found.source if found else None,
        "clients_with_own": sum(seen.told.with_own(each, name) for each in seen.checklists),
    }


def _item_json(seen: House, checklist: Checklist, item: Item) -> Json:
    return {
        "checklist": checklist.key,
        "item": item.key,
        "title": item_title(item.key, checklist),
        "own": item.key in seen.rules.say,
        "told": seen.told.told(checklist, item),
        "otherwise": len(seen.told.otherwise(checklist, item, seen.rules)),
    }
