"""Answers about exercises and their sets: how heavy, how hard, how many, how long to rest, how it is done, what else there is."""

from dataclasses import dataclass

from domain.basis import PlanBasis
from domain.exercise import Exercise
from domain.plan import StrengthActivity, Week
from domain.terms import Equipment, Muscle
from services.feedback.looking import Looking
from services.feedback.nouns import either, kit, plain_name
from services.feedback.outlook import lifts
from services.feedback.phrases.questions import HOW
from services.feedback.telling import Telling, working_sets
from services.feedback.words import MUSCLES
from services.planning.edits.alternatives import fitting_alternatives
from services.planning.explain.units import load_words
from services.planning.explain.words import counted, day_words, listed
from services.planning.loads import best_maxima, load_step

RPE = (
    "RPE, the rate of perceived exertion, says how hard a set feels, from 1 to 10: at RPE 7 you could do three more repetitions,"
    " at RPE 8 two, at RPE 10 none. RIR, the repetitions in reserve, counts the same the other way: RPE 8 leaves two. Stop a set"
    " there, and choose the load so that it fits."
)
_BY_EFFORT = "Choose a load with which it feels like that; if you could do many more, take a little more next time."
_BY_BODY = "It is done with your own weight: stop while you could do as many more as that says."
_LOG_ONE = "Log one of ten repetitions or fewer, and I reckon your maximum from it."
_MOST_OFFERED = 3


