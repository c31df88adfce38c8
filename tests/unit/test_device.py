"""This device: its folders, its name in ids, new ids."""

from __future__ import annotations

import errno
import os
import stat
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from platformdirs import user_config_path, user_state_path

from tests.factories import NOW, Refusing, texts
from vooraf.errors.disk import StateUnwritable
from vooraf.storage.device import (
    ALPHABET,
    config_folder,
    device_name,
    letters,
    made_by_vooraf,
    new_id,
    state_folder,
)

if TYPE_CHECKING:
    from pathlib import Path


def chance(seed: int = 1) -> Random:
    return Random(seed)


def test_settings_and_state_are_where_the_system_keeps_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "/c")
    monkeypatch.setenv("XDG_STATE_HOME", "/s")
    assert config_folder() == str(user_config_path("vooraf", appauthor=False))
    assert state_folder() == str(user_state_path("vooraf", appauthor=False))


def test_letters_are_those_that_cannot_be_mistaken_when_read_out() -> None:
    assert len(set(ALPHABET)) == 32
    assert not set("ilou") & set(ALPHABET)
    assert letters(lambda count: bytes(range(count)), 32) == ALPHABET
    assert letters(lambda _: b"\xff", 1) == ALPHABET[31]


def test_the_name_of_a_device_is_chosen_once(tmp_path: Path) -> None:
    state = tmp_path / "state"
    name = device_name(str(state), chance(1).randbytes)
    assert len(name) == 4
    assert device_name(str(state), chance(2).randbytes) == name
    assert (state / "device").read_text() == f"{name}\n"
    assert stat.S_IMODE((state / "device").stat().st_mode) == 0o600
    assert stat.S_IMODE(state.stat().st_mode) == 0o700


@pytest.mark.parametrize("content", [b"", b"ab", b"abcdefgh\n", b"ab\xff\xff\n", b"abci\n"])
def test_a_name_that_is_none_is_chosen_again(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "device").write_bytes(content)
    name = device_name(str(tmp_path), chance().randbytes)
    assert (tmp_path / "device").read_text() == f"{name}\n"


def test_a_name_that_cannot_be_kept_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StateUnwritable):
        device_name(str(tmp_path / "file" / "state"), chance().randbytes)
    (tmp_path / "folder" / "device").mkdir(parents=True)
    with pytest.raises(StateUnwritable, match="is a directory"):
        device_name(str(tmp_path / "folder"), chance().randbytes)
    monkeypatch.setattr(os, "fsync", Refusing(os.fsync, errno.ENOSPC))
    with pytest.raises(StateUnwritable, match="refused"):
        device_name(str(tmp_path), chance().randbytes)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "folder"]


def test_an_id_begins_with_the_time_and_ends_with_the_device() -> None:
    made = [new_id(NOW + timedelta(milliseconds=each), "ab12", chance(each).randbytes) for each in range(50)]
    assert made == sorted(made)
    assert len({each[:10] for each in made}) == 50
    assert all(each.endswith("-ab12") and len(each) == 31 for each in made)


def test_two_ids_of_one_moment_differ() -> None:
    random = chance().randbytes
    assert len({new_id(NOW, "ab12", random) for _ in range(1000)}) == 1000


@given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(3000, 1, 1)))
def test_every_id_is_known_as_vooraf_s(at: datetime) -> None:
    assert made_by_vooraf(new_id(at.replace(tzinfo=UTC), "ab12", chance().randbytes))


@given(texts)
def test_what_people_write_is_not(text: str) -> None:
    assert not made_by_vooraf(text)


@pytest.mark.parametrize(
    "odd", ["", "-", "a-b", "0" * 26, "0" * 26 + "-ab1", "0" * 26 + "-abcde", "u" * 26 + "-ab12"]
)
def test_what_only_looks_like_one_is_not_either(odd: str) -> None:
    assert not made_by_vooraf(odd)
