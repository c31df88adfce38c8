"""What goes into a meeting, and what waits for another time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.script_samples import OPEN_ITEM, checklist, client, states_of
from vooraf.model.selection import choose, chosen_before
from vooraf.model.standing import ItemState

BASE = states_of(client())[0]


def state(key: str, standing: str, *, must: bool = False) -> ItemState:
    return BASE._replace(item=BASE.item._replace(key=key, must=must), standing=standing, history=OPEN_ITEM)


def many(count: int, standing: str = "open") -> tuple[ItemState, ...]:
    return tuple(state(f"i{number}", standing) for number in range(count))


@pytest.mark.parametrize(("minutes", "items"), [(10, 7), (5, 2), (3, 0), (4, 1), (0, 0), (60, 12)])
def test_every_item_takes_a_minute_of_what_the_fixed_parts_leave(minutes: int, items: int) -> None:
    choice = choose(many(12), minutes, 3)

    assert choice.open == tuple(f"i{number}" for number in range(items))
    assert choice.later == tuple(f"i{number}" for number in range(items, 12))


def test_must_comes_first_then_changed_open_check_then_the_checklist_s_order() -> None:
    found = (
        state("told", "told"),
        state("open", "open"),
        state("changed", "changed"),
        state("must-told", "told", must=True),
        state("must-open", "open", must=True),
        state("must-changed", "changed", must=True),
        state("open-2", "open"),
    )

    assert choose(found, 0, 0).later == (
        "must-changed", "must-open", "must-told", "changed", "open", "open-2", "told",
    )  # fmt: skip


def test_what_is_chosen_stands_in_its_part_the_must_first() -> None:
    found = (state("a", "open"), state("b", "told"), state("c", "changed"), state("d", "open", must=True))

    choice = choose(found, 3, 0)

    assert (choice.changed, choice.open, choice.check, choice.later) == (("c",), ("d", "a"), (), ("b",))


def test_what_was_excepted_is_asked_first_and_checked_even_when_it_was_confirmed() -> None:
    found = (
        state("must", "open", must=True),
        state("told", "told"),
        state("agreed", "confirmed"),
        state("yes", "confirmed"),
    )

    choice = choose(found, 2, 0, {"told", "agreed"})

    assert (choice.check, choice.agreed, choice.later) == (("told", "agreed"), ("yes",), ("must",))
    assert choose(found, 0, 0, {"agreed"}).agreed == ("yes",)
    assert chosen_before(found, {"check": ("agreed",)}, {"agreed"}).check == ("agreed",)


def test_confirmed_is_agreed_and_waived_stands_nowhere() -> None:
    choice = choose((state("yes", "confirmed", must=True), state("no", "waived", must=True)), 10, 3)

    assert choice.agreed == ("yes",)
    assert not any((choice.changed, choice.open, choice.check, choice.later))


@given(
    st.lists(st.tuples(st.sampled_from(["open", "told", "confirmed", "changed", "waived"]), st.booleans())),
    st.integers(0, 90),
    st.integers(0, 9),
)
def test_every_item_stands_once_and_a_waived_one_not(
    items: list[tuple[str, bool]], minutes: int, fixed: int
) -> None:
    found = tuple(state(f"i{at}", standing, must=must) for at, (standing, must) in enumerate(items))

    choice = choose(found, minutes, fixed)

    placed = [key for keys in choice for key in keys]
    asked = len(choice.changed) + len(choice.open) + len(choice.check)
    assert sorted(placed) == sorted(each.item.key for each in found if each.standing != "waived")
    assert asked <= max(0, minutes - fixed)
    assert not choice.later or asked == max(0, minutes - fixed)


def test_a_meeting_that_goes_on_keeps_its_items_whatever_happened_to_them() -> None:
    found = (
        state("told-meanwhile", "told"),
        state("agreed-meanwhile", "confirmed"),
        state("waived-meanwhile", "waived"),
        state("agreed-unasked", "confirmed"),
        state("left", "open"),
    )

    choice = chosen_before(
        found, {"open": ("told-meanwhile", "waived-meanwhile"), "check": ("agreed-meanwhile",)}
    )

    assert choice.open == ("told-meanwhile", "waived-meanwhile")
    assert choice.check == ("agreed-meanwhile",)
    assert choice.changed == ()
    assert choice.agreed == ("agreed-unasked",)
    assert choice.later == ("left",)


def test_a_chosen_item_that_the_checklist_lost_is_left_out() -> None:
    assert chosen_before(many(1), {"open": ("gone", "i0")}).open == ("i0",)


def test_the_order_is_that_of_the_checklist_it_came_from() -> None:
    found = states_of(client(items={}))

    keys = [item.key for item in checklist().items()]
    musts = [item.key for item in checklist().items() if item.must]
    assert list(choose(found, 99, 0).open) == [*musts, *(key for key in keys if key not in musts)]
