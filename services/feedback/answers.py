"""Answers to questions, from the plan alone: true, short, and honest about what cannot be told."""

import datetime
from collections.abc import Callable, Iterable

from domain.basis import PlanBasis
from domain.exercise import Exercise
from domain.plan import Day, EnduranceActivity, SetKind, SetTarget, StrengthActivity, Week
from domain.terms import Sport
from services.feedback.language import plain
from services.feedback.outlook import Outlook, lifts
from services.feedback.phrases.questions import HOW
from services.feedback.scopes import scoped
from services.feedback.topics import Topic
from services.feedback.words import SPORTS
from services.planning.exercise_names import words_of
from services.planning.heart_rate import ZONE_RPE

CAN_ASK = (
    "Ask me what is on a day, why it is there, how heavy, how long or how often, when the easier week comes, "
    "or what RPE means. "
    "Or tell me what to change: an exercise, a day, how hard or how long it is."
)
_RPE = (
    "RPE says how hard a set feels, from 1 to 10: at RPE 7 you could do three more repetitions, at RPE 8 two, at RPE 10 none. "
    "Stop the set there, and choose the load so that it fits."
)
_FOOD = "I plan training and leave food to others. Ask me about your sessions, their reasons, or what to change."
_SYMPTOMS = (
    "With chest pain, fainting or pain that is sharp or spreads, stop at once and see a doctor. A joint that hurts: tell me "
    "which one, and I take what loads it out of the days ahead. Sore muscles after new exercises are normal and fade within "
    "a few days."
)
_SKIPPING = (
    "One missed session costs you nothing: go on with the next one as planned. If you know that you cannot train on a day, tell me "
    "which one, and I make it a rest day or move what is on it. Nothing was changed."
)


