"""Our own ``NamedTuple`` does what that of ``typing`` does."""

from __future__ import annotations

import pickle
import typing

import pytest

from vooraf.model.record import NamedTuple


class Point(NamedTuple):
    """A place."""

    x: int
    y: int
    label: str = "here"
    tags: tuple[str, ...] = ()

    @property
    def far(self) -> bool:
        return self.x > 10

    def moved(self, by: int) -> Point:
        return self._replace(x=self.x + by)


class Same(typing.NamedTuple):
    """A place."""

    x: int
    y: int
    label: str = "here"
    tags: tuple[str, ...] = ()


@pytest.mark.parametrize(
    ("values", "named"),
    [((1, 2), {}), ((1,), {"y": 2}), ((), {"y": 2, "x": 1}), ((1, 2, "there"), {"tags": ("a",)})],
)
def test_made_by_place_and_by_name_it_is_the_same_tuple(values, named):
    made, same = Point(*values, **named), Same(*values, **named)
    assert tuple(made) == tuple(same)
    assert made == same
    assert hash(made) == hash(same)
    assert (made.x, made.y, made.label, made.tags) == (same.x, same.y, same.label, same.tags)


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), ((1,), {}), ((1, 2, 3, 4, 5), {}), ((1, 2), {"x": 3}), ((1, 2), {"z": 3})],
)
def test_what_doesnt_fit_is_refused_by_both(values, named):
    for kind in (Same, Point, Point):  # a class's first one takes another way
        with pytest.raises(TypeError):
            kind(*values, **named)


def test_the_helpers_of_a_named_tuple():
    made = Point(1, 2)
    assert Point._fields == Same._fields
    assert Point._field_defaults == Same._field_defaults
    assert Point.__match_args__ == Same.__match_args__
    assert made._asdict() == Same(1, 2)._asdict()
    assert made._replace(y=5) == Same(1, 5)
    assert type(made._replace(y=5)) is Point
    assert Point._make([1, 2, "a", ()]) == Same(1, 2, "a")
    assert repr(made) == repr(Same(1, 2)).replace("Same", "Point")
    assert pickle.loads(pickle.dumps(made)) == made
    assert type(pickle.loads(pickle.dumps(made))) is Point


def test_a_field_that_there_is_not_is_told():
    with pytest.raises(ValueError, match="z"):
        Point(1, 2)._replace(z=3)
    with pytest.raises(TypeError, match="4 values, not 1"):
        Point._make([1])


def test_it_has_methods_but_holds_nothing_else_and_stays_as_it_is():
    made = Point(11, 2)
    assert made.far
    assert made.moved(1) == (12, 2, "here", ())
    assert not hasattr(made, "__dict__")
    with pytest.raises(AttributeError):
        made.x = 3


def test_a_pattern_takes_it_apart():
    match Point(1, 2):
        case Point(x, y):
            assert (x, y) == (1, 2)
        case _:
            pytest.fail("no match")
