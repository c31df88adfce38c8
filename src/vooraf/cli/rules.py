"""``vooraf rules``: the owner's values and wordings for every client, shown and changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from vooraf.actions.house_rules import Effect, House, effects, house, save
from vooraf.actions.rule_edits import Edits, lacking, to_reset, values_to_set, wording_to_say
from vooraf.actions.rule_hints import own_hints
from vooraf.cli.arguments import Namespace
from vooraf.cli.as_json import SCHEMA, Json, faults_json, plain
from vooraf.cli.choices import one_of
from vooraf.cli.context import Context
from vooraf.cli.hints import hints_json, print_hint
from vooraf.cli.options import assignments, declare_json
from vooraf.cli.parser import Parser
from vooraf.cli.streams import BOLD, beside
from vooraf.errors import DONE, N_
from vooraf.errors.command import ArgumentTooMany, BadOptionValue, MissingArgument, NotTogether, UnknownOption
from vooraf.locale import _, ngettext
from vooraf.locale.words import (
    field_label,
    field_type_word,
    item_title,
    language_word,
    source_word,
    value_word,
)
from vooraf.model.checklist import LANGUAGES, Checklist, HouseRules, Item, text_in
from vooraf.model.visible import visible_line
from vooraf.model.wording import BY_DEFAULT, look_up, names_in, texts_of, wording
from vooraf.render.wrap import cells

PROGRAM = "vooraf rules"
USAGE = (
    "[--json]",
    "set FIELD=VALUE…",
    "say ITEM [--language en|nl|nl_formal] TEXT",
    "reset (--item ITEM | --field FIELD)",
)


def declare(parser: Parser) -> None:
    """Name the arguments."""
    parser.usage = USAGE
    parser.examples = (
        "vooraf --demo rules",
        "vooraf --demo rules set rate=80 rounds=3",
        'vooraf --demo rules say delay --language en "If I fall ill, I call you the same day."',
        "vooraf --demo rules reset --field rate",
    )
    parser.positional(
        "action", "ACTION", N_("set, say or reset; when left out, the rules are shown"), required=False
    )
    parser.positional(
        "words", "…", N_("for set: FIELD=VALUE, FIELD= takes one back; for say: the item and its wording"),
        required=False, many=True,
    )  # fmt: skip
    parser.option(
        "--language",
        "LANGUAGE",
        N_("of the wording: {languages}; your clients' usual one when left out"),
        read=one_of("--language", LANGUAGES),
    )
    parser.option("--item", "ITEM", N_("take back your own wording of this item"))
    parser.option("--field", "FIELD", N_("take back your own value of this field"))
    declare_json(parser)


def run(context: Context, given: Namespace) -> int:
    """Show them, or carry out one of the three."""
    action = given.action or ""
    if action not in ACTIONS:
        raise BadOptionValue(value=action, option=PROGRAM, options=", ".join(filter(None, ACTIONS)))
    least, most, takes, carry_out = ACTIONS[action]
    program = " ".join(filter(None, (PROGRAM, action)))
    for option in ("language", "item", "field", "json"):
        if getattr(given, option) and option not in takes:
            raise UnknownOption(option=f"--{option}", program=program)
    if len(given.words) < least:
        needed = "FIELD=VALUE" if action == "set" else ("ITEM", "TEXT")[len(given.words)]
        raise MissingArgument(program=program, argument=needed, usage=_usage(action))
    if most is not None and len(given.words) > most:
        raise ArgumentTooMany(argument=given.words[most], usage=_usage(action))
    return carry_out(context, given)


def _usage(action: str) -> str:
    return next(f"{PROGRAM} {usage}" for usage in USAGE if usage.startswith(action))


# -- showing ---------------------------------------------------------------------------------------


def _show(context: Context, given: Namespace) -> int:
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
        context.out.line(f"  {_item_line(seen, checklist, item, count)}")


def _item_line(seen: House, checklist: Checklist, item: Item, count: int) -> str:
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


# -- changing --------------------------------------------------------------------------------------


def _set(context: Context, given: Namespace) -> int:
    seen = house(context.workspace)
    edits = values_to_set(context.workspace, seen.checklists, assignments(given.words))
    _keep(context, seen, edits)
    return DONE


def _say(context: Context, given: Namespace) -> int:
    key, text = given.words
    seen = house(context.workspace)
    language = given.language or seen.rules.language
    edits = wording_to_say(context.workspace, seen.checklists, key, language, text)
    _keep(context, seen, edits)
    for hint in own_hints(context.workspace, seen.checklists, context.workspace.rules, key):
        print_hint(context.out, hint)
    for checklist, names in lacking(seen.checklists, key, text).items():
        said = _("The checklist “{checklist}” has no field “{field}”: its clients can't be told this.")
        context.add_remark(said.format(checklist=checklist, field=", ".join(names)))
    return DONE


def _reset(context: Context, given: Namespace) -> int:
    if given.item is not None and given.field is not None:
        raise NotTogether(one="--item", other="--field")
    if given.item is None and given.field is None:
        raise MissingArgument(program=f"{PROGRAM} reset", argument="--item", usage=_usage("reset"))
    path = ("say", given.item) if given.field is None else ("value", given.field)
    edits = to_reset(context.workspace, path)
    _keep(context, house(context.workspace), edits)
    return DONE


def _keep(context: Context, seen: House, edits: Edits) -> None:
    """Keep the edits, say what was and what is, and who was told something else."""
    save(context.workspace, edits, seen.rules)
    after = context.workspace.rules
    context.add_problems(*context.workspace.rule_faults)
    for path in edits:
        if path[0] == "value":
            _say_value(context, seen, path[1], after)
        else:
            _say_wording(context, seen, path[1], after)
    _say_effects(context, seen, effects(seen, after))


def _say_value(context: Context, seen: House, name: str, after: HouseRules) -> None:
    checklist = next((each for each in seen.checklists if name in each.fields), None)
    was, now = (_shown(checklist, name, rules) for rules in (seen.rules, after))
    said = _("{field}: {was} → {now}") if was != now else _("{field}: {now}, as it was")
    label = field_label(name, checklist)
    shown = label if label == name else f"{label} ({name})"
    context.out.line(said.format(field=shown, was=was, now=now))


def _shown(checklist: Checklist | None, name: str, rules: HouseRules) -> str:
    """A field's value for every client; and where it comes from when it isn't the house's."""
    if checklist is None:
        return visible_line(str(rules.values.get(name, ""))) or _("no value")
    found = look_up(checklist.fields[name], {}, rules)
    if found is None:
        return _("no value")
    value = value_word(name, found.value, checklist)
    return f"{value} ({source_word(found.source)})" if found.source == BY_DEFAULT else value


