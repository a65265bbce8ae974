"""What a week of strength work should hold, and what is left out first where it cannot hold all."""

import pytest

from domain.constraints import Limitation
from domain.exercise import Catalogue, Exercise
from domain.ids import ExerciseId
from domain.terms import (
    WEEKDAYS,
    Equipment,
    ExperienceLevel,
    LimitationKind,
    MovementPattern,
    Muscle,
    Sport,
    TrainingFocus,
)
from services.planning.limits import limits_of
from services.planning.strength.prescription import Role, role_of
from services.planning.strength.session import PULL_PATTERNS, PUSH_PATTERNS, Choice
from services.planning.strength.targets import enough_sets, weekly_floors
from services.planning.strength.week import lightened
from services.planning.wishes import wishes_of
from tests.unit.planning.making import NO_BRIEF, basis, constraints, days_of, plan, strength_of

HOUR = 3600
EVERYTHING = frozenset(Muscle)


def floors(focus: TrainingFocus, level: ExperienceLevel, hours: float) -> dict[Muscle, float]:
    athlete = basis(experience=level)
    return weekly_floors(
        focus,
        limits=limits_of(athlete),
        wishes=wishes_of(athlete, NO_BRIEF),
        seconds=hours * HOUR,
        can_train=EVERYTHING,
    )


@pytest.mark.parametrize(
    ("focus", "level", "least"),
    [
        (TrainingFocus.MUSCLE, ExperienceLevel.INTERMEDIATE, 10),
        (TrainingFocus.MUSCLE, ExperienceLevel.NOVICE, 4),
        (TrainingFocus.STRENGTH, ExperienceLevel.ADVANCED, 6),
        (TrainingFocus.ENDURANCE, ExperienceLevel.NOVICE, 2),
    ],
)
def test_a_good_week_has_a_fewest_number_of_sets(focus: TrainingFocus, level: ExperienceLevel, least: int) -> None:
    found = floors(focus, level, hours=20)
    assert (found[Muscle.CHEST], found[Muscle.BICEPS], Muscle.CALVES in found) == (least, least / 2, False)


def test_little_time_shrinks_them_all_alike() -> None:
    whole, half = (floors(TrainingFocus.MUSCLE, ExperienceLevel.INTERMEDIATE, hours) for hours in (20, 1))
    shares = {muscle: half[muscle] / whole[muscle] for muscle in whole}
    assert min(shares.values()) == pytest.approx(max(shares.values()))
    assert 0.3 < shares[Muscle.CHEST] < 0.5


def test_beyond_eight_sets_a_novice_has_enough() -> None:
    for level, most in ((ExperienceLevel.NOVICE, 8), (ExperienceLevel.INTERMEDIATE, 20)):
        athlete = basis(experience=level)
        assert enough_sets(limits_of(athlete), wishes_of(athlete, NO_BRIEF)) == most


def choices(catalogue: Catalogue, *names: str) -> list[Choice]:
    return [Choice(catalogue[ExerciseId(f"exercise_{name}")], 1) for name in names]


def left(found: tuple[Choice, ...]) -> list[str]:
    return [choice.exercise.id.removeprefix("exercise_") for choice in found]


def test_where_two_single_sets_are_all_a_light_session_has_one(catalogue: Catalogue) -> None:
    assert left(lightened(choices(catalogue, "push-up", "standing-calf-raise"))) == ["push-up"]
    assert left(lightened(choices(catalogue, "dumbbell-row", "push-up"))) == ["dumbbell-row"]
    assert left(lightened(choices(catalogue, "dumbbell-row", "plank", "tandem-walk"))) == [
        "dumbbell-row",
        "tandem-walk",
    ]
    assert left(lightened(choices(catalogue, "push-up"))) == ["push-up"]


def test_what_a_limitation_asks_for_stays_in_a_light_session(catalogue: Catalogue) -> None:
    session = choices(catalogue, "dumbbell-row", "plank")
    assert left(lightened(session, needed=frozenset({MovementPattern.CORE}))) == ["dumbbell-row", "plank"]


def week_of(catalogue: Catalogue, *, age: int, **wanted: object) -> list[list[Exercise]]:
    """The exercises of each session of a week; days without any are left out."""
    document = plan(basis(constraints(**wanted), week_count=1, age=age, experience=ExperienceLevel.NOVICE), catalogue)
    sessions = (
        [catalogue[one.exercise_id] for one in strength_of(document) if one in day.activities]
        for day in days_of(document)
    )
    return [session for session in sessions if session]


def test_even_ten_minutes_a_day_push_and_pull(catalogue: Catalogue) -> None:
    sessions = week_of(
        catalogue,
        age=69,
        focus=TrainingFocus.MIXED,
        session_minutes=10,
        training_days=(WEEKDAYS[0], WEEKDAYS[4], WEEKDAYS[5]),
        sports=(Sport.CYCLING,),
        equipment=(Equipment.BODY_WEIGHT,),
        limitations=(Limitation(kind=LimitationKind.ELBOW),),
    )
    patterns = {exercise.pattern for session in sessions for exercise in session}
    assert patterns & PUSH_PATTERNS
    assert patterns & PULL_PATTERNS


def test_who_wants_to_be_strong_lifts_something_heavy_in_every_session(catalogue: Catalogue) -> None:
    sessions = week_of(
        catalogue,
        age=69,
        focus=TrainingFocus.STRENGTH,
        session_minutes=20,
        training_days=WEEKDAYS[0:6:2],
        equipment=(Equipment.KETTLEBELL, Equipment.PULL_UP_BAR),
        limitations=(Limitation(kind=LimitationKind.SHOULDER),),
    )
    assert [any(role_of(one) is Role.HEAVY for one in session) for session in sessions] == [True] * 3


def test_balance_is_trained_in_the_only_session_of_a_week(catalogue: Catalogue) -> None:
    sessions = week_of(
        catalogue,
        age=69,
        focus=TrainingFocus.STRENGTH,
        session_minutes=20,
        training_days=WEEKDAYS[:1],
        equipment=(Equipment.SUSPENSION_TRAINER,),
        limitations=(Limitation(kind=LimitationKind.KNEE),),
    )
    assert [any(one.is_balance for one in session) for session in sessions] == [True]
