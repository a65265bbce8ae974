"""How well a plan keeps what a lesson wishes for: more of this, less of that, easier, harder (R49 and the lessons' credit)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from domain.lessons import Lesson, LessonRule, LessonRuleKind
from domain.terms import WEEKDAYS, Muscle
from services.checking.bands import BIG_MUSCLES, sets_that_fit
from services.checking.reading import Lift, Reading
from services.checking.wording import joined, number, words

EMPHASIS = 1.2
"""An emphasised muscle has a fifth more than the others have on average."""
PREFERRED_SHARE = 0.5
USUAL_RPE = 8.0
EASIEST_RPE = 6.5
DEMANDING_RPE = 7.5
RPE_SLACK = 0.25
FULL = 0.75
"""A week that uses three quarters of the time for hard sets is a full one."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How far a wish is kept, from 0 to 1, and what the plan does for it: a sentence, around one figure where it has one."""

    score: float
    before: str
    amount: float | None = None
    after: str = ""
    unit: str = ""
    is_for_more: bool = True

    @property
    def finding(self) -> str:
        return f"{self.before}{self._figure}{self.after}"

    @property
    def _figure(self) -> str:
        return "" if self.amount is None else f"{number(self.amount)}{self.unit}"

    def against(self, without: "Wish | None") -> str:
        """The finding beside the figure of the plan without the wish, where it moved the way that is wished for."""
        other = without.amount if without is not None and without.amount is not None else 0.0
        if self.amount is None or self.amount == other or (self.amount > other) is not self.is_for_more:
            return self.finding
        return f"{self.before}{self._figure} instead of {number(other)}{self.unit}{self.after}"


def wish_verdict(reading: Reading, lesson: Lesson) -> Wish | None:
    """How far the plan keeps this wish, and what it did for it; None where there is nothing in the plan to keep it with."""
    find = _FINDERS.get(lesson.rule.kind)
    return find(reading, lesson.rule) if find is not None else None


def _preferred_exercise(reading: Reading, rule: LessonRule) -> Wish | None:
    exercise = reading.catalogue.get(rule.exercise_id) if rule.exercise_id is not None else None
    if exercise is None or not reading.strength_sessions:
        return None
    days = sum(1 for s in reading.strength_sessions if any(lift.exercise.id == exercise.id for lift in s.lifts))
    if days:
        return Wish(1.0, f"{exercise.name} is in ", days, f" of {len(reading.strength_sessions)} strength sessions.")
    return Wish(0.0, f"{exercise.name} is not in the plan: {why_not(reading, exercise.id)}.")


def why_not(reading: Reading, exercise_id: str) -> str:
    """Why an exercise of the catalogue is not in the plan, as far as the checker can know."""
    exercise = next(found for found in reading.catalogue if found.id == exercise_id)
    missing = sorted(set(exercise.equipment) - reading.equipment)
    if missing:
        return f"it needs {words(missing[0])}, which is not there"
    if any(found.id == exercise_id for found in reading.candidates):
        return "other exercises were given its place"
    return "level, a limitation or another lesson stands against it"


def _emphasis(reading: Reading, rule: LessonRule) -> Wish | None:
    found = _against_others(reading, rule.muscle)
    if found is None or rule.muscle is None:
        return None
    sets, others = found
    score = min(1.0, sets / (EMPHASIS * others)) if others > 0 else 1.0
    return _compared(score, rule.muscle, sets, others, is_for_more=True)


def _reduction(reading: Reading, rule: LessonRule) -> Wish | None:
    found = _against_others(reading, rule.muscle)
    if found is None or rule.muscle is None:
        return None
    sets, others = found
    return _compared(1.0 if sets <= others else others / sets, rule.muscle, sets, others, is_for_more=False)


def _against_others(reading: Reading, muscle: Muscle | None) -> tuple[float, float] | None:
    """Average weekly hard sets of a muscle, and of the other big muscles that the plan trains."""
    weeks = [sets for _, sets in reading.weekly_sets if sets]
    if muscle is None or not weeks:
        return None
    others = [other for other in BIG_MUSCLES if other is not muscle and any(other in sets for sets in weeks)]
    own = sum(sets.get(muscle, 0.0) for sets in weeks) / len(weeks)
    rest = [sum(sets.get(other, 0.0) for sets in weeks) / len(weeks) for other in others]
    return own, sum(rest) / len(rest) if rest else 0.0


def _compared(score: float, muscle: Muscle, sets: float, others: float, *, is_for_more: bool) -> Wish:
    after = f" hard sets a week, where other big muscles have {number(others)}."
    return Wish(score, f"{words(muscle).capitalize()}: ", sets, after, is_for_more=is_for_more)


def _equipment(reading: Reading, rule: LessonRule) -> Wish | None:
    wanted = set(rule.equipment or ())
    users = sorted({lift.exercise.name for lift in reading.lifts if wanted.intersection(lift.exercise.equipment)})
    if not users:
        return None
    return Wish(1.0, f"Used for {joined(users)}.")


def _training_days(reading: Reading, rule: LessonRule) -> Wish | None:
    wished = rule.weekdays or ()
    if not wished or not reading.sessions:
        return None
    used = {WEEKDAYS[session.day.date.weekday()] for session in reading.sessions}
    kept = [words(day).capitalize() for day in wished if day in used]
    left = [words(day).capitalize() for day in wished if day not in used]
    finding = f"Training on {joined(kept, most=7)}." if kept else "No training on the days that were wished for."
    finding = f"{finding} {joined(left, most=7)} stays free." if left and kept else finding
    return Wish(len(kept) / len(wished), finding)


