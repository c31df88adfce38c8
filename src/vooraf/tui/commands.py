"""The commands of the screen, found by name: what the palette searches."""

from __future__ import annotations

from textual.binding import Binding
from textual.command import Hit, Hits
from textual.system_commands import SystemCommandsProvider

from vooraf.locale import _


def command_name(binding: Binding) -> str:
    """What a key is called in the palette: its name as the foot of the screen has it, and what it does.

    Both can be searched for: whoever reads "H house rules" looks for those words.
    """
    name = _(binding.description)
    does = _(binding.tooltip) if binding.tooltip else ""
    title = f"{name}: {does}" if does and name.casefold() not in does.casefold() else does or name
    return title[:1].upper() + title[1:]


class Commands(SystemCommandsProvider):
    """The screen's own commands; where none is called that, a line that says so in the screen's language."""

    async def search(self, query: str) -> Hits:
        """The commands that ``query`` fits, and for want of one where all keys stand."""
        found = False
        async for hit in super().search(query):
            found = True
            yield hit
        if not found:
            yield Hit(
                1,
                _("No command of this screen is called that."),
                self._help,
                help=_("enter shows all its keys"),
            )

    async def _help(self) -> None:
        await self.screen.run_action("help")
