"""What the insights say, in a few sentences of which each is true."""

import msgspec

from domain.exercise import Catalogue
from domain.training import Insights

GOOD_ADHERENCE = 0.8


def summary_of(insights: Insights, catalogue: Catalogue) -> Insights:
    """The insights with their summary."""
    if not any(week.sessions_done for week in insights.weeks):
        text = (
            f"Nothing was logged in the last {_weeks(len(insights.weeks))}. Log your next workout, and it shows here."
        )
        return msgspec.structs.replace(insights, summary=text)
    sentences = [
        _sessions(insights),
        _kept(insights),
        _streak(insights),
        _progress(insights, catalogue),
        _gap(insights),
    ]
    return msgspec.structs.replace(insights, summary=" ".join(one for one in sentences if one))


def _sessions(insights: Insights) -> str:
    total = sum(week.sessions_done for week in insights.weeks)
    this_week = insights.weeks[-1].sessions_done
    times = {1: "once", 2: "twice"}.get(total, f"{total} times")
    text = f"You trained {times} in the last {_weeks(len(insights.weeks))}"
    return f"{text}, {this_week} of them this week." if 0 < this_week < total else f"{text}."


def _kept(insights: Insights) -> str:
    if insights.adherence is None:
        return ""
    share = f"{insights.adherence:.0%}".replace("%", " %")
    praise = " Well kept." if insights.adherence >= GOOD_ADHERENCE else ""
    return f"You did {share} of the sessions that were planned so far.{praise}"


def _streak(insights: Insights) -> str:
    return f"That makes {insights.streak_weeks} weeks in a row." if insights.streak_weeks > 1 else ""


def _progress(insights: Insights, catalogue: Catalogue) -> str:
    best = next(iter(insights.top_exercises), None)
    exercise = catalogue.get(best.exercise_id) if best is not None else None
    if best is None or exercise is None or best.last_estimated_max_kg <= best.first_estimated_max_kg:
        return ""
    first, last = best.first_estimated_max_kg, best.last_estimated_max_kg
    return f"Your best step forward is the {exercise.name}: an estimated maximum of {last:g} kg, from {first:g} kg."


def _gap(insights: Insights) -> str:
    weakest = next(iter(insights.weak_points), None)
    if weakest is None:
        return ""
    muscle = weakest.muscle.value.lower().replace("_", " ")
    done, wanted = weakest.weekly_sets, weakest.target_sets
    sets = f"{done:g} hard {'set' if done == 1 else 'sets'} a week, where about {wanted:g} would"
    return f"The {muscle} got the least work against what would suit you: {sets}."


def _weeks(count: int) -> str:
    return "week" if count == 1 else f"{count} weeks"
