"""The Dutch catalogue: what is extracted from the source, and how it is brought up to date.

    python -m tests.catalogue          merge the source's texts into the .po file and compile it

New texts stand there empty, to be written; texts that are no longer in the source are dropped. A test
compares the three, so that nothing is missing or stale.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "vooraf"
FOLDER = SOURCE / "locale" / "nl" / "LC_MESSAGES"
PO, MO = FOLDER / "vooraf.po", FOLDER / "vooraf.mo"
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
"""The date in the compiled file: always the same, so that the same texts give the same file."""

KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}


def extracted() -> Catalog:
    """Every text that the source marks, with the file that it stands in."""
    catalogue = Catalog(project="vooraf", version="", charset="utf-8")
    found = extract_from_dir(str(SOURCE), [("**.py", "python")], keywords=KEYWORDS)
    for file, _line, message, comments, context in sorted(found, key=lambda each: (each[0], each[1])):
        if message:
            catalogue.add(message, None, [(file, None)], auto_comments=comments, context=context)
    return catalogue


def read() -> Catalog:
    """The catalogue as it stands."""
    if not PO.exists():
        return Catalog(locale="nl", project="vooraf", charset="utf-8")
    with PO.open("rb") as file:
        return read_po(file, locale="nl")


def as_po(catalogue: Catalog) -> bytes:
    """The catalogue as the text of its file; without dates, so that the same texts give the same file."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=110, omit_header=True, include_lineno=False, ignore_obsolete=True)
    return b'msgid ""\nmsgstr ""\n"Language: nl\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n' + (
        b'"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n' + buffer.getvalue()
    )


def as_mo(catalogue: Catalog) -> bytes:
    """The catalogue as the program reads it."""
    buffer = io.BytesIO()
    plain = Catalog(locale="nl", charset="utf-8", header_comment="")
    for message in catalogue:
        if message.id and message.string and any(message.string):
            plain.add(message.id, message.string, context=message.context)
    plain.revision_date = plain.creation_date = LONG_AGO
    write_mo(buffer, plain)
    return buffer.getvalue()


def main() -> None:
    """Bring the catalogue up to date."""
    catalogue = read()
    catalogue.update(extracted(), no_fuzzy_matching=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(as_po(catalogue))
    MO.write_bytes(as_mo(catalogue))
    empty = [message.id for message in catalogue if message.id and not message.string]
    print(f"{len(catalogue)} texts, {len(empty)} without Dutch")  # noqa: T201 - a tool that reports


if __name__ == "__main__":
    main()
