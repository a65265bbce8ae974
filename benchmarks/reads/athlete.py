"""The athlete who reads: a plan of four weeks to train by, and a playbook of twenty lessons."""

import msgspec

from benchmarks.drills.house import House
from benchmarks.lessons.drawing import drawn_lessons
from benchmarks.people import accepted_plan
from db.database import Database
from db.queries.playbook import LedgerEntry, write_entries
from db.seed.catalogue import read_catalogue
from domain.clock import system_clock, today_in
from domain.constraints import GivenConstraints
from domain.facts import KeptLesson
from domain.ids import new_lesson_change_id, new_lesson_id
from domain.lessons import Lesson, LessonOperation
from domain.plan import Plan
from domain.profile import ProfileDraft, Viewer
from domain.terms import Equipment, ExperienceLevel, Sport, TrainingFocus, Weekday
from services.onboarding.profiles import Profiles

WEEKS = 4
LESSONS = 20
SEED = 2026
SUBJECT = "drill-0"
PROFILE = ProfileDraft(
    display_name="Ann",
    birth_year=1990,
    height_cm=170,
    weight_kg=65,
    time_zone="UTC",
    goal="Feel strong and run 10 km.",
    experience=ExperienceLevel.INTERMEDIATE,
    given=GivenConstraints(
        focus=TrainingFocus.MIXED,
        training_days=(Weekday.MONDAY, Weekday.TUESDAY, Weekday.THURSDAY, Weekday.FRIDAY, Weekday.SATURDAY),
        session_minutes=75,
        equipment=tuple(Equipment),
        sports=(Sport.RUNNING,),
        limitations=(),
    ),
)


async def reading_athlete(house: House, database: Database) -> tuple[Viewer, Plan]:
    """Who reads, and what plan."""
    (viewer,) = await house.viewers(1)
    catalogue = read_catalogue()
    await Profiles(database, system_clock, catalogue).save(viewer, PROFILE)
    today = today_in(PROFILE.time_zone, system_clock())
    plan = await accepted_plan(database, catalogue, viewer, system_clock, start=today, weeks=WEEKS)
    lessons = drawn_lessons(plan, catalogue, LESSONS, seed=SEED)
    entries = [_learned(kept.lesson, confidence=1 - place / 100) for place, kept in enumerate(lessons)]
    async with database.transaction(viewer.athlete_id) as session:
        await write_entries(session, viewer.athlete_id, entries)
    return viewer, plan


def _learned(lesson: Lesson, *, confidence: float) -> LedgerEntry:
    """Just now, and hard: what fades with time would come in another order some day."""
    now = system_clock()
    lesson = msgspec.structs.replace(lesson, id=new_lesson_id(), is_hard=True, confidence=confidence, created_at=now)
    return LedgerEntry(
        id=new_lesson_change_id(),
        operation=LessonOperation.ADD,
        kept=KeptLesson(lesson=lesson, changed_at=now),
        reason="For the benchmark.",
    )
