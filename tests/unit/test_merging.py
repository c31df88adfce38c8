"""Two versions of a diary as one: nothing of either is lost, and nothing is made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import confirmed, event, texts, told, waived, written
from vooraf.errors.diary import MergedTooLarge, OtherClient, Unmergeable
from vooraf.model.events import ALTERED
from vooraf.storage import merging
from vooraf.storage.diary_blocks import BLANK, blocks
from vooraf.storage.diary_reader import read_diary
from vooraf.storage.merging import lacking_pieces, merged
from vooraf.storage.toml_text import event_text

BASE = (event("opened", 1, name="Noor", language="en", checklist="general"), told(2))
BEFORE = written(*BASE)


def with_events(*events):
    return BEFORE + b"".join(b"\n" + event_text(each).encode() for each in events)


def ids(content):
    return [each.id for each in read_diary(content, "").events]


def kept_together(content):
    """Every block of a diary, in no order."""
    return sorted(content[start:end].strip(BLANK) for start, end in blocks(content))


OURS = with_events(confirmed(3), event("note", 4, text="ours"))
THEIRS = with_events(waived(5), event("note", 6, text="theirs"))


def test_what_only_theirs_has_is_appended_verbatim_in_its_order():
    theirs = BEFORE + b'\n[[event]]\n# in my own hand\nkind   =  "note"\ntext="x"\n' + THEIRS[len(BEFORE) :]

    found = merged(BEFORE, OURS, theirs)

    assert found.content == OURS + theirs[len(BEFORE) :]
    assert found.taken == 3


def test_both_sides_get_the_same_blocks():
    assert kept_together(merged(BEFORE, OURS, THEIRS).content) == kept_together(
        merged(BEFORE, THEIRS, OURS).content
    )


def test_what_ours_has_already_changes_nothing():
    whole = merged(BEFORE, OURS, THEIRS).content

    for known in (BEFORE, OURS, THEIRS, whole):
        assert merged(BEFORE, whole, known) == (whole, 0, 0)


def test_an_event_that_an_editor_spelled_otherwise_is_the_same_one():
    respelled = OURS.replace(b'kind = "note"\ntext = "ours"', b'  text  = "ours"\r\n  kind="note" # mine')

    assert respelled != OURS
    assert merged(BEFORE, OURS, respelled) == (OURS, 0, 0)


def test_both_versions_of_one_event_stay():
    altered = OURS.replace(b"ours", b"mended by hand")

    found = read_diary(merged(BEFORE, OURS, altered).content, "").events

    assert [(each.id, each.text("text")) for each in found[-2:]] == [
        (found[-1].id, "ours"),
        (found[-1].id, "mended by hand"),
    ]
    assert found[-1].trust == ALTERED


def test_what_one_side_took_out_stays_and_is_counted():
    without = written(BASE[0])

    assert merged(BEFORE, BEFORE, without) == (BEFORE, 0, 1)
    assert ids(merged(BEFORE, without, BEFORE).content) == ids(BEFORE)
    assert merged(BEFORE, without, BEFORE).returned == 1
    assert merged(BEFORE, without, without) == (without, 0, 0)


HAND = b'\n[[event]]\nkind = "note"\ntext = "by hand"\n'


@pytest.mark.parametrize(("ours", "theirs", "whole"), [(1, 0, 1), (0, 1, 1), (1, 1, 1), (1, 3, 3), (2, 1, 2)])
def test_an_event_by_hand_stands_as_often_as_in_the_side_that_has_it_most(ours, theirs, whole):
    found = merged(BEFORE, BEFORE + HAND * ours, BEFORE + HAND * theirs).content

    assert found.count(HAND) == whole


def test_a_text_by_hand_over_several_lines_stays_one_event():
    quoted = b'\n[[event]]\nkind = "note"\ntext = """\n[[event]]\nkind = "told"\n"""\n'

    assert merged(BEFORE, OURS, BEFORE + quoted).content == OURS + quoted


@pytest.mark.parametrize(
    "torn",
    [
        b'[[event]]\nseq = 7\nid = "01m81htw380000000000000009-ab12"\nat = 2026-11-22T09:0',
        b"[[event]]\nkind = 12",
        b'[[event]]\nkind = "note"\ntext = """never closed',
        b"junk behind a seal",
        b"\xff\xfe",
    ],
)
def test_what_cannot_be_read_is_kept_too_byte_for_byte_and_once(torn):
    theirs = THEIRS + b"\n" + torn + b"\0\0\0"

    whole = merged(BEFORE, OURS, theirs).content

    assert whole.endswith(b"\n" + torn + b"\n")
    assert whole.count(torn) == 1
    assert ids(whole) == ids(OURS) + ids(THEIRS)[2:]
    assert merged(BEFORE, whole, theirs).content == whole


def test_junk_between_two_events_is_no_part_of_either():
    first, second = with_events(waived(5)), event_text(event("note", 6, text="theirs")).encode()

    found = merged(BEFORE, OURS, first + b"junk\n\n" + second).content

    assert found == OURS + first[len(BEFORE) :] + b"\n" + second + b"\n[[event]]\njunk\n"


