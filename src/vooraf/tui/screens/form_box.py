"""A few fields with a label each: a new client, a profile, values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Label, Select, Static, TextArea

from vooraf.errors import N_, VoorafError
from vooraf.locale import _
from vooraf.tui.screens.dialog import Dialog
from vooraf.tui.widgets.drop_down import DropDown
from vooraf.tui.widgets.paint import findable, one_line, safe

if TYPE_CHECKING:
    from vooraf.tui.app import VoorafApp

Given = Mapping[str, str]
"""What was typed, by the field's name."""


class Blank(NamedTuple):
    """One field of a form.

    ``hint`` stands in it while it is empty; ``choices`` (key, text) make it a choice; ``lines`` more than
    one make it a box for several lines.
    """

    name: str
    label: str
    value: str = ""
    hint: str = ""
    choices: Sequence[tuple[str, str]] = ()
    lines: int = 1


class FormBox(Dialog[Given]):
    """Gives what was typed, after ``keep`` has taken it; a fault of ``keep`` is told in the box.

    ``first`` names the field to begin in. What is left with escape is there again in the next box with the
    same ``draft``; without one it is gone.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        # Before all others: what is typed at once behind it belongs in the next field. Saving comes after what
        # was typed before it.
        Binding("tab", "app.focus_next", N_("next"), id="form.next", priority=True),
        Binding("ctrl+s", "save", N_("save"), key_display="^s", id="form.save"),
    ]

    def __init__(
        self,
        title: str,
        blanks: Sequence[Blank],
        keep: Callable[[Given], object],
        hint: str = "",
        first: str = "",
        *,
        draft: str = "",
    ) -> None:
        super().__init__(title)
        self._blanks = blanks
        self._keep = keep
        self._hint = hint
        self._first = first
        self._draft = draft

    @property
    def _drafts(self) -> dict[str, str]:
        """What was typed and not saved, by form and field."""
        return cast("VoorafApp", self.app).drafts

    def body(self) -> Iterable[Widget]:
        """The hint, the fields, and room for a fault."""
        if self._hint:
            yield Static(safe(self._hint), classes="dialog--hint")
        with VerticalScroll(can_focus=False):
            for blank in self._blanks:
                with Horizontal(classes="blank"):
                    yield Label(safe(blank.label))
                    yield _field(blank, self._begun(blank))
        yield Static("", classes="dialog--fault", markup=False)

    def on_mount(self) -> None:
        """Begin in the field that was asked for, else in the first."""
        self.query_one(".dialog--fault").display = False
        for blank in self._blanks:
            if not blank.choices:  # what is only chosen is no text
                cast("VoorafApp", self.app).name_draft(self._place(blank), f"{self._title}, {blank.label}")
        names = [blank.name for blank in self._blanks]
        self.query_one(f"#blank-{self._first if self._first in names else names[0]}").focus()

    def _begun(self, blank: Blank) -> str:
        return self._drafts.get(self._place(blank), blank.value) if self._draft else blank.value

    def _place(self, blank: Blank) -> str:
        return f"{self._draft}: {blank.name}"

    def given(self) -> Given:
        """What stands in the fields now."""
        return {blank.name: self._typed(blank) for blank in self._blanks}

    def _typed(self, blank: Blank) -> str:
        field = self.query_one(f"#blank-{blank.name}")
        if isinstance(field, TextArea):
            return field.text
        if isinstance(field, Select):
            return "" if field.is_blank() else str(field.value)
        return field.value if isinstance(field, Input) else ""

    def on_input_submitted(self) -> None:
        """Enter goes to the next field, and saves in the last."""
        last = self.query_one(f"#blank-{self._blanks[-1].name}")
        if self.focused is last:
            self.action_save()
        else:
            self.focus_next()

    def action_save(self) -> None:
        """Have it taken, and leave; or say what is wrong, and stay."""
        given = self.given()
        try:
            self._keep(given)
        except VoorafError as error:
            said = f"{error.sentence(_)} {error.hint_line(_)}".strip()
            told = self.query_one(".dialog--fault", Static)
            told.update(safe(said))
            told.display = True
            self.add_class("-fault")  # room for it, with the keys of the box still in sight
        else:
            if self._draft:
                for blank in self._blanks:
                    self._drafts.pop(self._place(blank), None)
            self.dismiss(given)

    def action_leave(self) -> None:
        """Leave, and keep the draft."""
        self.hold(self.given())
        self.dismiss(None)

    def hold(self, given: Given) -> None:
        """Keep what was typed as a draft, as far as it isn't what was there before."""
        if self._draft:
            for blank in self._blanks:
                self._drafts.pop(self._place(blank), None)
            self._drafts.update(self.changed(given))

    def changed(self, given: Given | None = None) -> dict[str, str]:
        """Of what was typed, or stands in the fields, what wasn't there before, by its draft's name."""
        now = self.given() if given is None else given
        return {
            self._place(blank): now[blank.name] for blank in self._blanks if now[blank.name] != blank.value
        }


def _field(blank: Blank, value: str) -> Widget:
    name = f"blank-{blank.name}"
    if blank.choices:
        options = [(findable(text), key) for key, text in blank.choices]
        if value in dict(blank.choices):
            return DropDown(options, value=value, allow_blank=False, compact=True, id=name)
        return DropDown(options, prompt=one_line(blank.hint) or "–", compact=True, id=name)
    if blank.lines > 1:
        area = TextArea(value, soft_wrap=True, tab_behavior="focus", compact=True, id=name)
        area.styles.height = blank.lines
        return area
    return Input(value, placeholder=one_line(blank.hint), compact=True, id=name)
