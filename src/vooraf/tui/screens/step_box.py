"""One of the first steps: a form that can be skipped."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from vooraf.errors import N_
from vooraf.tui.screens.form_box import FormBox


class StepBox(FormBox):
    """A form whose escape is a step forward."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+left", "leave", N_("skip this step"), key_display="esc", id="dialog.leave"),
        Binding("ctrl+s", "save", N_("keep, and go on"), key_display="^s", id="form.save"),
    ]
