"""``vooraf rules set``, ``say`` and ``reset``: what was and what is now, and who was told something else."""

from __future__ import annotations

from collections.abc import Iterable

from vooraf.actions.house_rules import Effect, House, effects, house, save
from vooraf.actions.rule_edits import Edits, lacking, to_reset, values_to_set, wording_to_say
from vooraf.actions.rule_hints import own_hints
from vooraf.cli.arguments import Namespace
from vooraf.cli.context import Context
from vooraf.cli.hints import print_hint
from vooraf.cli.options import assignments
from vooraf.cli.rules_show import item_line
from vooraf.errors import DONE
from vooraf.locale import _
from vooraf.locale.words import field_label, item_title, source_word, value_word
from vooraf.model.checklist import LANGUAGES, Checklist, HouseRules, text_in
from vooraf.model.visible import visible_line
from vooraf.model.wording import BY_DEFAULT, look_up, texts_of, wording
from vooraf.render.wrap import cells


def set_values(context: Context, given: Namespace) -> int:
    """Keep values for every client; an empty one takes the own value back."""
    seen = house(context.workspace)
    edits = values_to_set(context.workspace, seen.checklists, assignments(given.words))
    _keep(context, seen, edits)
    return DONE


def say_item(context: Context, given: Namespace) -> int:
    """Keep an own wording of an item, in one language."""
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


def take_back(context: Context, path: tuple[str, ...]) -> None:
    """Take back the value or the wording at ``path``."""
    edits = to_reset(context.workspace, path)
    _keep(context, house(context.workspace), edits)


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
        context.out.line(f"  {item_line(seen, effect.checklist, effect.item, len(effect.after))}")
