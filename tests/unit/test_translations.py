import string

from tests.catalogue import MO, PO, as_mo, as_po, extracted, read


def _texts(catalogue):
    return {message.id for message in catalogue if message.id}


def _all_of(text):
    return list(text) if isinstance(text, tuple | list) else [text]


def test_every_text_of_the_source_is_in_the_catalogue():
    missing = _texts(extracted()) - _texts(read())
    assert not missing, "run: python -m tests.catalogue"


def test_no_text_of_the_catalogue_is_stale():
    stale = _texts(read()) - _texts(extracted())
    assert not stale, "run: python -m tests.catalogue"


def test_every_text_has_its_dutch():
    empty = [message.id for message in read() if message.id and not all(_all_of(message.string))]
    assert not empty


def test_no_text_is_marked_as_a_guess():
    assert not [message.id for message in read() if message.fuzzy and message.id]


def test_the_names_in_a_text_are_those_of_its_dutch():
    def names(text):
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    different = [
        message.id
        for message in read()
        if message.id
        for translated in _all_of(message.string)
        if not names(translated) <= set().union(*(names(each) for each in _all_of(message.id)))
        or (isinstance(message.id, str) and names(translated) != names(message.id))
    ]
    assert not different


def test_the_compiled_catalogue_is_the_one_that_is_read():
    assert MO.read_bytes() == as_mo(read()), "run: python -m tests.catalogue"
    assert PO.read_bytes() == as_po(read()), "run: python -m tests.catalogue"
