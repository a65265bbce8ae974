"""The rules on progress, deloads, legs and lungs apart, and work that serves the focus (R36, R37, R44, R47)."""

from collections.abc import Sequence
from itertools import pairwise

from domain.terms import Mechanic, MovementPattern, TrainingFocus
from services.checking.persistence import main_lifts
from services.checking.reading import Lift, Reading, Session, is_hard_bout
from services.checking.rules import LOW_WEIGHT, Group, Rule, Verdict, share_kept
from services.checking.wording import bounded, on, words

LEAST_WEEKS = 3
PROGRESSING = 0.8
DELOAD_FROM_WEEKS = 5
DELOAD_EVERY = (4, 8)
DELOAD_CUT = (1 / 3, 1 / 2)
CUT_SLACK = 0.1
"""Whole sets and minutes make no exact third."""
HEAVY_LEG_RPE = 7.0
SERVING = 0.6
MIXED_SERVING = 0.3
GROWTH_REPS = (5, 30)
HEALTHY_RPE = 8.0
HEALTHY_ZONE = 3
_LEGS = frozenset({MovementPattern.SQUAT, MovementPattern.LUNGE, MovementPattern.HINGE})


def progress(reading: Reading) -> Verdict | None:
    """R36: of the main exercises that stay three full weeks, four of five end with more than they began with."""
    weeks: dict[str, dict[int, Lift]] = {}
    for lift in main_lifts(reading):
        if not reading.is_light(lift.week):
            weeks.setdefault(lift.exercise.id, {})[lift.week.number] = lift
    staying = [[found[key] for key in sorted(found)] for found in weeks.values() if len(found) >= LEAST_WEEKS]
    if not staying:
        return None
    still = [lifts[0].exercise.name for lifts in staying if not _is_more(lifts[0], lifts[-1])]
    share = (len(staying) - len(still)) / len(staying)
    finding = "The main exercises progress." if not still else f"These do not progress: {', '.join(sorted(still)[:3])}."
    return Verdict(min(1.0, share / PROGRESSING), finding)


def _is_more(first: Lift, last: Lift) -> bool:
    """More load, repetitions, seconds, sets or effort."""
    before, after = _measures(first), _measures(last)
    return any(now > then for then, now in zip(before, after, strict=True))


def _measures(lift: Lift) -> tuple[float, ...]:
    sets = lift.working
    return (
        max((bounded(target.load_kg) for target in sets), default=0.0),
        sum(bounded(target.reps) for target in sets),
        sum(bounded(target.duration_seconds) for target in sets),
        max((bounded(target.rpe) for target in sets), default=0.0),
        float(len(sets)),
    )


def deloads(reading: Reading) -> Verdict | None:
    """R37: in plans of five weeks or more a deload every four to eight weeks, with a third to half less volume (Bell 2023)."""
    weeks = reading.sessions_of_weeks
    if len(weeks) < DELOAD_FROM_WEEKS:
        return None
    # What is called a deload and is as heavy as ever counts as a bad one, not as none.
    positions = [index for index, (week, _) in enumerate(weeks) if week.is_deload]
    if not positions:
        return Verdict(0.0, f"There is no deload in {len(weeks)} weeks.")
    # What follows the last deload may be as long as what lies between two.
    rows = [after - before for before, after in pairwise([-1, *positions, len(weeks)])]
    timely = sum(1 for row in rows if row <= DELOAD_EVERY[1]) / len(rows)
    cuts = [_cut_score(cut) for index in positions if (cut := _cut(reading, index)) is not None]
    lighter = sum(cuts) / len(cuts) if cuts else 1.0
    numbers = ", ".join(str(weeks[index][0].number) for index in positions)
    return Verdict((timely + lighter) / 2, f"Deloads in week {numbers}, {lighter:.0%} as light as they should be.")


def _cut(reading: Reading, index: int) -> float | None:
    """By how much a deload is lighter than the last full week before it."""
    weeks = reading.sessions_of_weeks
    before = next((sessions for week, sessions in reversed(weeks[:index]) if not reading.is_light(week)), ())
    volume = _volume(before)
    return 1 - _volume(weeks[index][1]) / volume if volume > 0 else None


