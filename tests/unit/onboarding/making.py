"""Facts on an athlete for tests, made in one line each."""

import datetime

from domain.constraints import GivenConstraints
from domain.facts import Answered, Facts, KeptLesson, SavedProfile
from domain.ids import LessonId
from domain.lessons import Lesson, LessonRule, LessonSource, LessonState
from domain.profile import Gender, ProfileDraft, UnitSystem
from domain.questions import Answer, Confirmation
from domain.terms import ExperienceLevel, LimitationKind

NOW = datetime.datetime(2026, 11, 23, 9, tzinfo=datetime.UTC)
TODAY = NOW.date()
NOTHING_GIVEN = GivenConstraints()

REQUIRED = (
    Answer(question_id="focus", choices=("STRENGTH",)),
    Answer(question_id="training_days", choices=("MONDAY", "THURSDAY")),
    Answer(question_id="session_minutes", number=60),
    Answer(question_id="equipment", choices=("DUMBBELL", "BENCH")),
    Answer(question_id="health_screen", confirmation=Confirmation(is_confirmed=False)),
    Answer(question_id="health_conditions", choices=("NONE",)),
    Answer(question_id="limitations", choices=("NONE",)),
)
"""All that must be answered, and nothing to worry about in it."""


def days_ago(days: float) -> datetime.datetime:
    return NOW - datetime.timedelta(days=days)


def draft(**changes: object) -> ProfileDraft:
    """A good profile, with these fields instead."""
    values: dict[str, object] = {
        "display_name": "Ann",
        "birth_year": 1990,
        "height_cm": 170.0,
        "weight_kg": 65.0,
        "time_zone": "Europe/Amsterdam",
        "goal": "Feel strong and run 10 km.",
        "experience": ExperienceLevel.NOVICE,
    }
    return ProfileDraft(**{**values, **changes})  # type: ignore[arg-type]  # each test names the fields it is about


def profile(given: GivenConstraints = NOTHING_GIVEN, *, given_days_ago: float = 50) -> SavedProfile:
    fields = (field for field in GivenConstraints.__struct_fields__ if getattr(given, field) is not None)
    return SavedProfile(
        display_name="Ann",
        birth_year=1990,
        gender=Gender.FEMALE,
        height_cm=170.0,
        weight_kg=65.0,
        unit_system=UnitSystem.METRIC,
        time_zone="Europe/Amsterdam",
        goal="Feel strong and run 10 km.",
        experience=ExperienceLevel.NOVICE,
        given=given,
        given_at={field: days_ago(given_days_ago) for field in fields},
        updated_at=days_ago(given_days_ago),
    )


def facts(
    given: GivenConstraints = NOTHING_GIVEN,
    *answers: Answered,
    lessons: tuple[KeptLesson, ...] = (),
    cleared: frozenset[LimitationKind] = frozenset(),
) -> Facts:
    return Facts(profile=profile(given), answers=answers, lessons=lessons, cleared=cleared, now=NOW)


def picked(question_id: str, *choices: str, at: datetime.datetime = NOW) -> Answered:
    return Answered(answer=Answer(question_id=question_id, choices=choices), answered_at=at)


def number(question_id: str, value: float, *, at: datetime.datetime = NOW) -> Answered:
    return Answered(answer=Answer(question_id=question_id, number=value), answered_at=at)


def screened(*, is_confirmed: bool, details: str | None = None) -> Answered:
    confirmation = Confirmation(is_confirmed=is_confirmed, details=details)
    return Answered(answer=Answer(question_id="health_screen", confirmation=confirmation), answered_at=NOW)


def learned(
    rule: LessonRule,
    *,
    days: float = 0,
    source: LessonSource = LessonSource.FEEDBACK,
    is_hard: bool = False,
    is_pinned: bool = False,
    number: int = 1,
) -> KeptLesson:
    lesson = Lesson(
        id=LessonId(f"lesson_{number:032x}"),
        text="A lesson.",
        rule=rule,
        is_hard=is_hard,
        is_pinned=is_pinned,
        state=LessonState.ACTIVE,
        source=source,
        evidence="Their words.",
        confidence=0.9,
        created_at=days_ago(days),
    )
    return KeptLesson(lesson=lesson, changed_at=days_ago(days))
