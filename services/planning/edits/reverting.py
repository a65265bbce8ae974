"""A plan as an earlier version had it, as far as its days may still be changed."""

from datetime import date

import msgspec

from domain.basis import PlanBasis
from domain.exercise import Catalogue
from domain.plan import PlanChange, PlanDocument, Week
from services.planning.edits.draft import Edited
from services.planning.edits.telling import Telling


def as_it_was(
    document: PlanDocument, earlier: PlanDocument, *, editable: frozenset[date], basis: PlanBasis, catalogue: Catalogue
) -> Edited:
    """The document with the editable days of the earlier one. Where all days are the earlier one's, so are all texts.

    Without a difference the document is the very same object, and there are no changes.
    """
    pairs = tuple(zip(document.weeks, earlier.weeks, strict=True))
    weeks = tuple(_week(now, then, editable) for now, then in pairs)
    days = [
        (old, new)
        for week, (now, _) in zip(weeks, pairs, strict=True)
        for old, new in zip(now.days, week.days, strict=True)
    ]
    changes = tuple(PlanChange(date=new.date, description=f"{new.title} again") for old, new in days if new != old)
    if not changes:
        return Edited(document=document, changes=())
    if all(week.days == then.days for week, (_, then) in zip(weeks, pairs, strict=True)):
        return Edited(document=earlier, changes=changes)
    return Edited(document=Telling(document, basis, catalogue).plan(weeks), changes=changes)


def _week(now: Week, then: Week, editable: frozenset[date]) -> Week:
    days = tuple(
        old if new.date in editable and new != old else new for new, old in zip(now.days, then.days, strict=True)
    )
    return (
        now
        if all(day is new for day, new in zip(days, now.days, strict=True))
        else msgspec.structs.replace(now, days=days)
    )
