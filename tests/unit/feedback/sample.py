"""A plan of four weeks with exercises of the real catalogue, and what a message is read against."""

import datetime
from functools import cache

from db.seed.catalogue import read_catalogue
from domain.exercise import Catalogue
from domain.ids import ActivityId, ExerciseId, PlanId, day_id_of
from domain.plan import (
    Activity,
    Day,
    DayKind,
    EnduranceActivity,
    Interval,
    IntervalKind,
    PlanDocument,
    SetTarget,
    StrengthActivity,
    Week,
)
from domain.terms import WEEKDAYS, Author, Sport
from services.feedback import wishes as w
from services.feedback.outlook import Outlook
from services.feedback.understanding import understood
from services.planning.catalogue import CatalogueSearch

PLAN_ID = PlanId("plan_" + "2" * 32)
MONDAY = datetime.date(2026, 11, 23)
WEEK_COUNT = 4


def date(offset: int) -> datetime.date:
    return MONDAY + datetime.timedelta(days=offset)


@cache
def catalogue() -> Catalogue:
    return read_catalogue()


@cache
def names() -> CatalogueSearch:
    return CatalogueSearch(catalogue())


def exercise(slug: str) -> ExerciseId:
    found = ExerciseId(f"exercise_{slug}")
    assert found in catalogue(), slug
    return found


_SET = SetTarget(reps=8, rpe=7.0, rest_seconds=90)
_SESSIONS: dict[int, tuple[str, tuple[str, ...]]] = {
    0: ("Lower body", ("back-squat", "walking-lunge", "romanian-deadlift", "plank")),
    2: ("Upper body", ("bench-press", "dumbbell-row", "overhead-press", "dumbbell-curl")),
    4: ("Full body", ("goblet-squat", "push-up", "burpee", "face-pull")),
}


def _strength(week: int, slug: str) -> StrengthActivity:
    return StrengthActivity(
        id=ActivityId(f"activity_{slug}-{week}"), exercise_id=exercise(slug), sets=(_SET, _SET, _SET)
    )


def _run(week: int) -> EnduranceActivity:
    steady = Interval(kind=IntervalKind.STEADY, minutes=30, zone=2, rpe=4)
    return EnduranceActivity(
        id=ActivityId(f"activity_run-{week}"),
        title="Easy run",
        sport=Sport.RUNNING,
        intervals=(steady,),
        total_minutes=30,
    )


def _day(offset: int) -> Day:
    on, week = date(offset), offset // 7 + 1
    title, kind, activities = "Rest", DayKind.REST, tuple[Activity, ...]()
    if on.weekday() in _SESSIONS:
        title, slugs = _SESSIONS[on.weekday()]
        kind, activities = DayKind.STRENGTH, tuple(_strength(week, slug) for slug in slugs)
    elif on.weekday() == 5:
        title, kind, activities = "Easy run", DayKind.ENDURANCE, (_run(week),)
    return Day(
        id=day_id_of(PLAN_ID, on),
        title=title,
        date=on,
        weekday=WEEKDAYS[on.weekday()],
        kind=kind,
        rationale=f"Because of {title.lower()}.",
        estimated_minutes=45 if activities else 0,
        activities=activities,
    )


def _week(number: int) -> Week:
    return Week(
        number=number,
        start_date=date(7 * (number - 1)),
        focus="Base",
        goal="Move well",
        progression="A little more each week",
        is_deload=number == WEEK_COUNT,
        days=tuple(_day(7 * (number - 1) + offset) for offset in range(7)),
    )


DOCUMENT = PlanDocument(
    title="Four weeks",
    summary="Strength and a run",
    rationale="By hand, for tests.",
    author=Author.RULES,
    start_date=MONDAY,
    weeks=tuple(_week(number) for number in range(1, WEEK_COUNT + 1)),
)


def outlook(*, looked_at: int | None = None, today: int = 0) -> Outlook:
    """Seen on the first Monday; `looked_at` and `today` are days after it."""
    return Outlook(
        document=DOCUMENT,
        today=date(today),
        looked_at=None if looked_at is None else date(looked_at),
        catalogue=catalogue(),
        names=names(),
    )


