"""The rules on how far and how fast endurance grows: the longest run and the weekly minutes (R20, R21)."""

from dataclasses import dataclass

from domain.plan import Week
from domain.terms import Sport
from services.checking.amounts import full_weeks_before
from services.checking.reading import Bout, Reading
from services.checking.rules import LOW_WEIGHT, Group, Rule, Verdict, hard, must_hold, share_kept
from services.checking.wording import bounded, number

DAYS_BACK = 30
FIRST_RUN_MINUTES = 20.0
HARD_RATIO = 1.3
SOFT_RATIO = 1.1
WEEKLY_RATIO = 1.15
WEEKLY_SLACK = 10.0
"""Minutes that a week may always grow by: fifteen percent of very little is nothing."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run against the longest of the thirty days before it, in minutes; up to `free` minutes nothing is compared.

    `rise` is that of a week that was lightened by hand: it is stepped over, and with it the rise that it stood for.
    """

    bout: Bout
    longest: float
    free: float
    rise: float = 1.0

    def exceeds(self, ratio: float) -> bool:
        return self.bout.minutes > self.rise * max(self.free, self.longest * ratio) + 1e-6

    @property
    def finding(self) -> str:
        before = f"after {number(self.longest)} at the longest" if self.longest else "with no run before it"
        return f"{self.bout.where} takes {number(self.bout.minutes)} minutes {before}"


def stretches(reading: Reading) -> list[Stretch]:
    """Each run with the longest of the thirty days before. The baseline counts as of the day before the plan; where there
    is nothing to compare with, runs of up to 20 minutes are free."""
    baselines = reading.constraints.endurance_baselines
    known = [bounded(found.longest_minutes) for found in baselines if found.sport is Sport.RUNNING]
    baseline = max(known, default=0.0)
    start = reading.document.start_date.toordinal()
    done = [(start - 1, baseline)] if baseline > 0 else []
    lightened = {week.start_date.toordinal() for week in reading.document.weeks if week.is_lightened}
    found = []
    for bout in (bout for bout in reading.bouts if bout.activity.sport is Sport.RUNNING):
        day = bout.day.date.toordinal()
        longest = max((minutes for when, minutes in done if day - DAYS_BACK <= when < day), default=0.0)
        is_after_lightened = any(day - DAYS_BACK <= when <= day for when in lightened)
        free = 0.0 if baseline > 0 and longest else FIRST_RUN_MINUTES
        found.append(Stretch(bout, longest, free, rise=SOFT_RATIO if is_after_lightened else 1.0))
        done.append((day, bout.minutes))
    return found


def longest_hard(reading: Reading) -> Verdict | None:
    found = stretches(reading)
    if not found:
        return None
    faults = [stretch.finding for stretch in found if stretch.exceeds(HARD_RATIO)]
    return must_hold(faults, kept="No run is more than 30 % longer than the longest in the thirty days before.")


def longest_soft(reading: Reading) -> Verdict | None:
    found = stretches(reading)
    if not found:
        return None
    faults = [stretch.finding for stretch in found if stretch.exceeds(SOFT_RATIO)]
    kept = "No run is more than 10 % longer than the longest in the thirty days before."
    return share_kept(len(found) - len(faults), len(found), faults, kept=kept)


def weekly_minutes(reading: Reading) -> list[tuple[Week, float]]:
    """Endurance minutes of each week."""
    return [
        (week, sum(bout.minutes for session in sessions for bout in session.bouts))
        for week, sessions in reading.sessions_of_weeks
    ]


def weekly_rise(reading: Reading) -> Verdict | None:
    """R21: each week at most 15 % more than the higher of the last two full weeks, or than the baseline in week one."""
    if not reading.bouts:
        return None
    minutes = weekly_minutes(reading)
    baseline = sum(bounded(found.weekly_minutes) for found in reading.constraints.endurance_baselines)
    faults, compared = [], 0
    for index, (week, amount) in enumerate(minutes):
        before = max((minutes[position][1] for position in full_weeks_before(reading, index)), default=baseline)
        if before <= 0 or amount <= 0:
            continue
        compared += 1
        if amount > max(before * WEEKLY_RATIO, before + WEEKLY_SLACK) + 1e-6:
            faults.append(f"week {week.number} goes from {number(before)} to {number(amount)} minutes")
    if not compared:
        return None
    return share_kept(compared - len(faults), compared, faults, kept="Weekly endurance rises by at most 15 %.")


_LONGEST = "The longest run grows slowly against the longest of the thirty days before; without a baseline it starts at 20 minutes."

RULES: tuple[Rule, ...] = (
    hard("R20", _LONGEST, bound="at most 130 %", source="Frandsen 2025", judge=longest_hard),
    Rule(
        id="R20",
        description=_LONGEST,
        bound="at most 110 %",
        source="Frandsen 2025",
        group=Group.ENDURANCE,
        judge=longest_soft,
    ),
    Rule(
        id="R21",
        description="The weekly minutes of endurance rise gently.",
        bound="at most 15 % a week",
        source="convention",
        group=Group.PROGRESSION,
        weight=LOW_WEIGHT,
        judge=weekly_rise,
    ),
)
