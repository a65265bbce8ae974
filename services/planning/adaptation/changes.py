"""What an adaptation changed, in words: why, and then week by week."""

from collections.abc import Iterator, Mapping

from domain.exercise import Catalogue
from domain.ids import ExerciseId
from domain.plan import EnduranceActivity, PlanChange, PlanDocument, SetKind, StrengthActivity, Week
from services.planning.adaptation.form import Form
from services.planning.explain.weeks import amounts
from services.planning.explain.words import counted, listed

MOST_NAMED = 3
KEPT = "Nothing had to change: what lies ahead still fits."


def changes_of(old: PlanDocument, new: PlanDocument, catalogue: Catalogue, *, form: Form) -> tuple[PlanChange, ...]:
    """Reasons first, then one sentence for each week that is another one now. Never empty: an adaptation is always told."""
    weeks = [
        PlanChange(description=f"Week {now.number}: {'; '.join(differences)}.")
        for before, now in zip(old.weeks, new.weeks, strict=True)
        if now is not before and (differences := list(_differences(before, now, catalogue)))
    ]
    reasons = [PlanChange(description=reason) for reason in _reasons(old, form)]
    return (*reasons, *weeks) if weeks else (PlanChange(description=KEPT),)


def _reasons(old: PlanDocument, form: Form) -> Iterator[str]:
    if form.days_away:
        yield f"You were away for {counted(form.days_away, 'day')}, so you start again a little lighter."
    begun = [week for week in old.weeks if week.start_date <= form.today]
    if form.is_worn_out(begun):
        yield "The last three workouts went badly, so the next week is an easier one."
    if form.is_sore:
        yield "You were very sore, so there are fewer sets for a while."
    if begun and not form.days_away and not form.was_trained(begun[-1]):
        yield "Much of the last week was missed, so the next one does not ask for more."


def _differences(before: Week, now: Week, catalogue: Catalogue) -> Iterator[str]:
    if now.is_deload != before.is_deload:
        yield "an easier week now" if now.is_deload else "a full week now"
    yield from _exercise_changes(before, now, catalogue)
    yield from _load_changes(before, now, catalogue)
    sets, sets_before = amounts(now.days).sets, amounts(before.days).sets
    if sets != sets_before:
        yield f"{sets} working sets instead of {sets_before}"
    minutes, minutes_before = _minutes(now), _minutes(before)
    if minutes != minutes_before:
        yield f"{minutes:g} minutes of endurance instead of {minutes_before:g}"
    if [bool(day.activities) for day in now.days] != [bool(day.activities) for day in before.days]:
        yield "other training days"


def _exercise_changes(before: Week, now: Week, catalogue: Catalogue) -> Iterator[str]:
    old, new = _loads(before), _loads(now)
    added = [catalogue[one].name for one in new if one not in old]
    gone = [found.name for one in old if one not in new and (found := catalogue.get(one)) is not None]
    if added:
        yield f"new: {_some(added)}"
    if gone:
        yield f"no more {_some(gone)}"


def _load_changes(before: Week, now: Week, catalogue: Catalogue) -> Iterator[str]:
    old, new = _loads(before), _loads(now)
    changed = []
    for one, load in new.items():
        if one not in old or load is None or load == old[one]:
            continue
        instead = f" instead of {old[one]:g}" if old[one] is not None else ""
        changed.append(f"{catalogue[one].name} at {load:g} kg{instead}")
    if changed:
        yield _some(changed)


def _some(names: list[str]) -> str:
    """The first few, and how many more."""
    more = len(names) - MOST_NAMED
    return listed(names) if more <= 0 else f"{', '.join(names[:MOST_NAMED])} and {more} more"


def _loads(week: Week) -> Mapping[ExerciseId, float | None]:
    """The heaviest working load of each exercise, in the order of the week; None where effort alone says."""
    found: dict[ExerciseId, float | None] = {}
    for day in week.days:
        for activity in day.activities:
            if isinstance(activity, StrengthActivity):
                loads = [
                    one.load_kg for one in activity.sets if one.kind is SetKind.WORKING and one.load_kg is not None
                ]
                heaviest = max(loads, default=0.0)
                found[activity.exercise_id] = max(heaviest, found.get(activity.exercise_id) or 0.0) or None
    return found


def _minutes(week: Week) -> float:
    activities = (activity for day in week.days for activity in day.activities)
    return sum(one.total_minutes for one in activities if isinstance(one, EnduranceActivity))
