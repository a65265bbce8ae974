"""The basis of plans and its fingerprint."""

import datetime

import msgspec
import pytest

from domain.constraints import GivenConstraints, Limitation, TargetEvent
from domain.facts import Facts
from domain.lessons import LessonRule
from domain.lessons import LessonRuleKind as Kind
from domain.profile import Gender, UnitSystem
from domain.terms import ExperienceLevel, LimitationKind, Sport, Weekday
from services.onboarding.basis import basis_of, fingerprint_of
from tests.unit.onboarding.making import TODAY, facts, learned, number

KNEE = LessonRule(kind=Kind.LIMITATION, limitation=LimitationKind.KNEE)
EASIER = LessonRule(kind=Kind.INTENSITY, amount=0.9)


def with_profile(known: Facts, **changes: object) -> Facts:
    return msgspec.structs.replace(known, profile=msgspec.structs.replace(known.profile, **changes))


def test_the_basis_has_all_that_a_plan_is_built_from() -> None:
    soft, hard = learned(EASIER, number=1), learned(KNEE, number=2, is_hard=True)
    start = datetime.date(2027, 1, 4)

    basis = basis_of(facts(number_of_minutes(), lessons=(soft, hard)), start_date=start, week_count=6)

    assert basis.age == 37
    assert (basis.gender, basis.height_cm, basis.weight_kg) == (Gender.FEMALE, 170.0, 65.0)
    assert (basis.unit_system, basis.experience) == (UnitSystem.METRIC, ExperienceLevel.NOVICE)
    assert basis.goal == "Feel strong and run 10 km."
    assert basis.constraints.session_minutes == 75
    assert basis.constraints.has(LimitationKind.KNEE)
    assert basis.lessons == (hard.lesson, soft.lesson)
    assert (basis.start_date, basis.week_count) == (start, 6)


def test_the_basis_knows_what_there_would_be_without_each_lesson_that_made_a_difference() -> None:
    said = GivenConstraints(session_minutes=75, training_days=(Weekday.MONDAY, Weekday.FRIDAY))
    shorter = learned(LessonRule(kind=Kind.SESSION_MINUTES, amount=45), number=1)
    rest = learned(LessonRule(kind=Kind.REST_ON_DAYS, weekdays=(Weekday.FRIDAY,)), number=2)
    as_said = learned(LessonRule(kind=Kind.TRAIN_ON_DAYS, weekdays=(Weekday.MONDAY,)), number=3)
    lessons = (shorter, rest, as_said, learned(KNEE, number=4, is_hard=True), learned(EASIER, number=5))
    basis = basis_of(facts(said, lessons=lessons), start_date=TODAY, week_count=4)

    without = {kept.lesson.id[-1]: basis.without(kept.lesson) for kept in lessons}

    assert {one: without[one].constraints.session_minutes for one in "12345"} == dict.fromkeys("2345", 45) | {"1": 75}
    assert without["2"].constraints.training_days == (Weekday.MONDAY, Weekday.FRIDAY)
    assert [one for one in "12345" if not without[one].constraints.has(LimitationKind.KNEE)] == ["4"]
    assert [lesson.id[-1] for lesson in without["4"].lessons] == ["1", "2", "3", "5"]
    assert set(basis.untaught) == {kept.lesson.id for kept in (shorter, rest, lessons[3])}
    assert all(one.untaught == {} for one in without.values())


def test_without_one_of_two_lessons_on_the_same_the_other_holds_on() -> None:
    both = (learned(KNEE, number=1, is_hard=True), learned(KNEE, number=2))
    basis = basis_of(facts(lessons=both), start_date=TODAY, week_count=4)
    assert basis.untaught == {}
    assert basis.without(both[0].lesson).constraints.has(LimitationKind.KNEE)


def number_of_minutes() -> GivenConstraints:
    return GivenConstraints(session_minutes=75)


def test_the_same_facts_have_the_same_fingerprint() -> None:
    assert fingerprint_of(facts()) == fingerprint_of(facts())
    assert len(fingerprint_of(facts())) == 64


@pytest.mark.parametrize(
    "changed",
    [
        with_profile(facts(), birth_year=1991),
        with_profile(facts(), weight_kg=66.0),
        with_profile(facts(), unit_system=UnitSystem.IMPERIAL),
        with_profile(facts(), experience=ExperienceLevel.ADVANCED),
        with_profile(facts(), gender=Gender.OTHER),
        facts(GivenConstraints(session_minutes=75)),
        facts(GivenConstraints(), number("session_minutes", 75)),
        facts(GivenConstraints(limitations=(Limitation(kind=LimitationKind.PREGNANCY),))),
        facts(lessons=(learned(EASIER),)),
        facts(lessons=(learned(EASIER, is_hard=True),)),
    ],
)
def test_what_bears_on_plans_changes_the_fingerprint(changed: Facts) -> None:
    assert fingerprint_of(changed) != fingerprint_of(facts())


def test_a_due_date_changes_the_fingerprint_and_a_note_does_not() -> None:
    def pregnant(**details: object) -> Facts:
        kind = LimitationKind.PREGNANCY
        return facts(GivenConstraints(limitations=(Limitation(kind=kind, **details),)))  # type: ignore[arg-type]

    assert fingerprint_of(pregnant(note="First.")) == fingerprint_of(pregnant())
    assert fingerprint_of(pregnant(date=TODAY)) != fingerprint_of(pregnant())


@pytest.mark.parametrize(
    "same",
    [
        with_profile(facts(), display_name="Anna"),
        with_profile(facts(), goal="Something else entirely."),
        with_profile(facts(), time_zone="Asia/Tokyo"),
        facts(lessons=(learned(LessonRule(kind=Kind.NOTE)),)),
    ],
)
def test_what_bears_on_no_plan_leaves_the_fingerprint(same: Facts) -> None:
    assert fingerprint_of(same) == fingerprint_of(facts())


def test_the_order_and_the_words_of_lessons_leave_the_fingerprint() -> None:
    one, other = learned(EASIER, number=1), learned(KNEE, number=2)
    reworded = msgspec.structs.replace(one, lesson=msgspec.structs.replace(one.lesson, text="Easier.", evidence="x"))
    assert fingerprint_of(facts(lessons=(one, other))) == fingerprint_of(facts(lessons=(other, reworded)))


def test_a_day_that_passes_leaves_the_fingerprint() -> None:
    race = GivenConstraints(event=TargetEvent(name="Race", date=TODAY, sport=Sport.RUNNING))
    tomorrow = msgspec.structs.replace(facts(race), now=facts().now + datetime.timedelta(days=1))
    assert fingerprint_of(tomorrow) == fingerprint_of(facts(race))
