"""What a day is called, and why it looks as it does."""

import datetime
from collections.abc import Sequence

from domain.exercise import Catalogue, Exercise
from domain.plan import Activity, EnduranceActivity, IntervalKind, SetKind, StrengthActivity
from domain.profile import UnitSystem
from domain.terms import LimitationKind, MovementPattern, Sport
from services.planning.endurance.intervals import WorkKind, work_of
from services.planning.endurance.season import Season
from services.planning.endurance.sports import FACTS
from services.planning.explain.units import distance_words
from services.planning.explain.words import exercises_of, listed, sentence, with_article
from services.planning.outline import Outline
from services.planning.progression import Phase, PhaseKind
from services.planning.strength.prescription import Role, role_of
from services.planning.strength.session import (
    LEG_MUSCLES,
    LEG_PATTERNS,
    PULL_MUSCLES,
    PULL_PATTERNS,
    PUSH_MUSCLES,
    PUSH_PATTERNS,
)

REST_TITLE = "Rest"
REST_REASONS = (
    "A day off: muscles and tendons get stronger between sessions.",
    "Rest is a part of the plan: what you trained is being built in now.",
    "A free day. A stroll is always fine.",
    "A day off. A good night's sleep does more today than another session would.",
)
EASY_REASONS = (
    "at a pace at which you could talk: easy work builds endurance without wearing you out.",
    "at a calm, even pace: heart and lungs grow from minutes, not from strain.",
    "in which you could talk all the way: work like this can be repeated week after week.",
    "at a pace that feels almost too slow: that is how the next session becomes a good one as well.",
)
"""In turn by date, so that the days of a week differ."""


def day_title(activities: Sequence[Activity], catalogue: Catalogue) -> str:
    """What is in the day, such as `Lower body and an easy run`; `Rest` where there is nothing."""
    exercises = exercises_of(activities, catalogue)
    endurance = [item.title for item in activities if isinstance(item, EnduranceActivity)]
    if not exercises and not endurance:
        return REST_TITLE
    titles = [body_part(exercises), *endurance] if exercises else endurance
    rest = [with_article(title[:1].lower() + title[1:]) for title in titles[1:]]
    return listed([titles[0], *rest])


def body_part(exercises: Sequence[Exercise]) -> str:
    """Which part of the body these exercises train, by what is there and not by what was meant."""
    patterns = {exercise.pattern for exercise in exercises}
    isolated = {e.primary_muscles[0] for e in exercises if e.pattern is MovementPattern.ISOLATION}
    legs = bool(patterns & LEG_PATTERNS) or bool(isolated & LEG_MUSCLES)
    push, pull = bool(patterns & PUSH_PATTERNS), bool(patterns & PULL_PATTERNS)
    arms = bool(isolated & (PUSH_MUSCLES | PULL_MUSCLES))
    if legs:
        return "Full body" if push or pull or arms else "Lower body"
    if push != pull and not arms:
        return "Push" if push else "Pull"
    if push or pull or arms:
        return "Upper body"
    if patterns & {MovementPattern.CORE, MovementPattern.CARRY}:
        return "Core"
    return "Mobility and balance" if MovementPattern.MOBILITY in patterns else "Strength"


def day_rationale(
    outline: Outline, phase: Phase, date: datetime.date, *, activities: Sequence[Activity], catalogue: Catalogue
) -> str:
    """Why this day looks like this, in two or three sentences."""
    if not activities:
        return _rest_rationale(outline, phase, date)
    exercises = exercises_of(activities, catalogue)
    parts = [_lightness(outline, phase, date)]
    if exercises:
        parts.append(_strength_words(activities, exercises))
        parts.append(_sparing_words(outline, exercises))
    parts += _endurance_parts(outline.season(phase), date, activities, units=outline.basis.unit_system)
    return " ".join(part for part in parts if part)


def _rest_rationale(outline: Outline, phase: Phase, date: datetime.date) -> str:
    if outline.is_event(date) and outline.basis.constraints.event is not None:
        return f"The day itself: {outline.basis.constraints.event.name}. Nothing else is planned. Enjoy it."
    if outline.window is not None and outline.window.tapers_on(date):
        return "A day off, so that you arrive at your event fresh."
    if phase.kind is PhaseKind.DELOAD:
        return "A day off in an easier week: this is when the work of the last weeks sinks in."
    return REST_REASONS[date.toordinal() % len(REST_REASONS)]


def _lightness(outline: Outline, phase: Phase, date: datetime.date) -> str:
    if outline.window is not None and outline.window.tapers_on(date):
        return "Less than usual, so that you are fresh for your event."
    if outline.window is not None and outline.window.recovers_on(date):
        return "Less than usual, to recover from your event."
    return "An easier session than last week's." if phase.kind is PhaseKind.DELOAD else ""


