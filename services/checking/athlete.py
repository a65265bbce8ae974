"""The rules on who the athlete is and what they have: catalogue, equipment, days, age, level (R01-R03, R13, R14, R16, R18, R19)."""

from collections import Counter

from domain.plan import SetTarget
from domain.terms import WEEKDAYS, ExperienceLevel, MovementPattern, Muscle
from services.checking.candidates import OLDER_AGE, is_older_novice
from services.checking.reading import Lift, Reading
from services.checking.rules import Group, Rule, Verdict, hard, must_hold, share_kept
from services.checking.wording import number, on, words

ADULT_AGE = 18
YOUTH_REPS = 6
YOUTH_RPE = 8.0
NOVICE_RPE = 9.5
BALANCE_DAYS = 3


def in_catalogue(reading: Reading) -> Verdict | None:
    faults = [
        f"{activity.exercise_id} on {on(session.day.date)} is not in the catalogue"
        for session in reading.sessions
        for activity in session.unknown
    ]
    return must_hold(faults, kept="Every exercise is in the catalogue.")


def equipment(reading: Reading) -> Verdict | None:
    faults = []
    for lift in reading.ahead.lifts:
        missing = sorted(set(lift.exercise.equipment) - reading.equipment)
        if missing:
            faults.append(f"{lift.where} needs equipment that is not there: {', '.join(map(words, missing))}")
    return must_hold(faults, kept="All equipment that is needed is there.")


def available_days(reading: Reading) -> Verdict | None:
    stated = set(reading.constraints.training_days)
    faults = [
        f"{on(session.day.date)} is no training day"
        for session in reading.ahead.sessions
        if WEEKDAYS[session.day.date.weekday()] not in stated
    ]
    for week, sessions in reading.ahead.sessions_of_weeks:
        if len(sessions) > len(stated):
            faults.append(f"week {week.number} has {len(sessions)} sessions where {len(stated)} days are stated")
    return must_hold(faults, kept="All sessions are on training days, and no week has more than stated.")


def youth(reading: Reading) -> Verdict | None:
    """R13: no sets below 6 repetitions, RPE at most 8, no muscle on consecutive days (Faigenbaum 2009)."""
    if reading.basis.age >= ADULT_AGE:
        return None
    faults = [fault for lift in reading.lifts for fault in _youth_faults(lift)]
    return must_hold(faults + _repeated_muscles(reading), kept="Sets, effort and rest days suit a young athlete.")


def _youth_faults(lift: Lift) -> list[str]:
    faults = []
    reps = [target.reps for target in lift.working if target.reps is not None]
    if reps and min(reps) < YOUTH_REPS:
        faults.append(f"{lift.where} has a set of {min(reps)} repetitions")
    if (effort := _hardest(lift.working)) > YOUTH_RPE:
        faults.append(f"{lift.where} is at RPE {number(effort)}")
    return faults


def _repeated_muscles(reading: Reading) -> list[str]:
    """Muscles with hard sets as primary movers on two dates in a row."""
    trained: dict[int, set[Muscle]] = {}
    for lift in reading.lifts:
        if lift.hard_sets:
            trained.setdefault(lift.day.date.toordinal(), set()).update(lift.exercise.primary_muscles)
    faults = []
    for session in reading.strength_sessions:
        day = session.day.date.toordinal()
        repeated = trained.get(day, set()) & trained.get(day - 1, set())
        if repeated:
            faults.append(f"{words(min(repeated))} on {on(session.day.date)} and on the day before")
    return faults


def no_jumps(reading: Reading) -> Verdict | None:
    """R14, hard: no jumps for novices of 65 and over (Fragala 2019)."""
    if not is_older_novice(reading.basis):
        return None
    jumps = [lift for lift in reading.lifts if lift.exercise.pattern is MovementPattern.JUMP]
    return must_hold([f"{lift.where} is a jump" for lift in jumps], kept="There are no jumps.")


def balance(reading: Reading) -> Verdict | None:
    """R14, soft: balance work on three days a week, or in each strength session where there are fewer (WHO 2020)."""
    if reading.basis.age < OLDER_AGE or not any(exercise.is_balance for exercise in reading.candidates):
        return None
    done = wanted = 0
    for _, sessions in reading.sessions_of_weeks:
        target = min(BALANCE_DAYS, sum(1 for session in sessions if session.has_strength))
        wanted += target
        done += min(target, sum(1 for session in sessions if any(lift.exercise.is_balance for lift in session.lifts)))
    if not wanted:
        return None
    return Verdict(done / wanted, f"Balance is trained in {done} of {wanted} sessions where it should be.")