@dataclass(frozen=True, slots=True)
class LiftingAnswers:
    """Questions are plain texts."""

    looking: Looking
    telling: Telling
    basis: PlanBasis

    def load(self, text: str) -> str:
        found = self.looking.lift(text)
        if found is None:
            return self._not_planned(text) or f"Each set says its load; where none is known, it goes by effort. {RPE}"
        day, lift, exercise = found
        told = f"{exercise.name} on {day_words(day.date)}: {self.telling.sets(lift)}."
        if any(one.load_kg is not None for one in working_sets(lift)):
            return told
        return f"{told} {_BY_BODY if load_step(exercise) is None else _BY_EFFORT}"

    def effort(self, text: str) -> str:
        found = self.looking.lift(text)
        if found is None:
            return self._not_planned(text) or f"Each set says it. {RPE}"
        day, lift, exercise = found
        return f"{exercise.name} on {day_words(day.date)}: {self.telling.sets(lift)}. {RPE}"

    def count(self, text: str) -> str | None:
        """None where no exercise is asked about."""
        if (muscles := MUSCLES.exactly(text.split(" for ")[-1].removeprefix("my ").strip(" ?"))) is not None:
            return self._sets_for(muscles, self.looking.week(text))
        return self._told(text)

    def next(self, text: str) -> str | None:
        """None where no exercise is asked about."""
        return self._told(text)

    def _told(self, text: str) -> str | None:
        found = self.looking.lift(text)
        if found is None:
            return self._not_planned(text)
        day, lift, exercise = found
        return f"{exercise.name} on {day_words(day.date)}: {self.telling.sets(lift)}."

    def _sets_for(self, muscles: tuple[Muscle, ...], week: Week) -> str:
        """Sets that train it first, in one week."""
        catalogue = self.looking.outlook.catalogue
        numbers: dict[str, int] = {}
        for lift in lifts(activity for day in week.days for activity in day.activities):
            exercise = catalogue.get(lift.exercise_id)
            if exercise is not None and set(exercise.primary_muscles) & set(muscles):
                numbers[exercise.name] = numbers.get(exercise.name, 0) + len(working_sets(lift))
        names = listed([plain_name(muscle) for muscle in muscles])
        if not numbers:
            return f"In week {week.number} no exercise trains your {names} first."
        each = listed([f"{number} of {name}" for name, number in numbers.items()])
        return (
            f"In week {week.number} there are {counted(sum(numbers.values()), 'working set')} for your {names}: {each}."
        )

    def rest(self, text: str) -> str:
        found = self.looking.lift(text)
        if found is None and (missing := self._not_planned(text)) is not None:
            return missing
        ahead = (lift for day in self.looking.outlook.ahead for lift in lifts(day.activities))
        rests = sorted({one.rest_seconds for lift in ([found[1]] if found else ahead) for one in working_sets(lift)})
        if not rests:
            return "There are no sets ahead."
        of = f" of {found[2].name}" if found else ""
        if len(rests) == 1:
            return f"Rest {rests[0]} seconds after each set{of}."
        if found:
            return f"Rest {rests[0]} to {rests[-1]} seconds after a set{of}."
        return (
            f"Rest {rests[0]} to {rests[-1]} seconds after a set: longer after the heavy ones. Each set says its own."
        )

    def maximum(self, text: str) -> str:
        maxima = best_maxima(self.basis.constraints.known_lifts)
        exercise = self.looking.exercise(text)
        if exercise is not None:
            if exercise.id not in maxima:
                return f"I know no heavy set of {exercise.name} of yours yet. {_LOG_ONE}"
            return f"I reckon with {self._maximum(exercise, maxima[exercise.id])}: by what I know you could lift that once."
        catalogue = self.looking.outlook.catalogue
        known = [self._maximum(catalogue[one], maximum) for one, maximum in maxima.items() if one in catalogue]
        if not known:
            return f"I know no heavy set of yours yet. {_LOG_ONE}"
        return f"I reckon with these maxima, by what I know: {listed(known)}."

    def why(self, text: str) -> str | None:
        """None where no exercise is asked about."""
        found = self.looking.lift(text)
        if found is None:
            return self._not_planned(text)
        day, _, exercise = found
        return f"{exercise.name} trains your {_muscles(exercise)}. {day.rationale}"

    def exercise(self, text: str) -> str | None:
        """None where no exercise is asked about."""
        exercise = self.looking.exercise(text)
        if exercise is None:
            return None
        where = self._where(exercise)
        if exercise.cues and HOW.search(text):
            return f"{exercise.name}: {' '.join(exercise.cues)} {where}"
        needed = [kit(item) for item in exercise.equipment if item is not Equipment.BODY_WEIGHT]
        lead = f"{exercise.name} trains your {_muscles(exercise)}; it needs {listed(needed) or 'no equipment'}."
        found = self.looking.lift(text)
        if found is None:
            return f"{lead} {where}"
        return f"{lead} It is next on {day_words(found[0].date)}: {self.telling.sets(found[1])}."

    def alternatives(self, text: str) -> str | None:
        """None where no exercise is asked about."""
        exercise = self.looking.exercise(text)
        if exercise is None:
            return None
        outlook = self.looking.outlook
        planned = {one.id for one in outlook.exercises}
        found = fitting_alternatives(
            exercise, basis=self.basis, catalogue=outlook.catalogue, taken=planned, limit=_MOST_OFFERED
        )
        if not found:
            return f"I know nothing else that does the work of {exercise.name} with your equipment and all that I mind for you."
        names = [one.name for one in found]
        lead = f"In the place of {exercise.name} you could do {either(names)}."
        return f"{lead} Say “swap {exercise.name} for {names[0]}”, and I change it." if exercise.id in planned else lead

    def _maximum(self, exercise: Exercise, maximum_kg: float) -> str:
        return f"about {load_words(round(maximum_kg), units=self.telling.units)} for {exercise.name}"

    def _not_planned(self, text: str) -> str | None:
        exercise = self.looking.exercise(text)
        if exercise is None:
            return None
        return (
            f"{exercise.name} is not in this plan." if not self.looking.is_planned(exercise) else self._where(exercise)
        )

    def _where(self, exercise: Exercise) -> str:
        if not self.looking.is_planned(exercise):
            return "It is not in this plan."
        for day in self.looking.outlook.ahead:
            if any(_is_of(lift, exercise) for lift in lifts(day.activities)):
                return f"It is next on {day_words(day.date)}."
        return "It is not on the days ahead."


def _is_of(lift: StrengthActivity, exercise: Exercise) -> bool:
    return lift.exercise_id == exercise.id


def _muscles(exercise: Exercise) -> str:
    return listed([plain_name(muscle) for muscle in exercise.primary_muscles])
