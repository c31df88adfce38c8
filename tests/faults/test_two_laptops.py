"""Two laptops share a folder through a synchroniser, one of them with a clock that is an hour wrong.

Whatever is written on either, in whatever order it comes over: in the end both have the same, and nothing
that was said to be saved is missing.
"""

from __future__ import annotations

import shutil
import time
from datetime import timedelta
from functools import partial
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from tests.faults.syncing import CLIENT, Device, Synchroniser, drafts, out_of_order
from vooraf.errors import VoorafError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SHORT, WHOLE = 30, 1000
MOST_ROUNDS = 12
HOUR = timedelta(hours=1)


class History(NamedTuple):
    """What came of one history."""

    said: int
    refused: int
    conflicts: int
    rounds: int


def test_what_two_laptops_write_comes_together_whatever_the_synchroniser_does(
    tmp_path: Path, figure: Callable[[str], None], *, full: bool
) -> None:
    began = time.monotonic()
    found = []
    for seed in range(WHOLE if full else SHORT):
        folder = tmp_path / str(seed)
        found.append(history(folder, seed))
        shutil.rmtree(folder)
    said, refused, conflicts, _ = map(sum, zip(*found, strict=True))
    assert refused < said / 20
    assert conflicts > len(found)  # or the synchroniser did nothing hard
    figure(
        f"two laptops: {len(found)} histories in {time.monotonic() - began:.0f} s, {said} events said, "
        f"{conflicts} conflict copies: all there on both, in one order, the same bytes after at most "
        f"{max(each.rounds for each in found)} rounds; {refused} times refused and said"
    )


def history(folder: Path, seed: int) -> History:
    """Let two devices write and a synchroniser run, then see that both have all."""
    random = Random(seed)
    skew = random.choice((-HOUR, HOUR, HOUR * 0))
    laptop = Device(folder / "laptop", "ap01", HOUR * 0, random)
    desktop = Device(folder / "desktop", "ap02", skew, random)
    both = (laptop, desktop)
    synchroniser = Synchroniser(laptop, desktop, random)
    opened = [("opened", {"name": "Noor", "language": "en", "checklist": "general"})]
    laptop.write(0, opened, str(laptop.clients / f"noor-{CLIENT}.toml"))
    refused = 0

    device = laptop

    def act(step: int) -> None:
        nonlocal refused, device
        if random.random() < 0.5:  # mostly one of them is worked on for a while
            device = random.choice(both)
        if random.random() < 0.3:
            device.look(step)
        else:
            try:
                device.write(step, drafts(random, step))
            except VoorafError:  # said to be not saved, and not counted as saved
                refused += 1

    synchroniser.run(1, int)
    for step in range(1, random.randrange(16, 40)):
        if random.random() < 0.4:
            synchroniser.run(random.choice((0.5, 1)), partial(act, step))
        else:
            act(step)
    rounds = settle(synchroniser)
    for minute, device in enumerate(both, 1000):
        device.write(minute, [("note", {"text": f"after it all, on the {device.name}"})])
        rounds = max(rounds, settle(synchroniser))
    check(laptop, desktop, seed)
    return History(len(laptop.said) + len(desktop.said), refused, synchroniser.conflicts, rounds)


def settle(synchroniser: Synchroniser) -> int:
    """Synchronise, and start the screen on both, until nothing changes any more; gives how often."""
    for rounds in range(900, 900 + MOST_ROUNDS):
        moved = synchroniser.run(1, partial(synchroniser.one().look, rounds))
        before = [device.content() for device in synchroniser.devices]
        whole = [device.look(rounds) for device in synchroniser.devices]
        if not moved and all(whole) and before == [device.content() for device in synchroniser.devices]:
            return rounds - 900
    raise AssertionError("it goes back and forth")


def check(laptop: Device, desktop: Device, seed: int) -> None:
    """Both have the same files and the same client, with everything that was said to be saved."""
    content = laptop.content()
    assert content == desktop.content(), seed
    said = laptop.said | desktop.said
    clients = []
    for device in (laptop, desktop):
        device.leave()
        loaded = device.store.load(CLIENT)
        assert said.keys() == {each.id for each in loaded.client.events}, seed
        assert list(out_of_order(loaded.client, said)) == [], seed
        assert loaded.client.conflicts == (), seed
        assert loaded.problems == (), seed
        assert loaded.missing == (), seed
        clients.append(loaded.client)
    assert clients[0] == clients[1], seed
    assert laptop.content() == content, "a reader wrote"
