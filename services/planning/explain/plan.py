"""Title, summary, rationale and notices of a whole plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from domain.exercise import Catalogue
from domain.ids import ExerciseId
from domain.plan import Activity, Day, EnduranceActivity, StrengthActivity, Week
from domain.terms import Author, Sport, TrainingFocus
from services.planning.allotment import BUILT_ON_STRENGTH
from services.planning.endurance.intervals import work_of
from services.planning.endurance.season import Season, season_on
from services.planning.endurance.sports import FACTS
from services.planning.explain.notices import notices_of
from services.planning.explain.words import counted, date_words, listed, sentence, weekday_name
from services.planning.outline import Outline
from services.planning.strength.prescription import MAIN_PATTERNS, Role, role_of


@dataclass(frozen=True, slots=True)
class PlanTexts:
    title: str
    summary: str
    rationale: str
    notices: tuple[str, ...]


def plan_texts(outline: Outline, weeks: Sequence[Week], catalogue: Catalogue) -> PlanTexts:
    """The brief's words where it has some that claim no numbers, else our own."""
    brief = outline.brief
    return PlanTexts(
        title=_unless_numbered(brief.title) or _title(outline, weeks),
        summary=_unless_numbered(brief.summary) or _summary(outline, weeks),
        rationale=_unless_numbered(brief.rationale) or _rationale(outline, weeks, catalogue),
        notices=notices_of(outline),
    )


def author_of(outline: Outline) -> Author:
    """The brief's author where at least one of its texts is used, for the plan or as the headline of a week."""
    brief = outline.brief
    texts = (brief.title, brief.summary, brief.rationale, *brief.themes[: len(outline.phases)])
    return brief.author if any(_unless_numbered(text) for text in texts) else Author.RULES


def _unless_numbered(text: str | None) -> str | None:
    """Numbers in a model's words cannot be vouched for, so such a text is not used."""
    if text is None or not text.strip() or any(letter.isdigit() for letter in text):
        return None
    return text.strip()


def _title(outline: Outline, weeks: Sequence[Week]) -> str:
    event = outline.basis.constraints.event
    length = counted(len(weeks), "week")
    if event is not None and outline.leads_to_event:
        return sentence(f"{length} towards {event.name}")
    aims = {
        TrainingFocus.STRENGTH: "to get stronger",
        TrainingFocus.MUSCLE: "to build muscle",
        TrainingFocus.ENDURANCE: "to build endurance",
        TrainingFocus.MIXED: "of strength and endurance",
        TrainingFocus.GENERAL_HEALTH: "for your health",
    }
    return sentence(f"{length} {aims[outline.basis.constraints.focus]}")


def _summary(outline: Outline, weeks: Sequence[Week]) -> str:
    days = [day for day in weeks[0].days if day.activities]
    if not days:
        return f"The first week is for rest. {_direction(outline, weeks)}"
    names = listed([weekday_name(day.weekday) for day in days])
    strength = sum(1 for day in days if any(isinstance(item, StrengthActivity) for item in day.activities))
    endurance = sum(1 for day in days if any(isinstance(item, EnduranceActivity) for item in day.activities))
    parts = []
    if strength:
        parts.append(f"strength work on {counted(strength, 'day')}")
    if endurance:
        sports = listed([FACTS[sport].noun for sport in _sports(days)])
        parts.append(f"{sports} on {counted(endurance, 'day')}")
    longest = max(day.estimated_minutes for day in days)
    opening = f"In the first week you train on {names}: {', and '.join(parts)}, at most {longest} minutes at a time."
    return f"{opening} {_direction(outline, weeks)}"


def _direction(outline: Outline, weeks: Sequence[Week]) -> str:
    """Where the weeks lead."""
    event = outline.basis.constraints.event
    if event is not None and outline.window is not None:
        when = date_words(event.date)
        if weeks[-1].days[-1].date < outline.window.taper_start:
            return f"These weeks are a stretch of the way to {event.name} on {when}."
        if outline.leads_to_event:
            return f"It all leads to {event.name} on {when}."
        return f"The days around {event.name} on {when} are kept light; after that the weeks build up again."
    if len(outline.phases) == 1:
        return "It is a first step: see how it feels, and tell me."
    return "The weeks grow step by step, each from the one before."


def _sports(days: Sequence[Day]) -> list[Sport]:
    return list(dict.fromkeys(item.sport for item in _endurance(days)))


def _endurance(days: Sequence[Day]) -> list[EnduranceActivity]:
    return [item for day in days for item in day.activities if isinstance(item, EnduranceActivity)]