def _strength_words(activities: Sequence[Activity], exercises: Sequence[Exercise]) -> str:
    sets = sum(
        1
        for item in activities
        if isinstance(item, StrengthActivity)
        for target in item.sets
        if target.kind is SetKind.WORKING
    )
    main = [exercise.name for exercise in exercises if role_of(exercise) in {Role.HEAVY, Role.COMPOUND}][:2]
    count = "1 working set" if sets == 1 else f"{sets} working sets"
    if not main:
        return f"{sentence(count)} of small, useful work that the big exercises leave out."
    others = len(exercises) - len(main)
    if not others:
        return f"{listed(main)}, {count} in all: short, and every set counts."
    verb = "comes" if len(main) == 1 else "come"
    rest = "the smaller exercise follows" if others == 1 else "the rest follows"
    return f"{listed(main)} {verb} first, while you are fresh; {rest}. {sentence(count)} in all."


_SPARED: dict[LimitationKind, str] = {
    LimitationKind.KNEE: "Nothing here bends a loaded knee or jumps",
    LimitationKind.LOWER_BACK: "Nothing here loads your spine from above, and effort stays moderate",
    LimitationKind.SHOULDER: "Nothing here goes overhead or deep into the shoulder",
    LimitationKind.ELBOW: "Nothing here strains your elbows",
    LimitationKind.WRIST: "Nothing here bends your wrists under load",
    LimitationKind.HIP: "Nothing here goes deep into the hip",
    LimitationKind.NECK: "Nothing here loads your neck",
    LimitationKind.PREGNANCY: "Effort stays moderate, and there is no straining and no risk of a fall",
    LimitationKind.HYPERTENSION: "There is no maximal effort and no lift for which you would hold your breath",
}


def _sparing_words(outline: Outline, exercises: Sequence[Exercise]) -> str:
    """What the choice of exercises spares, for the first limitation; the table says only what holds by rule."""
    words = [text for kind, text in _SPARED.items() if kind in outline.limits.held]
    return f"{words[0]}." if words and exercises else ""


def _endurance_parts(
    season: Season | None, date: datetime.date, activities: Sequence[Activity], *, units: UnitSystem
) -> list[str]:
    """One sentence for each session; a walk that follows another sport says what it is there for."""
    bouts = [item for item in activities if isinstance(item, EnduranceActivity)]
    words = [_endurance_words(item, season, date, units=units) for item in bouts]
    if len(bouts) == 2 and bouts[1].sport is Sport.WALKING and bouts[0].sport is not Sport.WALKING:
        noun = FACTS[bouts[0].sport].noun
        words[1] = f"Then {_length(bouts[1])} of walking: they count in full, while the {noun} grows at its own pace."
    return words


def _length(activity: EnduranceActivity) -> str:
    return f"{activity.total_minutes:g} minutes"


def _endurance_words(
    activity: EnduranceActivity, season: Season | None, date: datetime.date, *, units: UnitSystem
) -> str:
    minutes = _length(activity)
    if activity.total_km is not None:
        minutes += f", about {distance_words(activity.total_km, units)},"
    work = work_of(activity.intervals)
    if work is not None:
        pieces = [part for part in activity.intervals if part.kind is IntervalKind.WORK]
        each = f"{pieces[0].minutes:g} minute{'s' if pieces[0].minutes != 1 else ''}"
        each = "30 seconds" if work is WorkKind.STRIDES else each
        return f"{minutes} with {len(pieces)} times {each} {_why_hard(work, season)}"
    if activity.title.startswith("Long"):
        return f"{minutes} in one go, the longest of the week: {_why_long(season)}"
    return f"{minutes} {EASY_REASONS[date.toordinal() % len(EASY_REASONS)]}"


def _why_hard(work: WorkKind, season: Season | None) -> str:
    if work is WorkKind.STRIDES:
        return "quick and loose: that keeps you fast while the base grows."
    if season is Season.PEAK:
        return "at about the effort of your event, so that it feels familiar on the day."
    if work is WorkKind.TEMPO:
        return "at a steady, brisk effort: this teaches you to hold a pace."
    if season is Season.BUILD:
        return "at an effort you could just hold for an hour: this raises the pace you can keep up."
    return "at a firm effort: this lifts your ceiling, and the easy days let it."


def _why_long(season: Season | None) -> str:
    if season is None:
        return "it builds the base on which everything else stands."
    return "it brings you closer to what your event asks of you."
