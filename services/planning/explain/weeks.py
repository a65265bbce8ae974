"""What a week is about, what it is to achieve, and how it goes beyond the one before."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.plan import Day, EnduranceActivity, SetKind, StrengthActivity, Week
from services.planning.allotment import BUILT_ON_STRENGTH
from services.planning.endurance.intervals import work_of
from services.planning.endurance.season import Season
from services.planning.explain.words import counted
from services.planning.outline import Outline
from services.planning.progression import Phase, PhaseKind


@dataclass(frozen=True, slots=True)
class WeekTexts:
    focus: str
    goal: str
    progression: str


@dataclass(frozen=True, slots=True)
class Amounts:
    """What a week holds: training days, working sets, their highest effort and repetitions, endurance minutes."""

    sessions: int
    sets: int
    rpe: float
    minutes: float


def amounts(days: Sequence[Day]) -> Amounts:
    activities = [activity for day in days for activity in day.activities]
    sets = [
        target
        for activity in activities
        if isinstance(activity, StrengthActivity)
        for target in activity.sets
        if target.kind is SetKind.WORKING
    ]
    return Amounts(
        sessions=sum(1 for day in days if day.activities),
        sets=len(sets),
        rpe=max((target.rpe for target in sets if target.rpe is not None), default=0.0),
        minutes=sum(item.total_minutes for item in activities if isinstance(item, EnduranceActivity)),
    )


def week_texts(outline: Outline, phase: Phase, days: Sequence[Day], *, before: Week | None) -> WeekTexts:
    """The texts of one week; a theme from the brief is its headline, where it claims no numbers."""
    now = amounts(days)
    themes = outline.brief.themes
    place = phase.number - outline.first_week
    theme = themes[place].strip() if place < len(themes) else ""
    kind = phase.kind if outline.is_deload(phase) else PhaseKind.BUILD
    has_theme = bool(theme) and not any(letter.isdigit() for letter in theme)
    focus = theme if has_theme else _focus(phase, kind, _season(outline, phase, days))
    return WeekTexts(
        focus=focus,
        goal=_goal(phase, kind, now),
        progression=_progression(now, amounts(before.days) if before is not None else None, kind),
    )


HEADLINES: dict[PhaseKind, str] = {
    PhaseKind.DELOAD: "Recover and absorb",
    PhaseKind.TAPER: "Freshen up for your event",
    PhaseKind.RECOVERY: "Recover from your event",
}
BUILD_HEADLINES = ("Settle in", "Build on it", "Push on", "Make it yours")
SEASON_HEADLINES: dict[Season, tuple[str, ...]] = {
    Season.BASE: ("Lay the base", "Widen the base", "Deepen the base", "Round off the base"),
    Season.BUILD: (
        "Raise the pace you can hold",
        "Hold a firm pace for longer",
        "Make a firm pace feel normal",
        "Own that pace",
    ),
    Season.PEAK: (
        "Get a feeling for your event",
        "Practise the effort of your event",
        "Sharpen up for your event",
        "Know your event by heart",
    ),
}
"""For weeks with hard endurance work in them."""


def _season(outline: Outline, phase: Phase, days: Sequence[Day]) -> Season | None:
    """The season that shows in the week: one of easy work alone is base, whatever comes next."""
    season = outline.season(phase)
    works = [work_of(item.intervals) for day in days for item in day.activities if isinstance(item, EnduranceActivity)]
    if season is None or not works or outline.basis.constraints.focus in BUILT_ON_STRENGTH:
        return None
    return season if any(works) else Season.BASE


def _focus(phase: Phase, kind: PhaseKind, season: Season | None) -> str:
    if kind is not PhaseKind.BUILD:
        return HEADLINES[kind]
    if phase.number == 1:
        return "Find your footing"
    headlines = BUILD_HEADLINES if season is None else SEASON_HEADLINES[season]
    return headlines[min(phase.step, len(headlines) - 1)]


def _goal(phase: Phase, kind: PhaseKind, now: Amounts) -> str:
    if now.sessions == 0:
        return "Rest."
    work = []
    if now.sets:
        work.append(f"{now.sets} working sets" if now.sets != 1 else "1 working set")
    if now.minutes:
        work.append(f"{now.minutes:g} minutes of endurance")
    goal = f"{counted(now.sessions, 'session').capitalize()} with {' and '.join(work)}."
    if kind is not PhaseKind.BUILD:
        return f"{goal} {LIGHT_GOALS[kind]}"
    if phase.number == 1:
        return f"{goal} {FIRST_LIFTING if now.sets else FIRST_MOVING}"
    endings = LIFTING_GOALS if now.sets else MOVING_GOALS
    return f"{goal} {endings[min(phase.step, len(endings) - 1)]}"


LIGHT_GOALS: dict[PhaseKind, str] = {
    PhaseKind.DELOAD: "Leave every session feeling that you could have done more.",
    PhaseKind.TAPER: "Stay sharp and get rested: the hard part is done.",
    PhaseKind.RECOVERY: "Go by how you feel; you have nothing to prove this week.",
}
FIRST_LIFTING = "Learn the movements and find out what is enough; nothing should feel like a test."
FIRST_MOVING = "Find a pace that you could keep up; nothing should feel like a test."
LIFTING_GOALS = (
    "Get them all done, cleanly.",
    "Let the last repetition of each set look like the first.",
    "Pace yourself, so that each session leaves something for the next.",
    "Do what is written and leave it at that: it adds up.",
)
MOVING_GOALS = (
    "Get them all done, each at the effort that is meant.",
    "Keep the easy minutes truly easy.",
    "Pace yourself, so that each session leaves something for the next.",
    "Do what is written and leave it at that: it adds up.",
)
"""By the week's step in its block."""


def _progression(now: Amounts, before: Amounts | None, kind: PhaseKind) -> str:
    if before is None:
        return "This is where you start: every later week is measured against it."
    changes = []
    if now.rpe != before.rpe and now.rpe and before.rpe:
        changes.append(f"the hardest sets are at RPE {now.rpe:g} instead of {before.rpe:g}")
    if now.sets != before.sets:
        changes.append(f"{_difference(now.sets - before.sets, 'working set')}")
    if now.minutes != before.minutes:
        changes.append(f"{_difference(round(now.minutes - before.minutes), 'minute')} of endurance")
    if not changes and kind is not PhaseKind.BUILD:
        return "As light as the week before."
    if not changes and now.sets:
        return "Sets and effort stay as they are. Where the last week felt easy, add a repetition or a little load."
    if not changes:
        return "Much the same as the week before."
    text = "; ".join(changes)
    return f"{text[:1].upper()}{text[1:]}."


def _difference(amount: int, noun: str) -> str:
    size = abs(amount)
    return f"{size} {'more' if amount > 0 else 'fewer'} {noun if size == 1 else noun + 's'}"