def _volume(sessions: Sequence[Session]) -> float:
    """Hard work in one number: working sets at three minutes each, and endurance minutes."""
    sets = sum(len(lift.working) for session in sessions for lift in session.lifts)
    return 3.0 * sets + sum(bout.minutes for session in sessions for bout in session.bouts)


def _cut_score(cut: float) -> float:
    low, high = DELOAD_CUT[0] - CUT_SLACK, DELOAD_CUT[1] + CUT_SLACK
    if cut < low:
        return max(0.0, cut / low)
    return 1.0 if cut <= high else max(0.0, 1 - (cut - high) / (1 - high))


def legs_and_lungs(reading: Reading) -> Verdict | None:
    """R44: of the days with hard endurance the share without heavy legs on the same day (Petré 2021)."""
    hard = [session for session in reading.sessions if any(is_hard_bout(bout) for bout in session.bouts)]
    if not hard or not any(_is_heavy_leg(lift) for lift in reading.lifts):
        return None
    faults = [on(s.day.date) for s in hard if any(_is_heavy_leg(lift) for lift in s.lifts)]
    return share_kept(len(hard) - len(faults), len(hard), faults, kept="Heavy legs and hard endurance keep apart.")


def _is_heavy_leg(lift: Lift) -> bool:
    is_leg = lift.exercise.pattern in _LEGS and lift.exercise.mechanic is Mechanic.COMPOUND
    return is_leg and any(target.rpe is None or target.rpe >= HEAVY_LEG_RPE for target in lift.working)


def serves_focus(reading: Reading) -> Verdict | None:
    """R47: at least 60 % of the work serves the focus; in mixed plans strength and endurance have 30 % each at least."""
    total = sum(session.minutes for session in reading.sessions)
    if not total:
        return None
    endurance = sum(bout.minutes for bout in reading.bouts) / total
    focus = reading.constraints.focus
    if focus is TrainingFocus.ENDURANCE:
        return _served(endurance, "of the time is endurance")
    if focus is TrainingFocus.MIXED:
        score = min(1.0, endurance / MIXED_SERVING, (1 - endurance) / MIXED_SERVING)
        return Verdict(score, f"{endurance:.0%} of the time is endurance, the rest strength.")
    if focus is TrainingFocus.GENERAL_HEALTH:
        return _served(_healthy_share(reading), "of sets and intervals are at an effort that does everybody good")
    sets = [(lift, target) for lift in reading.lifts if lift.hard_sets for target in lift.working]
    if focus is TrainingFocus.STRENGTH:
        fitting = sum(1 for lift, _ in sets if lift.exercise.mechanic is Mechanic.COMPOUND)
    else:
        fitting = sum(1 for _, target in sets if target.reps is None or GROWTH_REPS[0] <= target.reps <= GROWTH_REPS[1])
    share = fitting / len(sets) if sets else 0.0
    return _served((1 - endurance) * share, f"of the work is for {words(focus)}")


def _healthy_share(reading: Reading) -> float:
    fits = [target.rpe is None or target.rpe <= HEALTHY_RPE for lift in reading.lifts for target in lift.working]
    fits += [interval.zone <= HEALTHY_ZONE for bout in reading.bouts for interval in bout.activity.intervals]
    return sum(fits) / len(fits) if fits else 1.0


def _served(share: float, what: str) -> Verdict:
    return Verdict(min(1.0, max(0.0, share) / SERVING), f"{share:.0%} {what}.")


RULES: tuple[Rule, ...] = (
    Rule(
        id="R36",
        description="Four of five main exercises progress over the weeks.",
        bound="4 of 5",
        source="ACSM 2009",
        group=Group.PROGRESSION,
        judge=progress,
    ),
    Rule(
        id="R37",
        description="Plans of five weeks or more have a deload every four to eight weeks, with a third to half less volume.",
        bound="every 4 to 8 weeks, a third to half less",
        source="Bell 2023",
        group=Group.PROGRESSION,
        weight=LOW_WEIGHT,
        judge=deloads,
    ),
    Rule(
        id="R44",
        description="Heavy legs and hard endurance are not on the same day.",
        bound="share of hard endurance days",
        source="Petré 2021",
        group=Group.PROGRESSION,
        judge=legs_and_lungs,
    ),
    Rule(
        id="R47",
        description="Most of the work serves the focus.",
        bound="60 %",
        source="convention",
        group=Group.FIT,
        judge=serves_focus,
    ),
)