def _sport(reading: Reading, rule: LessonRule) -> Wish | None:
    total = sum(bout.minutes for bout in reading.bouts)
    if total <= 0 or rule.sport is None:
        return None
    share = sum(bout.minutes for bout in reading.bouts if bout.activity.sport is rule.sport) / total
    after = f" of the endurance time is {words(rule.sport)}."
    return Wish(min(1.0, share / PREFERRED_SHARE), "", round(100 * share), after, unit="%")


def _intensity(reading: Reading, rule: LessonRule) -> Wish | None:
    if rule.amount is None:
        return None
    if rule.sport is not None:
        return _zones(reading, rule, rule.amount)
    lifts = [lift for lift in reading.lifts if lift.hard_sets]
    inside, outside = (
        _mean_rpe(lift for lift in lifts if concerns(rule, lift)),
        _mean_rpe(lift for lift in lifts if not concerns(rule, lift)),
    )
    if inside is None:
        return None
    after = " on average" + (f", {number(outside)} elsewhere." if outside else ".")
    score = _effort_score(inside, outside, rule.amount)
    return Wish(score, "Effort is RPE ", inside, after, is_for_more=rule.amount > 1)


def _effort_score(inside: float, outside: float | None, amount: float) -> float:
    if amount > 1:
        wanted = min(DEMANDING_RPE, outside) if outside is not None else DEMANDING_RPE
        return min(1.0, max(0.0, 1 - (wanted - RPE_SLACK - inside)))
    wanted = max(EASIEST_RPE, USUAL_RPE * amount, outside or 0.0)
    return min(1.0, max(0.0, 1 - (inside - wanted - RPE_SLACK)))


def _mean_rpe(lifts: Iterable[Lift]) -> float | None:
    efforts = [target.rpe for lift in lifts for target in lift.working if target.rpe is not None]
    return sum(efforts) / len(efforts) if efforts else None


def _zones(reading: Reading, rule: LessonRule, amount: float) -> Wish | None:
    zones = [i.zone for b in reading.bouts if b.activity.sport is rule.sport for i in b.activity.intervals]
    if not zones or rule.sport is None:
        return None
    is_kept = max(zones) >= 3 if amount > 1 else max(zones) <= 4
    before = f"{words(rule.sport).capitalize()} goes up to zone "
    return Wish(1.0 if is_kept else 0.5, before, max(zones), ".", is_for_more=amount > 1)


def _volume(reading: Reading, rule: LessonRule) -> Wish | None:
    if rule.amount is None:
        return None
    if rule.sport is not None:
        return _sport_volume(reading, rule, rule.amount)
    if rule.muscle is not None:
        return (_emphasis if rule.amount > 1 else _reduction)(reading, rule)
    inside = [len(lift.working) for lift in reading.lifts if lift.hard_sets and concerns(rule, lift)]
    outside = [len(lift.working) for lift in reading.lifts if lift.hard_sets and not concerns(rule, lift)]
    if not inside:
        return None
    if not outside:
        return _whole_volume(reading, rule.amount)
    own, other = sum(inside) / len(inside), sum(outside) / len(outside)
    after = f" working sets at a time, where other exercises have {number(other)}."
    is_for_more = rule.amount > 1
    return Wish(min(1.0, own / other if is_for_more else other / own), "", own, after, is_for_more=is_for_more)


def _whole_volume(reading: Reading, amount: float) -> Wish | None:
    fitting = sets_that_fit(reading)
    weeks = [week for week in reading.document.weeks if not reading.is_light(week)]
    if fitting <= 0 or not weeks:
        return None
    done = sum(lift.hard_sets for lift in reading.lifts if not reading.is_light(lift.week)) / len(weeks)
    share = done / fitting
    after = f" hard sets a week, where there is time for about {number(fitting)}."
    score = min(1.0, share / FULL) if amount > 1 else 1.0 if share <= 1 else 1 / share
    return Wish(score, "", done, after, is_for_more=amount > 1)


def _sport_volume(reading: Reading, rule: LessonRule, amount: float) -> Wish | None:
    baselines = [b.weekly_minutes for b in reading.constraints.endurance_baselines if b.sport is rule.sport]
    minutes = sum(bout.minutes for bout in reading.bouts if bout.activity.sport is rule.sport)
    if rule.sport is None or not minutes or not baselines or baselines[0] <= 0:
        return None
    weekly = minutes / max(1, len(reading.document.weeks))
    after = f" minutes of {words(rule.sport)} a week, where {number(baselines[0])} were usual."
    is_for_more = amount > 1
    score = min(1.0, weekly / baselines[0] if is_for_more else baselines[0] / weekly)
    return Wish(score, "", weekly, after, is_for_more=is_for_more)


def concerns(rule: LessonRule, lift: Lift) -> bool:
    """Whether a rule on intensity or volume speaks of this exercise; one without a scope speaks of everything."""
    exercise = lift.exercise
    if rule.exercise_id is not None:
        return rule.exercise_id == exercise.id
    if rule.pattern is not None:
        return rule.pattern is exercise.pattern
    if rule.muscle is not None:
        return rule.muscle in exercise.primary_muscles
    return rule.sport is None


_FINDERS: dict[LessonRuleKind, Callable[[Reading, LessonRule], Wish | None]] = {
    LessonRuleKind.PREFER_EXERCISE: _preferred_exercise,
    LessonRuleKind.EMPHASISE_MUSCLE: _emphasis,
    LessonRuleKind.REDUCE_MUSCLE: _reduction,
    LessonRuleKind.EQUIPMENT_AVAILABLE: _equipment,
    LessonRuleKind.TRAIN_ON_DAYS: _training_days,
    LessonRuleKind.PREFER_SPORT: _sport,
    LessonRuleKind.INTENSITY: _intensity,
    LessonRuleKind.VOLUME: _volume,
}
