"""Whether two texts mean the same."""

import msgspec
import pytest

from services.playbook.meaning import UNKNOWN, means_the_same, told_apart
from tests.unit.playbook.making import NOTE, kept, lesson_number

LESSON = msgspec.structs.replace(kept(NOTE).lesson, text="Works night shifts.")


@pytest.mark.parametrize("text", ["Works night shifts.", "works  NIGHT shifts", "Works night-shifts!"])
def test_the_same_words_mean_the_same_however_they_are_written(text: str) -> None:
    assert means_the_same(text, LESSON, UNKNOWN)


def test_other_words_mean_the_same_from_a_similarity_of_nine_tenths_on() -> None:
    text = "Has a job on night shifts."
    assert not means_the_same(text, LESSON, UNKNOWN)
    assert not means_the_same(text, LESSON, {(text, LESSON.id): 0.899})
    assert means_the_same(text, LESSON, {(text, LESSON.id): 0.9})
    assert not means_the_same(text, LESSON, {(text, lesson_number(7)): 1.0})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Likes to train in the morning.", "Likes to train in the evening."),
        ("The left wrist clicks.", "The right wrist clicks."),
        ("Has two dogs.", "Has three dogs."),
        ("Ran 10 km once.", "Ran 12 km once."),
        ("Choir on Mondays.", "Choir on Tuesdays."),
        ("Likes loud music.", "Does not like loud music."),
        ("Likes loud music.", "Doesn\N{RIGHT SINGLE QUOTATION MARK}t like loud music."),
        ("Loves crowds.", "Hates crowds."),
        ("Trains before breakfast.", "Trains after breakfast."),
    ],
)
def test_a_number_a_day_or_an_opposite_tells_two_texts_apart_however_near_they_are(one: str, other: str) -> None:
    lesson = msgspec.structs.replace(LESSON, text=other)
    assert told_apart(one, other)
    assert not means_the_same(one, lesson, {(one, lesson.id): 0.99})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Prefers to train in the mornings.", "Likes training in the morning."),
        ("Never drinks coffee.", "Drinks no coffee."),
        ("Has a dog.", "Owns a dog."),
    ],
)
def test_words_of_one_meaning_tell_nothing_apart(one: str, other: str) -> None:
    assert not told_apart(one, other)