@pytest.mark.parametrize("end", [b"", b"\0\0\0\0", b'\n[[event]]\nseq = 9\ntext = "cut o', b"\n<<<<<<<"])
def test_an_end_that_was_torn_off_in_ours_stays_and_hides_nothing(end):
    ours = OURS.rstrip() + end

    found = merged(BEFORE, ours, THEIRS).content

    assert found.startswith(ours)
    assert ids(found) == ids(OURS) + ids(THEIRS)[2:]


def test_junk_among_the_first_lines_of_theirs_is_kept():
    theirs = b"sch\n" + THEIRS

    assert merged(BEFORE, OURS, theirs).content.endswith(b"\nsch\n")


def test_junk_becomes_no_part_of_what_stands_before_it():
    ours, theirs = BEFORE + HAND, BEFORE + b"junk\n"

    found = merged(BEFORE, ours, theirs).content

    assert found == ours + b"\n[[event]]\njunk\n"
    assert ids(found) == ids(ours)
    assert merged(BEFORE, found, theirs).content == found


def test_an_empty_diary_gets_all_of_the_other():
    assert merged(b"", b"", THEIRS).content == THEIRS
    assert merged(b"", THEIRS, b"").content == THEIRS
    assert merged(b"", b"", b"").content == b""


def test_the_version_that_says_whose_it_is_comes_first():
    headless = b"".join(b"\n" + event_text(each).encode() for each in (told(8),))

    found = read_diary(merged(b"", headless, THEIRS).content, "")

    assert found.client == "k7q2m9"
    assert [each.id for each in found.events] == [*ids(THEIRS), told(8).id]


MARKED = (
    BEFORE
    + b"<<<<<<< HEAD\n"
    + OURS[len(BEFORE) :]
    + b"=======\n"
    + THEIRS[len(BEFORE) :]
    + b">>>>>>> other\n"
    + event_text(event("note", 9, text="behind")).encode()
)


def test_both_sides_of_a_conflict_that_was_committed_are_taken():
    found = merged(BEFORE, OURS, MARKED).content

    behind = b"\n" + event_text(event("note", 9, text="behind")).encode()
    assert found == OURS + behind + THEIRS[len(BEFORE) :]


def test_a_conflict_that_was_committed_in_ours_stays_and_grows():
    later = event_text(event("note", 10, text="later")).encode()

    found = merged(BEFORE, MARKED, THEIRS + b"\n" + later)

    assert found.content == MARKED + b"\n" + later
    assert merged(BEFORE, MARKED, MARKED) == (MARKED, 0, 0)


# -- when it can't be done -------------------------------------------------------------------------


def test_two_clients_are_not_put_together():
    with pytest.raises(OtherClient) as refused:
        merged(b"", written(told(1)), written(told(2), client="p3n8x1"))

    assert refused.value.data == {"one": "k7q2m9", "other": "p3n8x1"}


@pytest.mark.parametrize("spare", [-1, 0])
def test_more_than_is_read_of_a_diary_is_not_written(monkeypatch, spare):
    whole = merged(BEFORE, OURS, THEIRS).content
    monkeypatch.setattr(merging, "MOST_IN_A_FILE", len(whole) + spare)

    if spare == 0:
        assert merged(BEFORE, OURS, THEIRS).content == whole
    else:
        with pytest.raises(MergedTooLarge):
            merged(BEFORE, OURS, THEIRS)


def test_a_version_that_is_too_large_is_not_looked_at(monkeypatch):
    monkeypatch.setattr(merging, "MOST_IN_A_FILE", len(THEIRS) - 1)

    with pytest.raises(MergedTooLarge):
        merged(BEFORE, b"", THEIRS)


def test_what_would_not_read_as_before_is_not_written():
    """Events that stand among the first lines can't be carried over."""
    inline = b'schema = 1\nclient = "k7q2m9"\nevent = [{ kind = "note", text = "inline" }]\n'

    with pytest.raises(Unmergeable):
        merged(b"", BEFORE, inline)


# -- for every pair --------------------------------------------------------------------------------

pieces = st.one_of(
    st.builds(lambda seq, text: event_text(event("note", seq, text=text)).encode(), st.integers(3, 9), texts),
    st.builds(lambda text: event_text(event("note", 1, text=text)._replace(sum="")).encode(), texts),
    st.sampled_from(
        [HAND.strip() + b"\n", b'[[event]]\nkind = "note"\ntext = "to\n', b"rubbish\n", b"\0\0\0\n"]
    ),
    st.builds(lambda text: f"# {text!r}\n".encode(), texts),
)
versions = st.lists(pieces, max_size=6).map(lambda found: b"\n".join((BEFORE, *found)))


def said(content):
    return {(each.id, each.kind, str(each.data)) for each in read_diary(content, "").events}


@given(versions, versions)
def test_every_event_of_both_is_there_and_no_other(ours, theirs):
    found = merged(BEFORE, ours, theirs).content

    assert found.startswith(ours)
    assert said(found) == said(ours) | said(theirs)
    assert merged(BEFORE, found, theirs).content == found
    assert not lacking_pieces(merged(BEFORE, theirs, ours).content, found)
    assert not lacking_pieces(found, merged(BEFORE, theirs, ours).content)


@given(versions, st.integers(0, 400))
def test_a_version_that_was_cut_off_anywhere_loses_nothing(theirs, cut):
    ours = OURS[: len(OURS) - cut]

    found = merged(BEFORE, ours, theirs).content

    assert said(found) == said(ours) | said(theirs)
