"""The answers of a question, one of which is chosen."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import OptionList

from vooraf.errors import N_


class Choices(OptionList):
    """A list of answers; enter gives the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", N_("choose"), key_display="enter", id="choice.choose"),
    ]
