"""The rule that what the texts claim is what the plan holds (R48): fields, numbers, names, titles and promises."""

import re
from collections.abc import Iterator

from domain.plan import Day, Week
from services.checking.claims import false_length, false_numbers
from services.checking.facts import field_faults
from services.checking.named import Names, false_names, false_promises, false_title
from services.checking.reading import Reading, Session
from services.checking.rules import Rule, Verdict, hard, must_hold
from services.checking.scope import Scope, plan_scope, week_scopes
from services.checking.turns import false_turns
from services.checking.wording import on

LONGEST_TEXT = 4000
"""Characters of one text that are read; ours have a few hundred."""
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
_DELOAD = re.compile(r"\bdeload\b|\beasier week\b|\blighter week\b|\brecovery week\b", re.IGNORECASE)
_NOT_YET = re.compile(r"\b(?:before|after|until|towards?|next|last|no|not)\b", re.IGNORECASE)


def true_texts(reading: Reading) -> Verdict | None:
    faults = field_faults(reading)
    faults += [
        fault for where, phrase in _false_phrases(reading) for fault in (f"{where} says “{phrase}”, which is not so",)
    ]
    return must_hold(faults, kept="What the plan says of itself is so.")


def _false_phrases(reading: Reading) -> Iterator[tuple[str, str]]:
    """Where something false is said, and what."""
    names = Names(reading.catalogue)
    document, whole = reading.document, plan_scope(reading)
    for where, text in (
        ("the title", document.title),
        ("the summary", document.summary),
        ("the rationale", document.rationale),
    ):
        yield from ((where, phrase) for phrase in _false_text(_own_words(reading, text), whole, names))
    yield from (("the title", phrase) for phrase in false_length(_own_words(reading, document.title), reading))
    by_day = {id(session.day): session for session in reading.sessions}
    for week, scope in week_scopes(reading):
        yield from _false_week(reading, week, scope, names)
        for day in week.days:
            yield from _false_day(reading, day, by_day.get(id(day)), week, names)


def _own_words(reading: Reading, text: str) -> str:
    """A text without what is quoted in it: people's own words claim nothing for the plan."""
    event = reading.constraints.event
    text = _QUOTED.sub(" ", text[:LONGEST_TEXT])
    for theirs in (reading.basis.goal, event.name if event is not None else ""):
        if theirs.strip():
            text = text.replace(theirs, " ")
    return text


def _false_text(text: str, scope: Scope, names: Names) -> Iterator[str]:
    yield from false_numbers(text, scope)
    yield from false_names(text, scope, names)
    yield from false_promises(text, scope)


def _false_week(reading: Reading, week: Week, scope: Scope, names: Names) -> Iterator[tuple[str, str]]:
    for name, text in (("focus", week.focus), ("goal", week.goal), ("progression", week.progression)):
        where = f"the {name} of week {week.number}"
        yield from ((where, phrase) for phrase in _false_text(_own_words(reading, text), scope, names))
    claimed = _DELOAD.search(week.focus)
    if claimed is not None and not week.is_deload and _NOT_YET.search(week.focus) is None:
        yield f"the focus of week {week.number}", claimed.group(0)


def _false_day(
    reading: Reading, day: Day, session: Session | None, week: Week, names: Names
) -> Iterator[tuple[str, str]]:
    scope = Scope(reading, (session,) if session is not None else ())
    title, reason = _own_words(reading, day.title), _own_words(reading, day.rationale)
    yield from ((f"the title of {on(day.date)}", phrase) for phrase in false_title(title, scope))
    where = f"the rationale of {on(day.date)}"
    yield from ((where, phrase) for phrase in _false_text(reason, scope, names))
    claimed = _DELOAD.search(reason)
    if claimed is not None and not week.is_deload and _NOT_YET.search(reason) is None:
        yield where, claimed.group(0)
    if session is not None:
        yield from ((f"a note on {on(day.date)}", phrase) for phrase in false_turns(session, names))


RULES: tuple[Rule, ...] = (
    hard("R48", "What the texts claim is what the plan holds.", bound="all", source="product", judge=true_texts),
)
