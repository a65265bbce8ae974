"""The rules on how endurance is spread: easy and hard, heart rates, long run, health, taper (R23, R38, R39, R42, R43)."""

import itertools
from collections.abc import Sequence

from domain.terms import ExperienceLevel, LimitationKind, Sport, TrainingFocus
from services.checking.formulas import maximum_heart_rate, zone_beats
from services.checking.reading import Bout, Reading, Session, is_hard_bout
from services.checking.rules import Group, Rule, Verdict, hard, must_hold
from services.checking.wording import bounded, number, on

EASY_ZONE = 2
EASY_SHARE = 0.75
HARD_A_WEEK = 2
NOVICE_HARD_A_WEEK = 1
BEATS_OF_SLACK = 2.0
"""Rounding to whole beats, at either end."""
LONG_SHARE = 0.35
LONG_SHARE_OF_FEW = 0.5
FEW_RUNS = 3
HEALTH_MINUTES = 150.0
VIGOROUS_ZONE = 4
RAMP_START = 60.0
RAMP = 1.1
HEALTH_STRENGTH_DAYS = 2
TAPER_DAYS = 14
TAPER_CUT = (0.41, 0.60)
BUILD_WEEKS = 3


def hard_apart(reading: Reading) -> Verdict | None:
    """R38, hard: a novice's hard endurance sessions are never on consecutive days (Seiler 2010)."""
    if reading.basis.experience is not ExperienceLevel.NOVICE or not reading.bouts:
        return None
    dates = sorted({bout.day.date for bout in reading.bouts if is_hard_bout(bout)})
    faults = [
        f"hard sessions on {on(before)} and {on(after)}"
        for before, after in itertools.pairwise(dates)
        if after.toordinal() - before.toordinal() == 1
    ]
    return must_hold(faults, kept="No two hard endurance sessions are on consecutive days.")


def mostly_easy(reading: Reading) -> Verdict | None:
    """R38, soft: half for the share of easy minutes, half for weeks with no more hard sessions than good (Seiler 2010)."""
    if not reading.bouts:
        return None
    easy = total = 0.0
    for interval in (interval for bout in reading.bouts for interval in bout.activity.intervals):
        total += bounded(interval.minutes)
        easy += bounded(interval.minutes) if interval.zone <= EASY_ZONE else 0.0
    most = NOVICE_HARD_A_WEEK if reading.basis.experience is ExperienceLevel.NOVICE else HARD_A_WEEK
    weeks = [sessions for _, sessions in reading.sessions_of_weeks]
    fine = sum(1 for sessions in weeks if _hard_count(sessions) <= most)
    share = easy / total if total > 0 else 1.0
    score = (min(1.0, share / EASY_SHARE) + fine / len(weeks)) / 2
    return Verdict(
        score,
        f"{share:.0%} of the endurance time is easy; {fine} of {len(weeks)} weeks have at most {most} hard sessions.",
    )


def _hard_count(sessions: Sequence[Session]) -> int:
    return sum(1 for session in sessions for bout in session.bouts if is_hard_bout(bout))


def heart_rates(reading: Reading) -> Verdict | None:
    """R39: heart rates are those of their zone, by 208 - 0.7 age unless measured, by reserve where resting is known."""
    if LimitationKind.BETA_BLOCKER in reading.limitations:
        return None
    faults, checked = [], 0
    for bout in reading.bouts:
        for interval in bout.activity.intervals:
            if interval.heart_rate is None:
                continue
            checked += 1
            low, high = zone_beats(interval.zone, reading.constraints, age=reading.basis.age)
            span = interval.heart_rate
            if abs(bounded(span.minimum) - low) > BEATS_OF_SLACK or abs(bounded(span.maximum) - high) > BEATS_OF_SLACK:
                faults.append(
                    f"{bout.where} has {number(span.minimum)} to {number(span.maximum)} beats in zone "
                    f"{number(interval.zone)}, which is {low:.0f} to {high:.0f}"
                )
    if not checked:
        return None
    maximum = maximum_heart_rate(reading.constraints, age=reading.basis.age)
    return must_hold(faults, kept=f"Heart rates follow from a maximum of {number(maximum)} beats.")


def long_run(reading: Reading) -> Verdict | None:
    """R42: the long run is at most 35 % of the week's running, or half of it with three runs or fewer (Daniels)."""
    scores, faults = [], []
    for week, sessions in reading.sessions_of_weeks:
        runs = [b.minutes for s in sessions for b in s.bouts if b.activity.sport is Sport.RUNNING]
        if len(runs) < 2 or sum(runs) <= 0:
            continue
        share, bound = max(runs) / sum(runs), LONG_SHARE_OF_FEW if len(runs) <= FEW_RUNS else LONG_SHARE
        scores.append(min(1.0, bound / share))
        if share > bound + 1e-6:
            faults.append(f"week {week.number}: {share:.0%} where {bound:.0%} is the most")
    if not scores:
        return None
    finding = "The long run keeps its share of the week." if not faults else f"The long run is {'; '.join(faults[:3])}."
    return Verdict(sum(scores) / len(scores), finding)


