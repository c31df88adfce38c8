"""What the house rules' screen asks: values and wordings, with what they would do before they are saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import TextArea

from vooraf.actions.house_rules import House
from vooraf.actions.rule_edits import Edits, with_edits
from vooraf.errors import N_, VoorafError
from vooraf.locale import _, ngettext, spoken
from vooraf.locale.words import field_label, language_word, value_word
from vooraf.model.checklist import LANGUAGES, Checklist, Field, HouseRules, Item, text_in
from vooraf.model.wording import look_up, texts_of
from vooraf.tui.screens.choice_box import ChoiceBox
from vooraf.tui.screens.client_boxes import touched
from vooraf.tui.screens.form_box import Blank, FormBox, Given
from vooraf.tui.screens.rule_pane import fields_of, preview
from vooraf.tui.screens.value_blanks import none_yet, typed
from vooraf.tui.screens.words_box import WordsBox
from vooraf.tui.widgets.marked_area import Look
from vooraf.tui.widgets.paint import Line, paragraph
from vooraf.tui.widgets.pane import Pane

KEEP = "keep"

Keep = Callable[[Edits], object]
"""Keeps the edits; raises what is wrong."""


_SCROLLED: list[BindingType] = [
    Binding("pagedown", "preview(1)", N_("more"), key_display="pgdn", id="preview.down", priority=True),
    Binding("pageup", "preview(-1)", N_("back up"), show=False, id="preview.up", priority=True),
]
"""The preview can't have the keys of what is typed in; where there is little room it is longer than its place."""


class RuleValuesBox(FormBox):
    """The values of an item's wording, for every client; below them what they would do."""

    BINDINGS: ClassVar[list[BindingType]] = _SCROLLED

    def __init__(
        self, seen: House, checklist: Checklist, item: Item, edits: Callable[[Given], Edits], keep: Keep
    ) -> None:
        names = fields_of(seen.rules, checklist, item)
        self._values = tuple(_value_blank(checklist.fields[name], checklist, seen.rules) for name in names)
        self._about = (seen, checklist, item)
        self._edits = edits
        super().__init__(
            _("Values for every client: {item}").format(item=text_in(item.title, spoken())),
            self._values,
            lambda given: keep(edits(touched(self._values, given))),
            _("Leave it empty to use the checklist's value. A client's own value comes first."),
        )

    def body(self) -> Iterable[Widget]:
        """The fields, and what they would do."""
        yield from super().body()
        yield Pane(id="preview")

    def on_mount(self) -> None:
        """Begin in the first field."""
        super().on_mount()
        self.look()

    def look(self) -> None:
        """Show what would be if this were saved."""
        seen, checklist, item = self._about
        show(self, seen, checklist, item, lambda: self._edits(touched(self._values, self.given())))

    def action_preview(self, by: int) -> None:
        """Scroll what it would do."""
        scroll(self, by)

    def on_input_changed(self) -> None:
        """At every key."""
        self.look()

    def on_select_changed(self) -> None:
        """At every choice."""
        self.look()


class WordingBox(WordsBox):
    """An item's wording in one language, for every client; below it how it would read and what it would do."""

    BINDINGS: ClassVar[list[BindingType]] = _SCROLLED

    def __init__(
        self,
        title: str,
        drafts: dict[str, str],
        draft: str,
        about: tuple[House, Checklist, Item],
        language: str,
        edits: Callable[[str], Edits],
        keep: Keep,
        hints: Look,
    ) -> None:
        seen, checklist, item = about
        names = ", ".join(f"${{{name}}}" for name in fields_of(seen.rules, checklist, item))
        hint = _("Filled in for each client: {fields}").format(fields=names) if names else ""
        super().__init__(title, hint, drafts, draft, raw_text(seen.rules, item, language), hints=hints)
        self._about = about
        self._language = language
        self._edits = edits
        self._keep = keep

    def body(self) -> Iterable[Widget]:
        """The box, and what the text would do."""
        yield from super().body()
        yield Pane(id="preview")

    def action_preview(self, by: int) -> None:
        """Scroll what it would do."""
        scroll(self, by)

    def on_mount(self) -> None:
        """What it does is there before the first key."""
        self.look()

    def on_text_area_changed(self) -> None:
        """At every key."""
        self.look()

    def look(self) -> None:
        """Show what would be if this were saved."""
        show(self, *self._about, lambda: self._edits(self.query_one(TextArea).text), self._language)

    def action_save(self) -> None:
        """Have it kept, and leave; or say what is wrong, and stay."""
        text = self.query_one(TextArea).text
        try:
            self._keep(self._edits(text))
        except VoorafError as error:
            tell(self, error)
        else:
            super().action_save()


