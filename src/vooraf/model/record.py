"""``NamedTuple`` as ``typing`` has it, at a tenth of the price.

Every start makes some fifty of these classes. ``typing`` takes 5 ms to be imported (with ``re``, which it
brings along) and 135 µs for a class, because it compiles every annotation and a ``__new__``; this takes 15 µs,
and compiles a ``__new__`` when a class is first used. Type checkers are shown the real one.
"""

from __future__ import annotations

from collections import _tuplegetter  # type: ignore[attr-defined] # what namedtuple itself is made with

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414 - exported under its own name
    from typing import Self


class _Record(tuple[object, ...]):
    """What all of them can do. A name that begins with an underscore is no field's."""

    __slots__ = ()
    _fields: tuple[str, ...] = ()
    _field_defaults: Mapping[str, object] = {}

    def __new__(cls, *values: object, **named: object) -> Self:
        """The first of its class: from now on the class makes its own."""
        made = _maker(cls._fields, cls._field_defaults)
        type.__setattr__(cls, "__new__", made)
        return made(cls, *values, **named)  # type: ignore[no-any-return] # made from text

    @classmethod
    def _make(cls, values: Iterable[object]) -> Self:
        found = tuple.__new__(cls, values)
        if len(found) != len(cls._fields):
            raise TypeError(f"{cls.__name__} takes {len(cls._fields)} values, not {len(found)}")
        return found

    def _replace(self, **changes: object) -> Self:
        found = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise ValueError(f"{type(self).__name__} has no {', '.join(changes)}")
        return found

    def _asdict(self) -> dict[str, object]:
        return dict(zip(self._fields, self, strict=True))

    def __repr__(self) -> str:
        shown = (f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({', '.join(shown)})"

    def __getnewargs__(self) -> tuple[object, ...]:
        return tuple(self)


def _maker(fields: tuple[str, ...], defaults: Mapping[str, object]):  # type: ignore[no-untyped-def] # noqa: ANN202
    """A ``__new__`` with these fields as its parameters, as fast as one that is written out."""
    given = ", ".join(f"{name}=_defaults[{name!r}]" if name in defaults else name for name in fields)
    taken = "".join(f"{name}, " for name in fields)
    known = {"_new": tuple.__new__, "_defaults": defaults}
    return eval(f"lambda _cls, {given}: _new(_cls, ({taken}))", known)  # noqa: S307 - names of our own


class _Maker(type):
    """Makes of the annotations in a class's body the fields of a tuple."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, object]) -> type:
        if not bases:
            return super().__new__(cls, name, bases, body)
        fields: tuple[str, ...] = tuple(body.get("__annotations__", ()))  # type: ignore[arg-type] # a dict
        defaults = {field: body[field] for field in fields if field in body}
        own = {field: _tuplegetter(place, "") for place, field in enumerate(fields)}
        about = {"_fields": fields, "_field_defaults": defaults, "__match_args__": fields, "__slots__": ()}
        return type(name, (_Record,), {**body, **own, **about})


if not TYPE_CHECKING:  # pragma: no branch

    class NamedTuple(metaclass=_Maker):
        """The base of a record, see the module."""
