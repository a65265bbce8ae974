"""Which exercises of a plan a phrase names."""

import msgspec
import pytest

from domain.ids import ActivityId
from domain.plan import StrengthActivity
from services.feedback.outlook import Outlook
from tests.unit.feedback.sample import DOCUMENT, exercise, outlook

PLANNED = (
    "dumbbell-row",
    "chest-supported-dumbbell-row",
    "deadlift",
    "romanian-deadlift",
    "back-squat",
    "goblet-squat",
    "push-up",
    "knee-push-up",
    "bodyweight-calf-raise",
    "dumbbell-calf-raise",
)


def planned() -> Outlook:
    """A plan that has these exercises on its first day, and nothing else."""
    sets = DOCUMENT.weeks[0].days[0].activities[0].sets  # type: ignore[union-attr]  # a lift
    lifts = tuple(
        StrengthActivity(id=ActivityId(f"activity_{slug}"), exercise_id=exercise(slug), sets=sets) for slug in PLANNED
    )
    day = msgspec.structs.replace(DOCUMENT.weeks[0].days[0], activities=lifts)
    week = msgspec.structs.replace(DOCUMENT.weeks[0], days=(day,))
    sample = outlook()
    return Outlook(
        document=msgspec.structs.replace(DOCUMENT, weeks=(week,)),
        today=sample.today,
        looked_at=None,
        catalogue=sample.catalogue,
        names=sample.names,
    )


@pytest.mark.parametrize(
    ("phrase", "named"),
    [
        ("the Dumbbell Row", ["dumbbell-row"]),
        ("dumbbell rows", ["dumbbell-row"]),
        ("DB row", ["dumbbell-row"]),
        ("db rows", ["dumbbell-row"]),
        ("the chest-supported dumbbell row", ["chest-supported-dumbbell-row"]),
        ("rows", ["dumbbell-row", "chest-supported-dumbbell-row"]),
        ("the deadlift", ["deadlift"]),
        ("deadlifts", ["deadlift", "romanian-deadlift"]),
        ("RDL", ["romanian-deadlift"]),
        ("romanian deadlifts", ["romanian-deadlift"]),
        ("squats", ["back-squat", "goblet-squat"]),
        ("the push-up", ["push-up"]),
        ("push-ups", ["push-up", "knee-push-up"]),
        ("pushups", ["push-up", "knee-push-up"]),
        ("knee push-ups", ["knee-push-up"]),
        ("calf raises", ["bodyweight-calf-raise", "dumbbell-calf-raise"]),
        ("the deadlift and the goblet squat", ["deadlift", "goblet-squat"]),
        ("burpees", []),
    ],
)
def test_an_exact_name_wins_over_longer_ones_and_a_kind_means_all_of_it(phrase: str, named: list[str]) -> None:
    assert planned().in_plan(phrase.casefold()) == tuple(map(exercise, named))


@pytest.mark.parametrize("text", ["my knee hurts", "both knees ache when i sit"])
def test_a_part_of_the_body_is_no_exercise_that_is_named_after_it(text: str) -> None:
    assert planned().last_named_in(text) is None
    assert planned().in_plan("my knee") == ()
    assert planned().last_named_in(f"{text}, it is the knee push-ups") == "the knee push-ups"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("take the front squats out", "the front squats"),
        ("the squats are too heavy", "the squats"),
        ("drop the hip thrusts", "the hip thrusts"),
        ("good morning coach", None),
        ("step up the pace", None),
    ],
)
def test_an_exercise_that_is_not_in_the_plan_is_named_by_its_whole_name(text: str, named: str | None) -> None:
    assert planned().last_named_in(text) == named
    assert planned().in_plan("front squats") == planned().in_plan("hip thrusts") == ()
