"""Answers about days and weeks: what is on them, when something is next, how long it takes, how often, and why."""

import re
from dataclasses import dataclass

from domain.plan import Day, EnduranceActivity
from services.feedback.looking import Looking, has_sport
from services.feedback.nouns import plain_name
from services.feedback.outlook import lifts
from services.feedback.telling import Telling
from services.feedback.words import SPORTS
from services.planning.endurance.sports import FACTS
from services.planning.explain.words import counted, day_words, listed, weekday_name

_A_WEEK = re.compile(r"\b(?:per|a|each|every) week\b")
_REST = re.compile(r"\b(?:rest(?: day)?|day off|off|free)\b")
_MOST_DAYS = 3
_NOT_IN_PLAN = "That day is not in this plan."
_DELOAD = "A deload is an easier week on purpose, with a third to half less to do, so that your body can build in what you trained."


@dataclass(frozen=True, slots=True)
class CalendarAnswers:
    """Questions are plain texts."""

    looking: Looking
    telling: Telling

    def day(self, text: str) -> str:
        if self.looking.names_a_week(text):
            return self.telling.week(self.looking.week(text))
        if days := self.looking.days(text):
            return " ".join(self.telling.day(day) for day in days[:_MOST_DAYS])
        day, upcoming = self.looking.day(text), self._upcoming()
        if day is None and self.looking.names_a_day(text):
            return f"{_NOT_IN_PLAN} {self.next('')}"
        return _NOT_IN_PLAN if (told := day or upcoming) is None else self.telling.day(told)

    def past_day(self, text: str) -> str | None:
        """What was on a day that lies back; None where none is asked about."""
        day = self.looking.past_day(text)
        return None if day is None else self.telling.day(day)

    def next(self, text: str) -> str:
        sports = SPORTS.found(text)
        what = FACTS[sports[0]].session if sports else "session"
        for day in self.looking.outlook.ahead:
            if has_sport(day, sports) if sports else bool(day.activities):
                return (
                    f"Your next {what} is on {day_words(day.date)}: {day.title}, about {day.estimated_minutes} minutes."
                )
        return f"There is no {what} ahead in this plan."

    def length(self, text: str) -> str:
        if SPORTS.found(text) and (found := self.looking.bout(text)) is not None:
            on, bout = found
            return f"{bout.title} on {day_words(on.date)} takes {bout.total_minutes:g} minutes."
        if self.looking.names_a_week(text) or _A_WEEK.search(text):
            week = self.looking.week(text)
            training = [day.estimated_minutes for day in week.days if day.activities]
            return (
                f"Week {week.number} has about {sum(training)} minutes of training, on {counted(len(training), 'day')}."
            )
        if (day := self.looking.day(text)) is not None:
            if not day.activities:
                return f"{day_words(day.date)} is a rest day."
            return f"{day.title} on {day_words(day.date)} takes about {day.estimated_minutes} minutes{_included(day)}."
        minutes = [day.estimated_minutes for day in self.looking.outlook.ahead if day.activities]
        if not minutes:
            return "There are only rest days ahead."
        span = f"{minutes[0]}" if min(minutes) == max(minutes) else f"{min(minutes)} to {max(minutes)}"
        return f"Your sessions ahead take {span} minutes, warm-up and rests included."

    def count(self, text: str) -> str:
        if (day := self.looking.day(text)) is not None and "exercise" in text and not self.looking.names_a_week(text):
            number = len(list(lifts(day.activities)))
            return f"{day_words(day.date)}, {day.title}: {counted(number, 'exercise')}."
        week = self.looking.week(text)
        sports = SPORTS.found(text)
        days = [day for day in week.days if (has_sport(day, sports) if sports else day.activities)]
        if not days:
            return (
                f"In week {week.number} there is no {plain_name(sports[0])}."
                if sports
                else f"Week {week.number} is all rest."
            )
        names = listed([weekday_name(day.weekday) for day in days])
        what = f"there is {plain_name(sports[0])}" if sports else "you train"
        return f"In week {week.number} {what} on {counted(len(days), 'day')}: {names}."

    def rest_days(self, text: str) -> str:
        if (asked := self.looking.day(text)) is not None and not self.looking.names_a_week(text):
            return self.telling.day(asked)
        days = [day_words(day.date) for day in self.looking.outlook.ahead[:7] if not day.activities]
        return (
            f"In the next seven days you rest on {listed(days)}."
            if days
            else "There is no rest day in the next seven days."
        )

    def end(self) -> str:
        document = self.looking.outlook.document
        return f"The plan has {counted(len(document.weeks), 'week')}. Its last day is {day_words(document.last_date)}."

    def why(self, text: str) -> str | None:
        """None where no day is asked about."""
        day = self.looking.day(text)
        if day is None and SPORTS.found(text) and (found := self.looking.bout(text)) is not None:
            day = found[0]
        if day is None or self.looking.names_a_week(text):
            return None
        if day.activities and _REST.search(text):
            return f"{day_words(day.date)} is no rest day: {day.title}, about {day.estimated_minutes} minutes. {day.rationale}"
        if not day.activities:
            return f"{day_words(day.date)} is a rest day. {day.rationale}"
        return f"{day_words(day.date)}, {day.title}: {day.rationale}"

    def deload(self, text: str) -> str:
        outlook = self.looking.outlook
        easier = [week for week in outlook.document.weeks if week.is_deload and week.days[-1].date >= outlook.today]
        told = "There is no easier week ahead in this plan. Tell me if you want one of the weeks to be easier."
        if easier:
            told = f"The next easier week is week {easier[0].number}, from {day_words(easier[0].start_date)} on."
        return f"{_DELOAD} {told}" if re.search(r"\b(?:what|why|mean|explain)\b", text) else told

    def progress(self, text: str) -> str:
        week = self.looking.week(text)
        return f"Week {week.number}: {week.goal} {week.progression}"

    def _upcoming(self) -> Day | None:
        return next((day for day in self.looking.outlook.ahead if day.activities), None)


def _included(day: Day) -> str:
    """Endurance has its own easy minutes; only sets have rests."""
    return "" if all(isinstance(one, EnduranceActivity) for one in day.activities) else ", warm-up and rests included"