def rest_day(reading: Reading) -> Verdict | None:
    """R16, hard: a day without training among every seven dates in a row."""
    trained = {session.day.date.toordinal() for session in reading.sessions}
    faults = [
        f"no rest day in the seven days up to {on(session.day.date)}"
        for session in reading.sessions
        if all(session.day.date.toordinal() - back in trained for back in range(7))
    ]
    return must_hold(faults, kept="There is a rest day in every seven days.")


def two_rest_days(reading: Reading) -> Verdict | None:
    """R16, soft: two rest days in each week of the plan for novices and from 65 on."""
    is_older = reading.basis.age >= OLDER_AGE
    if not (is_older or reading.basis.experience is ExperienceLevel.NOVICE) or not reading.document.weeks:
        return None
    faults = [
        f"week {week.number} has {len(sessions)} training days"
        for week, sessions in reading.sessions_of_weeks
        if len(sessions) > 5
    ]
    total = len(reading.document.weeks)
    return share_kept(total - len(faults), total, faults, kept="Every week has two rest days.")


def level(reading: Reading) -> Verdict | None:
    if reading.basis.experience is not ExperienceLevel.NOVICE:
        return None
    experts = [lift for lift in reading.lifts if lift.exercise.level is ExperienceLevel.ADVANCED]
    return must_hold([f"{lift.where} is for experts" for lift in experts], kept="Nothing is beyond a novice.")


def novice_effort(reading: Reading) -> Verdict | None:
    if reading.basis.experience is not ExperienceLevel.NOVICE:
        return None
    faults = [
        f"{lift.where} is at RPE {number(_hardest(lift.working))}"
        for lift in reading.lifts
        if _hardest(lift.working) >= NOVICE_RPE
    ]
    return must_hold(faults, kept="No set is near failure.")


def failure(reading: Reading) -> Verdict | None:
    """R19, soft: the share of working sets that stop short of failure (Refalo 2022)."""
    counts = Counter(target.rpe is None or target.rpe < 10 for lift in reading.lifts for target in lift.working)
    total = counts[True] + counts[False]
    if not total:
        return None
    return Verdict(counts[True] / total, f"{counts[True]} of {total} working sets stop short of failure.")


def _hardest(sets: tuple[SetTarget, ...]) -> float:
    return max((target.rpe for target in sets if target.rpe is not None), default=0.0)


_OLDER = "From 65 on there is balance work, and novices do no jumps."
_REST = "There are rest days: one in every seven; for novices and from 65 on two."
_FAILURE = "Novices stay below RPE 9.5, and failure is required of nobody."

RULES: tuple[Rule, ...] = (
    hard("R01", "Every exercise is in the catalogue.", bound="all", source="product", judge=in_catalogue),
    hard(
        "R02",
        "The equipment needed is equipment had, implied bench, rack and bar included.",
        bound="all",
        source="product",
        judge=equipment,
    ),
    hard(
        "R03",
        "Sessions are on available days alone, and no more a week than stated.",
        bound="all",
        source="product",
        judge=available_days,
    ),
    hard(
        "R13",
        "Under 18 no sets below 6 repetitions, RPE at most 8, and no muscle on consecutive days.",
        bound="0",
        source="Faigenbaum 2009",
        judge=youth,
    ),
    hard("R14", _OLDER, bound="no jumps", source="WHO 2020; Fragala 2019", judge=no_jumps),
    Rule(
        id="R14",
        description=_OLDER,
        bound="three days a week",
        source="WHO 2020; Fragala 2019",
        group=Group.VOLUME,
        judge=balance,
    ),
    hard("R16", _REST, bound="one in every seven days", source="convention", judge=rest_day),
    Rule(
        id="R16",
        description=_REST,
        bound="two in each week",
        source="convention",
        group=Group.PROGRESSION,
        judge=two_rest_days,
    ),
    hard("R18", "A novice gets nothing of an expert's level.", bound="0", source="product", judge=level),
    hard("R19", _FAILURE, bound="RPE below 9.5", source="ACSM 2026; Refalo 2022", judge=novice_effort),
    Rule(
        id="R19",
        description=_FAILURE,
        bound="share of sets below RPE 10",
        source="ACSM 2026; Refalo 2022",
        group=Group.EFFORT,
        judge=failure,
    ),
)
