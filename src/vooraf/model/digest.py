"""A short text that stands for a longer one."""

from __future__ import annotations

try:
    # What Python has of its own, in a module that has another name since 3.12. hashlib brings along OpenSSL,
    # 3 ms; it is the faster one from some kilobytes on, so whole files still go there.
    from _sha256 import sha256  # type: ignore[import-not-found] # no stubs
except ImportError:  # pragma: no cover - which of them runs is the version's
    try:
        from _sha2 import sha256  # type: ignore[import-not-found] # no stubs
    except ImportError:
        from hashlib import sha256


def digest(text: str, length: int) -> str:
    """The first ``length`` (at most 64) hexadecimal digits of the SHA-256 of ``text``.

    What the file system gave as bytes that are no characters counts as those bytes.
    """
    found: str = sha256(text.encode("utf-8", "surrogateescape")).hexdigest()
    return found[:length]
