"""How many hard sets a week suit a muscle: by focus, level, lessons and time."""

import msgspec
import pytest

from domain.basis import PlanBasis
from domain.exercise import Catalogue
from domain.lessons import LessonRule, LessonRuleKind
from domain.plan import Activity, DayKind
from domain.terms import Equipment, ExperienceLevel, Muscle, TrainingFocus
from services.checking.bands import muscle_bands, sets_that_fit
from services.checking.facts import kind_of
from services.checking.reading import Reading
from tests.unit.checking.exercises import CATALOGUE, exercise_id
from tests.unit.checking.sample import MONDAY, basis_with, day, easy_run, lesson, lift, plan, sets, strength, week

replace = msgspec.structs.replace
ROOMY = plan(week(1, {offset: strength() for offset in (0, 2, 4)}))


def _bands(basis: PlanBasis) -> dict[Muscle, tuple[float, float]]:
    return muscle_bands(Reading(basis, ROOMY, CATALOGUE))


def _focused(focus: TrainingFocus, level: ExperienceLevel = ExperienceLevel.INTERMEDIATE) -> PlanBasis:
    return basis_with(lambda it: replace(it, focus=focus, session_minutes=180), experience=level)


@pytest.mark.parametrize(
    ("focus", "least"),
    [
        (TrainingFocus.MUSCLE, 10),
        (TrainingFocus.STRENGTH, 6),
        (TrainingFocus.MIXED, 5),
        (TrainingFocus.GENERAL_HEALTH, 4),
        (TrainingFocus.ENDURANCE, 2),
    ],
)
def test_the_focus_says_how_many_sets_a_muscle_needs(focus: TrainingFocus, least: float) -> None:
    bands = _bands(_focused(focus))
    assert bands[Muscle.CHEST] == (least, 20)
    assert bands[Muscle.BICEPS] == (least / 2, 20)
    assert Muscle.CALVES not in bands


def test_novices_need_four_to_eight() -> None:
    assert _bands(_focused(TrainingFocus.MUSCLE, ExperienceLevel.NOVICE))[Muscle.CHEST] == (4, 8)
    assert _bands(_focused(TrainingFocus.ENDURANCE, ExperienceLevel.NOVICE))[Muscle.CHEST] == (2, 8)


def _with(kind: LessonRuleKind, **fields: object) -> PlanBasis:
    rule = msgspec.convert({"kind": kind, **fields}, LessonRule)
    return replace(_focused(TrainingFocus.STRENGTH), lessons=(lesson(rule),))


def test_lessons_move_the_band() -> None:
    assert _bands(_with(LessonRuleKind.VOLUME, amount=1.5))[Muscle.CHEST] == (9, 20)
    assert _bands(_with(LessonRuleKind.VOLUME, amount=0.5))[Muscle.CHEST] == (3, 20)
    assert _bands(_with(LessonRuleKind.VOLUME, amount=0.5, muscle="LATS"))[Muscle.CHEST] == (6, 20)
    reduced = _bands(_with(LessonRuleKind.REDUCE_MUSCLE, muscle="CHEST"))
    assert (reduced[Muscle.CHEST], reduced[Muscle.LATS]) == ((0, 20), (6, 20))


def test_an_emphasis_lets_a_novice_do_more_for_that_muscle_alone() -> None:
    basis = _focused(TrainingFocus.MUSCLE, ExperienceLevel.NOVICE)
    rule = LessonRule(kind=LessonRuleKind.EMPHASISE_MUSCLE, muscle=Muscle.CHEST)
    bands = _bands(replace(basis, lessons=(lesson(rule),)))
    assert (bands[Muscle.CHEST], bands[Muscle.LATS]) == ((4, 20), (4, 8))


def test_a_muscle_that_nothing_trains_is_not_asked_for() -> None:
    bare = basis_with(lambda it: replace(it, equipment=()))
    assert Muscle.LATS not in _bands(bare)
    avoided = lesson(LessonRule(kind=LessonRuleKind.AVOID_EXERCISE, exercise_id=exercise_id("biceps-curl")))
    assert Muscle.BICEPS not in _bands(basis_with(lessons=(avoided,)))
    cables = basis_with(lambda it: replace(it, equipment=(Equipment.CABLE,)))
    assert Muscle.LATS in _bands(cables)


@pytest.mark.parametrize(("usefulness", "is_asked"), [(0, False), (1, True)])
def test_what_is_there_on_request_alone_is_not_asked_for(usefulness: int, is_asked: bool) -> None:
    catalogue = Catalogue((replace(CATALOGUE[exercise_id("lat-pulldown")], usefulness=usefulness),), version="one")
    bands = muscle_bands(Reading(basis_with(), ROOMY, catalogue))
    assert (Muscle.LATS in bands) is is_asked


def test_one_hard_set_fits_into_three_minutes_that_are_left() -> None:
    def fitting(minutes: int) -> float:
        basis = basis_with(lambda it: replace(it, session_minutes=minutes))
        return sets_that_fit(Reading(basis, document, CATALOGUE))

    document = plan(week(1, {0: strength(), 1: (easy_run(60),)}))
    assert fitting(65) == 20
    assert fitting(5) == 0
    document = plan(week(1, {0: (*strength(), easy_run(30))}), week(2, {}), week(3, {0: strength()}, is_deload=True))
    # 65 minutes without five to warm up and thirty to run, in one of two full weeks.
    assert fitting(65) == 5


@pytest.mark.parametrize(
    ("activities", "kind"),
    [
        ((), DayKind.REST),
        ((lift("push-up", *sets(1)),), DayKind.STRENGTH),
        ((easy_run(20),), DayKind.ENDURANCE),
        ((lift("push-up", *sets(1)), easy_run(20)), DayKind.MIXED),
    ],
)
def test_a_day_is_what_its_activities_make_it(activities: tuple[Activity, ...], kind: DayKind) -> None:
    assert kind_of(day(MONDAY, *activities)) is kind