def _rationale(outline: Outline, weeks: Sequence[Week], catalogue: Catalogue) -> str:
    first = [activity for day in weeks[0].days for activity in day.activities]
    has_strength = any(isinstance(activity, StrengthActivity) for activity in first)
    has_endurance = any(isinstance(activity, EnduranceActivity) for activity in first)
    parts = []
    if has_strength:
        parts.append(_main_lifts(first, catalogue))
        parts.append(_accessories(weeks))
        parts.append(_pairs(first))
        parts.append(_loads(first))
    if has_endurance:
        is_all_easy = not any(work_of(item.intervals) for week in weeks for item in _endurance(week.days))
        amount = "All of the endurance work" if is_all_easy else "Most of the endurance work"
        parts.append(f"{amount} is easy on purpose: it is what lets you do more of it week after week.")
    parts.append(_seasons(outline, weeks))
    parts.append(_easier_weeks(outline, weeks))
    if outline.limits.is_novice:
        parts.append("As you are at the beginning, practice comes before effort.")
    return " ".join(part for part in parts if part)


def _seasons(outline: Outline, weeks: Sequence[Week]) -> str:
    """What the weeks before an event are for, one after the other; only what shows in them is said."""
    spans: dict[Season, list[int]] = {}
    for week in weeks:
        season = season_on(week.start_date, outline.basis.constraints.event, outline.window)
        works = [work_of(item.intervals) for item in _endurance(week.days)]
        if season is not None and works and (season is Season.BASE or any(works)):
            spans.setdefault(season, []).append(week.number)
    if len(spans) < 2 or outline.basis.constraints.focus in BUILT_ON_STRENGTH:
        return ""
    parts = [f"{_SEASON_WORDS[season]} ({_span(numbers)})" for season, numbers in spans.items()]
    return f"On the way to your event there is a time for {', then '.join(parts)}."


_SEASON_WORDS: dict[Season, str] = {
    Season.BASE: "the base",
    Season.BUILD: "work at a firm pace",
    Season.PEAK: "work at about the effort of the event itself",
}


def _span(numbers: Sequence[int]) -> str:
    return f"week {numbers[0]}" if len(numbers) == 1 else f"weeks {numbers[0]} to {numbers[-1]}"


def _main_lifts(activities: Sequence[Activity], catalogue: Catalogue) -> str:
    exercises = [catalogue[item.exercise_id] for item in activities if isinstance(item, StrengthActivity)]
    main = [e.name for e in exercises if role_of(e) in {Role.HEAVY, Role.COMPOUND} and e.pattern in MAIN_PATTERNS]
    names = list(dict.fromkeys(main))[:3]
    if not names:
        return "The exercises stay the same from week to week, because practice is half of progress."
    verb = "is what the sessions are built on" if len(names) == 1 else "are what the sessions are built on"
    pronoun = "It stays the same" if len(names) == 1 else "They stay the same"
    return f"{listed(names)} {verb}. {pronoun} from week to week, because practice is half of progress."


def _accessories(weeks: Sequence[Week]) -> str:
    """Said where it is so: a week after an easier one has an exercise that the last full week had not."""
    full = weeks[0]
    for before, week in pairwise(weeks):
        if before.is_deload and not week.is_deload and _exercises(week) - _exercises(full):
            return "Some of the smaller exercises change after an easier week, so that nothing goes stale."
        full = week if not week.is_deload else full
    return ""


def _exercises(week: Week) -> set[ExerciseId]:
    activities = (activity for day in week.days for activity in day.activities)
    return {activity.exercise_id for activity in activities if isinstance(activity, StrengthActivity)}


def _pairs(activities: Sequence[Activity]) -> str:
    if any(isinstance(item, StrengthActivity) and item.pair is not None for item in activities):
        return "Time is short, so some exercises are done in turn: a set of one fills the rest of the other."
    return ""


def _loads(activities: Sequence[Activity]) -> str:
    loaded = any(
        target.load_kg is not None for item in activities if isinstance(item, StrengthActivity) for target in item.sets
    )
    if loaded:
        return "Where you told me what you lift, loads follow from that; elsewhere you go by effort (RPE)."
    return "Sets go by effort (RPE): at RPE 7 you could do three more repetitions."


def _easier_weeks(outline: Outline, weeks: Sequence[Week]) -> str:
    light, window = [week for week in weeks if week.is_deload], outline.window
    easier = [str(week.number) for week in light]
    if not easier:
        return ""
    is_for_event = window is not None and any(window.tapers_on(day.date) for week in light for day in week.days)
    reason = "to recover and to be fresh for your event" if is_for_event else "so that you can recover"
    if len(easier) == 1:
        return f"Week {easier[0]} is easier, {reason}."
    return f"Weeks {listed(easier)} are easier, {reason}."
