"""The translations of one language, looked up in the file that ``msgfmt`` and Babel make (``.mo``).

``gettext`` reads the whole file and brings along re: 8 ms for the one sentence that a command says. In the
file the texts are sorted, so one is found in it in ten steps.
"""

from __future__ import annotations

_LITTLE = b"\xde\x12\x04\x95"


class Catalogue:
    """``content`` is the file's; its plural must be English's and Dutch's: one, and everything else."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._order = content.startswith(_LITTLE)
        self._count, self._texts, self._translations = (self._number(at) for at in (8, 12, 16))
        self._found: dict[str, tuple[str, ...]] = {}

    def one(self, text: str) -> str:
        """The translation of ``text``; the text itself when it has none."""
        forms = self._forms(text)
        return forms[0] if forms else text

    def plural(self, one: str, many: str, count: int) -> str:
        """The translation of ``one`` or ``many``, by ``count``."""
        forms = self._forms(one) or (one, many)
        return forms[0 if count == 1 else -1]

    def _forms(self, text: str) -> tuple[str, ...]:
        if text not in self._found:
            self._found[text] = self._look_up(text.encode())
        return self._found[text]

    def _look_up(self, text: bytes) -> tuple[str, ...]:
        first, last = 0, self._count
        while first < last:
            middle = (first + last) // 2
            found = self._entry(self._texts, middle).partition(b"\0")[0]  # behind it stands the plural
            if found == text:
                return tuple(self._entry(self._translations, middle).decode().split("\0"))
            first, last = (middle + 1, last) if found < text else (first, middle)
        return ()

    def _entry(self, table: int, place: int) -> bytes:
        length, start = (self._number(table + 8 * place + more) for more in (0, 4))
        return self._content[start : start + length]

    def _number(self, at: int) -> int:
        return int.from_bytes(self._content[at : at + 4], "little" if self._order else "big")