def show(
    box: Widget, seen: House, checklist: Checklist, item: Item, edits: Callable[[], Edits], first: str = ""
) -> None:
    """Show in the box's preview what these edits would do, or what is wrong with them."""
    try:
        after = with_edits(seen.rules, edits())
    except VoorafError as error:
        tell(box, error)
    else:
        box.query_one("#preview", Pane).show(
            lambda width: preview(seen, after, checklist, item, width, first)
        )


def scroll(box: Widget, by: int) -> None:
    """Scroll the preview by a page, less a line."""
    pane = box.query_one("#preview", Pane)
    pane.scroll_relative(y=by * max(pane.size.height - 1, 1), animate=False, force=True)


def tell(box: Widget, error: VoorafError) -> None:
    """Say in the preview what is wrong."""
    said = f"{error.sentence(_)} {error.hint_line(_)}".strip()

    def lines(width: int) -> Iterable[Line]:
        return paragraph(said, width, "must")

    box.query_one("#preview", Pane).show(lines)


def raw_text(rules: HouseRules, item: Item, language: str) -> str:
    """The wording as it is written, with its fields: the owner's own, else the checklist's."""
    return text_in(texts_of(item, rules), language)


def _value_blank(field: Field, checklist: Checklist, rules: HouseRules) -> Blank:
    usual = look_up(field, {}, HouseRules())
    hint = value_word(field.name, usual.value, checklist) if usual else none_yet(field)
    choices = [(key, text_in(texts, spoken())) for key, texts in field.options.items()]
    if choices:
        choices.insert(0, ("", hint))
    return Blank(
        field.name, field_label(field.name, checklist), typed(rules.values.get(field.name, "")), hint, choices
    )


def language_box(item: Item, rules: HouseRules) -> ChoiceBox:
    """In which language the wording is to be written."""
    own = rules.say.get(item.key, {})
    choices = [
        (each, " · ".join(filter(None, (language_word(each), _("your words") if each in own else ""))))
        for each in LANGUAGES
    ]
    title = _("Wording: {item}").format(item=text_in(item.title, spoken()))
    return ChoiceBox(title, choices, _("In which language?"), rules.language)


def checklist_box(seen: House, chosen: str) -> ChoiceBox:
    """Which checklist is shown."""
    choices = []
    for checklist in seen.checklists:
        count = seen.told.checklists.get(checklist.key, 0)
        clients = ngettext("{count} client", "{count} clients", count).format(count=count)
        choices.append((checklist.key, f"{text_in(checklist.title, spoken())} · {clients}"))
    return ChoiceBox(_("Which checklist?"), choices, "", chosen)


def reset_box(seen: House, checklist: Checklist, item: Item) -> ChoiceBox | None:
    """What of an item goes back to how the checklist has it; ``None`` when nothing is the owner's own.

    Gives a path of the house rules with its parts behind each other: ``say revisions``, ``value rate``.
    """
    rules = seen.rules
    choices = [(KEEP, _("Keep everything as it is"))]
    own = rules.say.get(item.key, {})
    if own:
        languages = ", ".join(language_word(each) for each in own)
        choices.append(
            (f"say {item.key}", _("Take back your words ({languages})").format(languages=languages))
        )
    for name in fields_of(rules, checklist, item):
        if name in rules.values:
            was = value_word(name, rules.values[name], checklist)
            usual = look_up(checklist.fields[name], {}, HouseRules())
            now = value_word(name, usual.value, checklist) if usual else _("no value")
            said = _("Take back {field}: {was} becomes {now}")
            label = field_label(name, checklist)
            choices.append((f"value {name}", said.format(field=label, was=was, now=now)))
    if len(choices) == 1:
        return None
    hint = _("You get the checklist's own back. Key u undoes it.")
    return ChoiceBox(_("Take back: {item}").format(item=text_in(item.title, spoken())), choices, hint)


def owner_blanks(rules: HouseRules, trades: Sequence[tuple[str, str]]) -> tuple[Blank, ...]:
    """The owner's name, trade and language with clients."""
    languages = [(each, language_word(each)) for each in LANGUAGES]
    return (
        Blank("name", _("Your name or business"), rules.name, _("stands under your letters")),
        Blank("trade", _("What you do"), rules.trade, choices=trades),
        Blank("language", _("Language with clients"), rules.language, choices=languages),
    )
