"""Cursors of pages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import BadUserInput
from domain.pages import check_first, decode_cursor, encode_cursor

PARTS = st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"])), min_size=1)


@settings(deadline=None)
@given(PARTS)
def test_a_cursor_gives_back_what_it_was_made_of(parts: list[str]) -> None:
    assert decode_cursor(encode_cursor(*parts), len(parts)) == tuple(parts)


@settings(deadline=None)
@given(st.text(), st.integers(1, 3))
def test_any_other_text_is_refused_and_nothing_breaks(text: str, parts: int) -> None:
    try:
        found = decode_cursor(text, parts)
    except BadUserInput:
        return
    assert len(found) == parts


@pytest.mark.parametrize("cursor", ["%", "é", "a", encode_cursor("1", "2"), "gA"])
def test_what_is_no_cursor_of_one_part_is_refused(cursor: str) -> None:
    with pytest.raises(BadUserInput):
        decode_cursor(cursor, 1)


@pytest.mark.parametrize("first", [0, -1, 101])
def test_a_page_has_one_to_a_hundred_items(first: int) -> None:
    with pytest.raises(BadUserInput):
        check_first(first)
    check_first(1)
    check_first(100)
