"""What several commands say: which items were touched, which were left and what they miss."""

from __future__ import annotations

from collections.abc import Sequence

from vooraf.actions.items import Ticked
from vooraf.actions.view import ClientView
from vooraf.cli.context import Context
from vooraf.locale import _
from vooraf.locale.words import field_label, glyph, item_title, standing_word
from vooraf.model.standing import ItemState


def say_ticked(context: Context, ticked: Ticked, heading: str) -> None:
    """Print the items that were touched, with their new standing, and those that were left."""
    seen, out = ticked.view, context.out
    context.tell_problems(seen)
    if ticked.done:
        out.line(heading)
        say_items(context, seen, [state.item.key for state in ticked.done])
    if ticked.left:
        out.line(_("Left, because a value is missing:"))
        for state in ticked.left:
            out.line(f"  {missing_line(context, seen, state)}")


def say_items(context: Context, seen: ClientView, keys: Sequence[str]) -> None:
    """Print items as they stand now."""
    standings = {state.item.key: state.standing for state in seen.states}
    for key in keys:
        sign = glyph(standings[key], ascii_only=context.out.ascii_only)
        context.out.line(f"  {sign} {item_title(key, seen.checklist)} ({standing_word(standings[key])})")


def missing_line(context: Context, seen: ClientView, state: ItemState) -> str:
    """Which values an item misses, and how to give them: ``Price: no value for Price (vooraf set …)``."""
    missing = state.wording.missing
    command = context.command(f"set {seen.client.id} " + " ".join(f"{name}=…" for name in missing))
    return _("{title}: no value for {fields} ({command})").format(
        title=item_title(state.item.key, seen.checklist),
        fields=", ".join(field_label(name, seen.checklist) for name in missing),
        command=command,
    )
