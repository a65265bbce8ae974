"""How phrases become regular expressions."""

import pytest

from services.feedback.phrases import one_of


def test_a_line_that_is_set_in_goes_on_with_the_one_above() -> None:
    found = one_of(
        """
        good (?:morning|
            night)
        hello
        """
    )
    assert [text for text in ("good night", "hello", "good", "night") if found.search(text)] == ["good night", "hello"]


def test_a_phrase_that_a_line_break_tore_is_refused() -> None:
    with pytest.raises(ValueError, match="set in further"):
        one_of("good (?:morning|\nthe) night")


def test_a_bracket_that_stands_for_itself_tears_nothing() -> None:
    assert one_of(r"[a-z)] smiles").search("a smiles") is not None