def read(message: str, *, looked_at: int | None = None, today: int = 0) -> w.Understanding:
    return understood(message, outlook(looked_at=looked_at, today=today))


def told(found: w.Understanding) -> str:
    """All that was understood beside the intent, short enough to stand in a table: `swap walking-lunge>glute-bridge @all`."""
    said = [f"alarm {alarm.limitation or 'somewhere'}" for alarm in found.alarms]
    said += [_wish(wish) for wish in found.wishes]
    if found.clearance:
        said.append(" ".join(["cleared", *found.clearance.limitations]))
    if found.topic:
        said.append(f"topic {found.topic}")
    return "; ".join(said)


def _wish(wish: w.Wish) -> str:
    match wish:
        case w.Swap():
            return f"swap {_names(wish.exercises)}>{_name(wish.new)} {_when(wish.scope)}"
        case w.SwapSport():
            return f"swap {wish.old or 'cardio'}>{wish.new} {_when(wish.scope)}"
        case w.Remove():
            return f"remove {_names(wish.exercises) or wish.sport or 'cardio'} {_when(wish.scope)}"
        case w.Add():
            return f"add {_name(wish.exercise)} {_when(wish.scope)}"
        case w.AddSport():
            return f"add {wish.sport} {wish.minutes or ''} {_when(wish.scope)}"
        case w.Move():
            return f"move {_when(wish.source)}>{_when(wish.target)}{' always' if wish.is_lasting else ''}"
        case w.Rest():
            return f"rest {_when(wish.scope)}"
        case w.Unavailable():
            return f"cannot {_when(wish.scope)}"
        case _:
            return _amount_or_fact(wish)


def _amount_or_fact(wish: w.Wish) -> str:
    match wish:
        case w.Scale():
            how = {(False, False): "easier", (False, True): "harder", (True, False): "shorter", (True, True): "longer"}
            what = _names(wish.exercises) or wish.sport or ("cardio" if wish.endurance_alone else "")
            return " ".join(part for part in (how[wish.is_volume, wish.is_more], what, _when(wish.scope)) if part)
        case w.Stress():
            return f"{'more' if wish.is_more else 'less'} {','.join(wish.muscles)}"
        case w.LimitMinutes():
            return f"minutes {wish.minutes} {_when(wish.scope)}"
        case w.Available():
            return f"{'only' if wish.alone else 'can'} {','.join(wish.weekdays)}"
        case w.Spare():
            return f"spare {wish.limitation}"
        case w.Kit():
            kind = "only" if wish.alone else ("has" if wish.is_there else "lacks")
            return f"{kind} {','.join(wish.equipment)}" + (f" {_when(wish.scope)}" if wish.scope.is_said else "")
        case _:
            return _taste(wish)


def _taste(wish: w.Wish) -> str:
    match wish:
        case w.Avoid():
            return f"{'never' if wish.is_firm else 'dislikes'} {_names(wish.exercises) or wish.pattern or wish.sport}"
        case w.Beyond():
            return f"unable {_names(wish.exercises)}"
        case w.Prefer():
            return f"likes {_name(wish.exercise) if wish.exercise else wish.sport}"
        case w.Remember():
            return f"note {wish.text}"
        case _:
            raise AssertionError(wish)


def _names(exercises: tuple[ExerciseId, ...]) -> str:
    return ",".join(_name(one) for one in exercises)


def _name(one: ExerciseId | None) -> str:
    return "?" if one is None else one.removeprefix("exercise_")


def _when(scope: w.Scope) -> str:
    """`@all`, or the days after the first Monday; `@every 2` for all Wednesdays."""
    if scope.dates is None:
        return "@?"
    offsets = sorted((on - MONDAY).days for on in scope.dates)
    if scope.is_lasting:
        return "@every " + ",".join(str(offset) for offset in offsets if offset < 7) if scope.weekdays else "@all"
    return "@" + ",".join(map(str, offsets))