def health(reading: Reading) -> Verdict | None:
    """R23: 150 moderate minutes a week (vigorous ones count twice) and two strength days, or a ramp toward them (WHO 2020).

    Asked of general health, and of plans that have endurance work. The ramp starts at the baseline, at least an hour, and
    rises by a tenth a week; what the days have no time for is not asked.
    """
    if reading.constraints.focus is not TrainingFocus.GENERAL_HEALTH and not reading.bouts:
        return None
    if not reading.sessions:
        return None
    full = [(week, sessions) for week, sessions in reading.sessions_of_weeks if not reading.is_light(week)]
    scores = [_health_of_week(reading, index, sessions) for index, (_, sessions) in enumerate(full)]
    if not scores:
        return None
    minutes = sum(score[0] for score in scores) / len(scores)
    strength = sum(score[1] for score in scores) / len(scores)
    finding = (
        f"The weeks reach {minutes:.0%} of the endurance and {strength:.0%} of the strength days that health asks for."
    )
    return Verdict((minutes + strength) / 2, finding)


def _health_of_week(reading: Reading, index: int, sessions: Sequence[Session]) -> tuple[float, float]:
    baseline = sum(bounded(found.weekly_minutes) for found in reading.constraints.endurance_baselines)
    days = min(6, len(set(reading.constraints.training_days)))
    time = days * reading.constraints.session_minutes
    # Half of the time is for strength, but in plans for endurance.
    share = 0.8 if reading.constraints.focus is TrainingFocus.ENDURANCE else 0.5
    if reading.constraints.focus in (TrainingFocus.STRENGTH, TrainingFocus.MUSCLE):
        share = 0.2
    ramp = max(RAMP_START, min(baseline, HEALTH_MINUTES)) * RAMP**index
    target = min(HEALTH_MINUTES, ramp, time * share)
    done = sum(_moderate_minutes(bout) for session in sessions for bout in session.bouts)
    strength_days = sum(1 for session in sessions if session.has_strength)
    wanted = min(HEALTH_STRENGTH_DAYS, days)
    return min(1.0, done / target if target > 0 else 1.0), min(1.0, strength_days / wanted if wanted else 1.0)


def _moderate_minutes(bout: Bout) -> float:
    return sum(
        bounded(interval.minutes) * (2 if interval.zone >= VIGOROUS_ZONE else 1) for interval in bout.activity.intervals
    )


def taper(reading: Reading) -> Verdict | None:
    """R43: in the week or the two weeks before an event 41 to 60 % less volume than in the three weeks before (Bosquet 2007).

    Whole weeks are compared, so that it does not matter on which days one trains.
    """
    event = reading.constraints.event
    if event is None or not reading.sessions:
        return None
    days = [day.date.toordinal() for _, day in reading.dated_days]
    date = event.date.toordinal()
    build = min(BUILD_WEEKS, (date - TAPER_DAYS - days[0]) // 7)
    # A plan that ends before the event, or begins too late for a build, has nothing to taper from.
    if date > days[-1] + 1 or build < 1:
        return None
    before = _daily(reading, date - TAPER_DAYS - 7 * build, date - TAPER_DAYS)
    if before <= 0:
        return None
    cuts = [1 - _daily(reading, date - length, date) / before for length in (7, TAPER_DAYS)]
    best = max(cuts, key=_taper_score)
    return Verdict(_taper_score(best), f"Before the event there is {best:.0%} less than in the weeks before.")


def _daily(reading: Reading, start: int, end: int) -> float:
    """Amount of training a day on dates from start up to but without end: endurance minutes, or sets where there is none."""
    sessions = [session for session in reading.sessions if start <= session.day.date.toordinal() < end]
    if reading.bouts:
        amount = sum(bout.minutes for session in sessions for bout in session.bouts)
    else:
        amount = sum(len(lift.working) for session in sessions for lift in session.lifts)
    return amount / (end - start)


def _taper_score(cut: float) -> float:
    low, high = TAPER_CUT
    if cut < low:
        return max(0.0, cut / low)
    return 1.0 if cut <= high else max(0.0, 1 - (cut - high) / (1 - high))


_SPREAD = (
    "Three quarters of the endurance time are easy; at most two hard sessions a week (novices one), "
    "for novices never on consecutive days."
)

RULES: tuple[Rule, ...] = (
    Rule(
        id="R23",
        description="A week has 150 moderate minutes and two strength days, or ramps toward them.",
        bound="150 minutes, 2 days",
        source="WHO 2020",
        group=Group.ENDURANCE,
        judge=health,
    ),
    hard("R38", _SPREAD, bound="novices: not on consecutive days", source="Seiler 2010", judge=hard_apart),
    Rule(
        id="R38",
        description=_SPREAD,
        bound="75 % easy, 2 hard sessions (novices 1)",
        source="Seiler 2010",
        group=Group.ENDURANCE,
        judge=mostly_easy,
    ),
    hard(
        "R39",
        "Heart rates follow from a maximum of 208 - 0.7 age unless measured, and from the reserve where the resting rate is known.",
        bound="the zone's beats, give or take 2",
        source="Tanaka 2001",
        judge=heart_rates,
    ),
    Rule(
        id="R42",
        description="The long run is at most 35 % of the week's running, half with three runs or fewer.",
        bound="35 %, or 50 %",
        source="Daniels",
        group=Group.ENDURANCE,
        judge=long_run,
    ),
    Rule(
        id="R43",
        description="Before an event there is a taper of 8 to 14 days.",
        bound="41 to 60 % less volume",
        source="Bosquet 2007",
        group=Group.ENDURANCE,
        judge=taper,
    ),
)
