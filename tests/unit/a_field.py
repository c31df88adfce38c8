"""A field of each type, and anything that may be given for one."""

from __future__ import annotations

from hypothesis import strategies as st

from vooraf.model.checklist import Field

OPTIONS = {
    "incl": {"en": "including VAT", "nl": "inclusief btw"},
    "excl": {"en": "excluding VAT", "nl": "exclusief btw"},
}


def a_field(kind: str) -> Field:
    return Field("rate", kind, {"en": "Rate", "nl": "Tarief"}, None, OPTIONS if kind == "choice" else {})


anything = st.one_of(
    st.text(),
    st.text("0123456789.,€ EURUSD%:-T"),
    st.integers(),
    st.just(16**4000),
    st.floats(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.booleans(),
    st.none(),
    st.sampled_from(("incl", "Excluding VAT", "1,5", "75.50 USD", "2026-11-24", "14:30")),
)
