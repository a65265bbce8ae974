"""Operations on whole days: exchange two of them, or rest."""

from domain.errors import FaultCode
from domain.operations import MakeRestDay, MoveDay
from services.planning.edits.draft import Draft, Path
from services.planning.explain.words import day_words


def move_day(draft: Draft, operation: MoveDay, path: Path) -> None:
    """Exchange the contents of two dates. Id, date and weekday stay; an activity's id goes along."""
    day = draft.day(operation.day_id, path.to("dayId"))
    other = draft.day_on(operation.to_date)
    if other is None:
        draft.faults.add(path.to("toDate"), FaultCode.UNKNOWN, "This date is not in the plan.")
    if day is None or other is None:
        return
    if day.date == other.date:
        draft.faults.add(path.to("toDate"), FaultCode.CONFLICTING, "This is the day's own date. Choose another one.")
        return
    if not (draft.is_open(day) and draft.is_open(other)):
        return
    if not day.activities and not other.activities:
        return
    draft.put(day, other.activities)
    draft.put(other, day.activities)
    for new, old in ((day, other), (other, day)):
        if old.activities:
            draft.say(f"Moved {old.title} from {day_words(old.date)} to {day_words(new.date)}", on=new.date)


def make_rest_day(draft: Draft, operation: MakeRestDay, path: Path) -> None:
    """Take everything out of a day. A rest day stays as it is."""
    day = draft.day(operation.day_id, path.to("dayId"))
    if day is None or not draft.is_open(day) or not day.activities:
        return
    draft.put(day, ())
    draft.say(f"Made {day.weekday.capitalize()} a rest day", on=day.date)