def _say_wording(context: Context, seen: House, key: str, after: HouseRules) -> None:
    """How the item reads now, in each language."""
    checklist = next((each for each in seen.checklists if each.item(key)), None)
    item = checklist.item(key) if checklist else None
    context.out.line(f"{item_title(key, checklist)} ({key})")
    if checklist is None or item is None:
        return
    own = after.say.get(key, {})
    for language in LANGUAGES:
        head = f"  {language:<9}  "
        text = wording(item, checklist, language, {}, after).text
        mine = text_in(texts_of(item, after), language) in own.values()
        source = "" if mine else source_word(BY_DEFAULT)
        context.out.wrapped(f"{text} ({source})" if source else text, head, " " * cells(head))


def _say_effects(context: Context, seen: House, found: Iterable[Effect]) -> None:
    told = [each for each in found if each.after]
    for effect in told:
        context.out.line(f"  {_item_line(seen, effect.checklist, effect.item, len(effect.after))}")


_Action = tuple[int, int | None, tuple[str, ...], Callable[[Context, Namespace], int]]
ACTIONS: Mapping[str, _Action] = {
    "": (0, 0, ("json",), _show),
    "set": (1, None, (), _set),
    "say": (2, 2, ("language",), _say),
    "reset": (0, 0, ("item", "field"), _reset),
}
"""The least and the most words that each takes, its options, and what it does."""
