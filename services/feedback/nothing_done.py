"""Why nothing had to be done for a wish, or could be: what is so already, what is past, what is not there."""

import datetime
from collections.abc import Iterable, Sequence

from domain.ids import ExerciseId
from domain.plan import Day
from domain.terms import Muscle, Sport
from services.feedback.acting.situation import Situation
from services.feedback.changes import when
from services.feedback.nouns import plain_name
from services.feedback.wishes import (
    Add,
    Avoid,
    Beyond,
    LimitMinutes,
    Move,
    Remove,
    Rest,
    Scale,
    Scope,
    Stress,
    Swap,
    SwapSport,
    Unavailable,
    Wish,
)
from services.planning.explain.words import day_words, listed, sentence

NOT_FOUND = (
    "I have not found what you mean on the days ahead. Tell me the exercise or the day as it stands in the plan."
)
FOR_LATER = "To make use of it, have this plan adapted or generate a new one."
WORTH_PLANNING = 10
"""Minutes more in a session for which another plan is worth while."""
ALL_REST = (
    "There are only rest days ahead in this plan. Generate a new plan, or have this one adapted, when you are ready."
)


def why_nothing(wishes: Iterable[Wish], situation: Situation) -> str:
    """The first reason there is."""
    if not any(day.activities for day in situation.open_days()):
        return ALL_REST
    reasons = (reason for wish in wishes if (reason := _closed(wish, situation) or _reason(wish, situation)))
    return next(reasons, NOT_FOUND)


def _closed(wish: Wish, situation: Situation) -> str | None:
    """That the days that were meant are not ahead, or no longer to be changed."""
    scope: Scope | None = wish.source if isinstance(wish, Move) else getattr(wish, "scope", None)
    if scope is None or scope.dates is None:
        return None
    if not scope.dates:
        return f"There is no such day ahead in this plan, which ends on {day_words(situation.document.last_date)}."
    if not situation.open_days(scope):
        dates = sorted(scope.dates)
        document = situation.document
        if not any(document.start_date <= date <= document.last_date for date in dates):
            return f"This plan goes from {day_words(document.start_date)} to {day_words(document.last_date)}."
        stays = (
            "is past or logged: it stays as it was" if len(dates) == 1 else "are past or logged: they stay as they were"
        )
        return f"{when(dates)} {stays}."
    return None


def _reason(wish: Wish, situation: Situation) -> str | None:
    match wish:
        case Rest() | Unavailable():
            dates = [day.date for day in situation.open_days(wish.scope)]
            return f"{when(dates)} {'is a rest day' if len(dates) == 1 else 'are rest days'} already."
        case Swap() | Remove() if wish.exercises:
            return _not_there(wish.exercises, wish.scope, situation)
        case Avoid() | Beyond() if wish.exercises:
            return _not_there(wish.exercises, Scope(), situation)
        case Avoid(pattern=pattern) if pattern is not None:
            return f"There are no {plain_name(pattern)} exercises on the days ahead."
        case Avoid(sport=sport):
            return f"There is no {_sport(sport)} on the days ahead."
        case Remove(sport=sport) | SwapSport(old=sport):
            return f"There is no {_sport(sport)} on {_days(wish.scope, situation)}."
        case Add():
            return f"{situation.catalogue[wish.exercise].name} is on {_days(wish.scope, situation)} already."
        case Move():
            return _unmoved(wish, situation)
        case _:
            return _amount(wish, situation)


def _unmoved(wish: Move, situation: Situation) -> str | None:
    sources = situation.open_days(wish.source)
    if not any(day.activities for day in sources):
        return f"There is nothing to move on {_days(wish.source, situation)}: {_rest(sources)}."
    targets = sorted(wish.target.dates or ())
    if not targets:
        return f"There is no such day ahead in this plan, which ends on {day_words(situation.document.last_date)}."
    return (
        f"Nothing can be moved to {when(targets)}, which is past or logged."
        if _all_closed(targets, situation)
        else None
    )


def _amount(wish: Wish, situation: Situation) -> str | None:
    match wish:
        case LimitMinutes():
            return f"Your sessions on {_days(wish.scope, situation)} take {wish.minutes} minutes or less as they are."
        case Stress():
            return (
                f"{sentence(_days(wish.scope, situation))} have no more to take away for your {_muscles(wish.muscles)}."
            )
        case Scale():
            return _unscaled(wish, situation)
        case _:
            return None


def leaves_room(wish: Wish, situation: Situation) -> bool:
    """Whether there is so much more time for good that it is worth another plan."""
    if not isinstance(wish, LimitMinutes):
        return False
    if wish.scope.weekdays:
        return wish.minutes > situation.basis.constraints.session_minutes
    longest = max((day.estimated_minutes for day in situation.open_days(wish.scope)), default=0)
    return wish.scope.is_lasting and wish.minutes >= longest + WORTH_PLANNING


def _unscaled(wish: Scale, situation: Situation) -> str:
    """There is nothing of it on these days; else it is at its end."""
    days = situation.open_days(wish.scope)
    if not any(day.activities for day in days):
        return f"There is nothing to change on {_days(wish.scope, situation)}: {_rest(days)}."
    if wish.exercises and not any(one.id in wish.exercises for _, _, one in situation.lifts(wish.scope)):
        return _not_there(wish.exercises, wish.scope, situation)
    if wish.endurance_alone and not any(wish.sport in (None, bout.sport) for _, bout in situation.bouts(wish.scope)):
        return f"There is no {_sport(wish.sport)} on {_days(wish.scope, situation)}."
    end = {(False, False): "easy", (False, True): "hard", (True, False): "short", (True, True): "long"}
    return f"It is as {end[wish.is_volume, wish.is_more]} as it may be for now."


def _not_there(exercises: Sequence[ExerciseId], scope: Scope, situation: Situation) -> str:
    names = listed([situation.catalogue[one].name for one in exercises])
    return f"{names} {'is' if len(exercises) == 1 else 'are'} not on {_days(scope, situation)}."


def _days(scope: Scope, situation: Situation) -> str:
    """The days that were meant, as far as they may be changed."""
    if scope.dates is None or scope.is_lasting:
        return "the days ahead"
    return when([day.date for day in situation.open_days(scope)])


def _rest(days: Sequence[Day]) -> str:
    return "it is a rest day" if len(days) == 1 else "these are rest days"


def _all_closed(dates: Sequence[datetime.date], situation: Situation) -> bool:
    return not any(date in situation.editable for date in dates)


def _sport(sport: Sport | None) -> str:
    return "endurance work" if sport is None else plain_name(sport)


def _muscles(muscles: Sequence[Muscle]) -> str:
    return listed([plain_name(muscle) for muscle in muscles])
