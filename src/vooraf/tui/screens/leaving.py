"""The question before Vooraf is left while there are texts that weren't saved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from vooraf.errors import N_
from vooraf.locale import _, ngettext
from vooraf.tui.screens.choice_box import ChoiceBox
from vooraf.tui.screens.form_box import FormBox
from vooraf.tui.screens.words_box import WordsBox
from vooraf.tui.widgets.paint import fitted, one_line

if TYPE_CHECKING:
    from vooraf.tui.app import VoorafApp

STAY, LEAVE = "stay", "leave"
_MOST_NAMED = 4
_MOST_CELLS = 40

Text = tuple[str, str]
"""What the box is called, and the text that was typed in it."""


class LeavingBox(ChoiceBox):
    """Whether these texts may go."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # To leave the box is to stay in Vooraf: other boxes' word for this key says the opposite here.
        Binding("escape,ctrl+left", "leave", N_("stay"), key_display="esc", id="dialog.leave"),
    ]

    def __init__(self, texts: Sequence[Text]) -> None:
        count = len(texts)
        title = ngettext("{count} text isn't saved", "{count} texts aren't saved", count)
        told = [f"{one_line(name)}: “{_beginning(text)}”" for name, text in texts[:_MOST_NAMED]]
        if more := count - len(told):
            told.append(ngettext("and {count} other", "and {count} others", more).format(count=more))
        kept = ngettext(
            "Vooraf keeps it only until you leave. The same key as before opens it again.",
            "Vooraf keeps them only until you leave. The same key as before opens each again.",
            count,
        )
        told.append(kept)
        choices = ((STAY, _("Stay")), (LEAVE, _("Leave without saving")))
        super().__init__(title.format(count=count), choices, "\n".join(told))


def leave(app: VoorafApp) -> None:
    """Leave, when nothing would be lost; else ask, once."""
    if any(isinstance(screen, LeavingBox) for screen in app.screen_stack):
        return
    texts = unsaved(app)
    if not texts:
        app.exit()
        return

    def answered(answer: str | None) -> None:
        if answer == LEAVE:
            app.exit()

    app.push_screen(LeavingBox(texts), answered)


def unsaved(app: VoorafApp) -> list[Text]:
    """The texts that nothing but this window has: the drafts, and what stands in a box that is open."""
    texts = dict(app.drafts)
    for screen in app.screen_stack:
        if isinstance(screen, WordsBox | FormBox) and screen.is_mounted:
            texts |= screen.changed()
    names = app.draft_titles
    return [(names[place], text) for place, text in texts.items() if place in names and text.strip()]


def _beginning(text: str) -> str:
    line = one_line(" ".join(text.split()))
    return fitted(line, _MOST_CELLS).rstrip()
