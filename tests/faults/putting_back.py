"""A synchroniser that puts old files back: ``putting_back.py FILE SEED``, until its input ends.

Again and again it keeps the file as it is, and some moments later puts that in its place, by a rename.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path
from random import Random


def main(path: str, seed: str) -> None:
    """Print how often the file was put back."""
    random, ended, count = Random(int(seed)), threading.Event(), 0
    threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
    while not ended.is_set():
        old = Path(path).read_bytes()
        time.sleep(random.uniform(0, 0.04))
        half = f"{path}.syncthing.tmp"
        Path(half).write_bytes(old)
        if Path(path).read_bytes() != old:
            os.replace(half, path)
            count += 1
    sys.stdout.write(f"{count}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