class Answers:
    """Answers questions on one plan."""

    def __init__(self, outlook: Outlook, basis: PlanBasis) -> None:
        self._outlook = outlook
        self._basis = basis

    def answer(self, topic: Topic, question: str) -> str:
        text = plain(question)
        fixed = _FIXED.get(topic)
        if fixed is not None:
            return fixed
        by_topic: dict[Topic, Callable[[str], str]] = {
            Topic.ZONES: self._zones,
            Topic.DELOAD: self._deload,
            Topic.DAY: self._day,
            Topic.NEXT: self._next,
            Topic.LENGTH: self._length,
            Topic.LOAD: self._load,
            Topic.REST: self._rest,
            Topic.WARM_UP: self._warm_up,
            Topic.COUNT: self._count,
            Topic.END: self._end,
            Topic.WHY: self._why,
            Topic.PROGRESS: self._progress,
            Topic.EQUIPMENT: self._equipment,
            Topic.EXERCISE: self._exercise,
        }
        found = by_topic.get(topic)
        return found(text) if found is not None else f"That I cannot tell from your plan. {CAN_ASK}"

    def _zones(self, _: str) -> str:
        feelings = ", ".join(f"zone {zone} about {rpe:g}" for zone, rpe in ZONE_RPE.items())
        return (
            f"Zones say how hard endurance work is, from 1 (very easy) to 5 (all out). On the scale of effort to 10: {feelings}. "
            "In zone 2 you can still talk in sentences."
        )

    def _deload(self, _: str) -> str:
        easier = [
            week
            for week in self._outlook.document.weeks
            if week.is_deload and week.days[-1].date >= self._outlook.today
        ]
        if not easier:
            return "There is no easier week ahead in this plan. Tell me if you want one of the weeks to be easier."
        return f"The next easier week is week {easier[0].number}, from {_date(easier[0].start_date)} on."

    def _day(self, text: str) -> str:
        day = self._meant(text) or self._upcoming()
        return "That day is not in this plan." if day is None else self._told(day)

    def _next(self, text: str) -> str:
        sports = SPORTS.found(text)
        for day in self._outlook.ahead:
            if _has_sport(day, sports) if sports else bool(day.activities):
                return f"The next one is on {_date(day.date)}: {day.title}, about {day.estimated_minutes} minutes."
        return "There is none ahead in this plan."

    def _length(self, text: str) -> str:
        day = self._meant(text)
        if day is not None:
            if not day.activities:
                return f"{_date(day.date)} is a rest day."
            return f"{day.title} on {_date(day.date)} takes about {day.estimated_minutes} minutes, warm-up and rests included."
        minutes = [day.estimated_minutes for day in self._outlook.ahead if day.activities]
        if not minutes:
            return "There are only rest days ahead."
        return f"Your sessions ahead take from {min(minutes)} to {max(minutes)} minutes, warm-up and rests included."

    def _load(self, text: str) -> str:
        found = self._named_lift(text)
        if found is None:
            return f"Each set says its load, or where none is known, its RPE. {_RPE}"
        day, lift, exercise = found
        working = [one for one in lift.sets if one.kind is SetKind.WORKING]
        loads = [one.load_kg for one in working if one.load_kg is not None]
        if loads:
            return f"{exercise.name} on {_date(day.date)}: {max(loads):g} kg for {_sets(working)}."
        return (
            f"{exercise.name} on {_date(day.date)} goes by effort: {_sets(working)}. Choose a load with which it feels like that; "
            "if you could do many more, take a little more next time."
        )

    def _rest(self, text: str) -> str:
        if "rest day" in text:
            days = [day for day in self._outlook.ahead[:7] if not day.activities]
            return (
                f"In the next seven days you rest on {_listed(_date(day.date) for day in days)}."
                if days
                else "None in the next week."
            )
        found = self._named_lift(text)
        rests = [one.rest_seconds for one in found[1].sets] if found else self._rests()
        if not rests:
            return "There are no sets ahead."
        if min(rests) == max(rests):
            return f"Rest {rests[0]} seconds after each set{f' of {found[2].name}' if found else ''}."
        return f"Rest from {min(rests)} to {max(rests)} seconds after a set: longer after the heavy ones. Each set says its own."

    def _warm_up(self, _: str) -> str:
        return (
            "Begin each strength session with five easy minutes, which the planned time has in it, and do the warm-up sets where "
            "an exercise has some. Endurance sessions begin and end with their own easy minutes."
        )

    def _count(self, text: str) -> str:
        found = self._named_lift(text)
        if found is not None:
            day, lift, exercise = found
            working = [one for one in lift.sets if one.kind is SetKind.WORKING]
            return f"{exercise.name} on {_date(day.date)}: {_sets(working)}."
        week = self._this_week()
        sessions = [day for day in week.days if day.activities]
        sports = SPORTS.found(text)
        if sports:
            count = sum(_has_sport(day, sports) for day in sessions)
            return f"In week {week.number}: {count} {'session' if count == 1 else 'sessions'} of {_words(sports[0])}."
        return f"In week {week.number} you train on {len(sessions)} days: {_listed(day.weekday.capitalize() for day in sessions)}."

    def _end(self, _: str) -> str:
        document = self._outlook.document
        return f"The plan has {len(document.weeks)} weeks. Its last day is {_date(document.last_date)}."

    def _why(self, text: str) -> str:
        found = self._named_lift(text)
        day = self._meant(text)
        if found is not None:
            exercise = found[2]
            muscles = _listed(_words(muscle) for muscle in exercise.primary_muscles)
            return f"{exercise.name} trains your {muscles}. {found[0].rationale}"
        if day is not None:
            return f"{_date(day.date)}, {day.title}: {day.rationale}"
        return self._outlook.document.rationale

    def _progress(self, _: str) -> str:
        week = self._this_week()
        return f"Week {week.number}: {week.goal} {week.progression}"

    def _equipment(self, _: str) -> str:
        needed = {item for exercise in self._outlook.exercises for item in exercise.equipment}
        names = sorted(_words(item) for item in needed if item != "BODY_WEIGHT")
        return f"This plan uses {_listed(names)}." if names else "This plan needs no equipment at all."

    def _exercise(self, text: str) -> str:
        exercise = self._named(text)
        if exercise is None:
            return f"Tell me the exercise by its name in the plan. {CAN_ASK}"
        muscles = _listed(_words(muscle) for muscle in exercise.primary_muscles)
        needs = _listed(_words(item) for item in exercise.equipment)
        days = [
            day for day in self._outlook.ahead if any(lift.exercise_id == exercise.id for lift in lifts(day.activities))
        ]
        where = f" It is next on {_date(days[0].date)}." if days else ""
        if exercise.cues and HOW.search(text):
            return f"{exercise.name}: {' '.join(exercise.cues)}{where}"
        return (
            f"{exercise.name} trains your {muscles}; it needs {needs}.{where} If it does not suit you, say “swap {exercise.name}” "
            "and I choose another one."
        )

    def _told(self, day: Day) -> str:
        if not day.activities:
            return f"{_date(day.date)} is a rest day."
        parts = [self._activity(one) for one in day.activities]
        return f"{_date(day.date)}: {day.title}, about {day.estimated_minutes} minutes. {'; '.join(parts)}."

    def _activity(self, activity: StrengthActivity | EnduranceActivity) -> str:
        if isinstance(activity, EnduranceActivity):
            return f"{activity.title}, {activity.total_minutes:g} minutes"
        exercise = self._outlook.catalogue.get(activity.exercise_id)
        working = [one for one in activity.sets if one.kind is SetKind.WORKING]
        return f"{exercise.name if exercise else 'an exercise'}, {_sets(working)}"

    def _meant(self, text: str) -> Day | None:
        """The day that a question names, or that is looked at."""
        dates = scoped(text, self._outlook).scope.dates
        on = min(dates) if dates else self._outlook.looked_at
        return self._outlook.day_on(on) if on is not None else None

    def _upcoming(self) -> Day | None:
        return next((day for day in self._outlook.ahead if day.activities), None)

    def _this_week(self) -> Week:
        weeks = self._outlook.document.weeks
        return next((week for week in weeks if week.days[-1].date >= self._outlook.today), weeks[-1])

    def _named(self, text: str) -> Exercise | None:
        """The exercise of the plan that a question speaks of: the one of whose name most is there."""
        words = set(words_of(text))
        scores = {exercise.id: len(words & set(words_of(exercise.name))) for exercise in self._outlook.exercises}
        best = max(self._outlook.exercises, key=lambda exercise: scores[exercise.id], default=None)
        return best if best is not None and scores[best.id] > 0 else None

    def _named_lift(self, text: str) -> tuple[Day, StrengthActivity, Exercise] | None:
        exercise = self._named(text)
        if exercise is None:
            return None
        meant = self._meant(text)
        days = [meant] if meant is not None and meant.activities else []
        for day in (*days, *self._outlook.ahead):
            for lift in lifts(day.activities):
                if lift.exercise_id == exercise.id:
                    return day, lift, exercise
        return None

    def _rests(self) -> list[int]:
        return [one.rest_seconds for day in self._outlook.ahead for lift in lifts(day.activities) for one in lift.sets]


_FIXED: dict[Topic, str] = {
    Topic.RPE: _RPE,
    Topic.FOOD: _FOOD,
    Topic.SYMPTOMS: _SYMPTOMS,
    Topic.SKIPPING: _SKIPPING,
    Topic.ABILITIES: CAN_ASK,
}


def _has_sport(day: Day, sports: tuple[Sport, ...]) -> bool:
    return any(isinstance(one, EnduranceActivity) and one.sport in sports for one in day.activities)


def _sets(working: list[SetTarget]) -> str:
    if not working:
        return "no working sets"
    first = working[0]
    amount = f"{first.reps} repetitions" if first.reps is not None else f"{first.duration_seconds} seconds"
    effort = f" at RPE {first.rpe:g}" if first.rpe is not None else ""
    return f"{len(working)} {'set' if len(working) == 1 else 'sets'} of {amount}{effort}"


def _date(on: datetime.date) -> str:
    return f"{on:%A} {on.day} {on:%B}"


def _words(value: str) -> str:
    return value.lower().replace("_", " ")


def _listed(words: Iterable[str]) -> str:
    plain_words = list(words)
    if len(plain_words) < 2:
        return "".join(plain_words)
    return f"{', '.join(plain_words[:-1])} and {plain_words[-1]}"
