"""Wishes about exercises: swap, remove, add, dislike, like."""

import re

from domain.ids import ExerciseId
from services.feedback.language import Clause
from services.feedback.matchers import Doubt, Found
from services.feedback.matchers.sports import kinds_of_session, only_sports, sport_swap
from services.feedback.named_sessions import of_named_sessions
from services.feedback.nouns import plain_name
from services.feedback.outlook import Outlook, is_generic, trimmed
from services.feedback.phrases.exercises import (
    ADD,
    CANNOT_DO,
    DISLIKE,
    LESS_OF_IT,
    LIKE,
    MINUTES,
    NEVER,
    NOT_DISLIKED,
    NOT_WORKING,
    REMOVE,
    SWAPS,
    TWO_SWAPS,
)
from services.feedback.phrases.names import NO_NAMES
from services.feedback.scopes import everywhere, looked_at, scoped
from services.feedback.spans import FOR_SO_LONG, for_a_while
from services.feedback.wishes import Add, AddSport, Avoid, Beyond, Prefer, Remove, Scope, Swap, Wish
from services.feedback.words import NUMBERS, PATTERNS
from services.planning.explain.words import listed

_PART = re.compile(r"\b(?:bit|part|thing|stuff|side)s?\b")
_MAKING_ROOM = "Which exercise should make room?"
_WHICH_ONE = "Which exercise do you mean? Tell me its name as it stands in the plan."


def not_in_plan(phrase: str, *, about: ExerciseId | None = None) -> Doubt:
    return Doubt(f"I do not find “{trimmed(phrase)}” in your plan. {_WHICH_ONE}", stands_alone=True, about=about)


def swap(clause: Clause, outlook: Outlook) -> Found:
    """`Swap the lunges for glute bridges`, `cycling instead of running`."""
    found = scoped(clause.text, outlook)
    scope = _scope(found.scope if found.scope.is_said else for_a_while(clause.text, outlook), outlook)
    text = FOR_SO_LONG.sub("", found.rest).strip()
    if (several := TWO_SWAPS.match(text)) is not None:
        each = [_swap_in(f"{several['verb']} {several[part]}", scope, outlook) for part in ("first", "second")]
        if all(isinstance(wishes, list) for wishes in each):
            return [wish for wishes in each if isinstance(wishes, list) for wish in wishes]
    return _swap_in(text, scope, outlook)


def _swap_in(text: str, scope: Scope, outlook: Outlook) -> Found:
    for pattern in SWAPS:
        match = pattern.search(text)
        if match is None:
            continue
        old, new = match["old"], match.groupdict().get("new")
        wish = _swap_of(old, new, of_named_sessions(old, scope, outlook), outlook)
        if wish is not None:
            return wish
    return None


def _swap_of(old: str, new: str | None, scope: Scope, outlook: Outlook) -> Found:
    if (sports := sport_swap(old, new, scope)) is not None:
        return sports
    exercises = outlook.in_plan(old)
    if new is None or is_generic(new):
        if exercises:
            return [Swap(exercises=exercises, new=None, scope=scope)]
        return not_in_plan(old) if outlook.is_known(old) else None
    wanted = outlook.anywhere(new)
    if not exercises:
        if wanted is None:
            return None
        if trimmed(old) in NO_NAMES:
            return Doubt(_MAKING_ROOM)
        return Doubt(f"I do not find “{trimmed(old)}” in your plan. {_MAKING_ROOM}", stands_alone=True)
    if wanted is None:
        return Doubt(f"I do not know “{trimmed(new)}”. Which exercise would you like instead?", stands_alone=True)
    others = tuple(one for one in exercises if one != wanted)
    return [Swap(exercises=others, new=wanted, scope=scope)] if others else None


def remove(clause: Clause, outlook: Outlook) -> Found:
    """`Remove the lunges`, `skip the run on Friday`, `no more burpees`."""
    found = scoped(clause.text, outlook)
    never = NEVER.search(found.rest)
    if never is not None:
        return _disliked(never["old"], outlook, is_firm=True) or None
    if (unable := CANNOT_DO.search(found.rest)) is not None:
        return _beyond(unable["old"] or unable["impossible"], outlook)
    text = FOR_SO_LONG.sub("", found.rest).strip()
    match = REMOVE.search(text)
    if match is None or LESS_OF_IT.search(text):
        return None
    old = next(words for words in match.groups() if words is not None)
    while_it_lasts = found.scope if found.scope.is_said else for_a_while(clause.sentence, outlook)
    scope = _scope(while_it_lasts, outlook)
    if match["none"] and (kinds := kinds_of_session(old, outlook)) is not None:
        return kinds
    if _is_only_patterns(old) and not found.scope.is_said:
        return [Avoid(pattern=pattern) for pattern in PATTERNS.found(old)]
    if (sports := only_sports(old)) is not None:
        return [Remove(sport=sport, scope=of_named_sessions(old, scope, outlook)) for sport in sports]
    if exercises := outlook.in_plan(old):
        return [Remove(exercises=exercises, scope=scope)]
    if (some := _removed_in_part(old, scope, outlook)) is not None:
        return some
    known = outlook.named(old)
    is_meant = outlook.is_known(old) or match["unwanted"] is None
    return not_in_plan(old, about=known) if known is not None and is_meant else None


def _removed_in_part(old: str, scope: Scope, outlook: Outlook) -> list[Wish | Doubt] | None:
    """`The squats and the planks` where there are no planks: the squats go, and the rest is asked about."""
    here = [one for part in _parts(old) for one in outlook.in_plan(part)]
    missing = [part for part in _parts(old) if not outlook.in_plan(part)]
    if not here or not missing or not all(map(outlook.is_known, missing)):
        return None
    return [Remove(exercises=tuple(dict.fromkeys(here)), scope=scope), not_in_plan(missing[0])]


def _parts(phrase: str) -> list[str]:
    return re.split(r"\s*(?:,| and | or )\s*", trimmed(phrase))


def _beyond(old: str, outlook: Outlook) -> Found:
    """All that is listed; else what is named in it: `box jumps the ceiling is too low`."""
    whole = _called(old, outlook) or tuple(one for part in _parts(old) for one in _called(part, outlook))
    exercises = whole or _called(outlook.last_named_in(old) or "", outlook)
    return [Beyond(exercises=tuple(dict.fromkeys(exercises)))] if exercises else None


def _called(phrase: str, outlook: Outlook) -> tuple[ExerciseId, ...]:
    """The exercise of just this name; else all of the plan that are called so, and that one beside them."""
    known, here = _known(phrase, outlook), outlook.in_plan(phrase)
    return known if set(known) & set(here) else (*here, *known)


def dislike(clause: Clause, outlook: Outlook) -> Found:
    """`I hate burpees`, `running is boring`."""
    text = scoped(clause.text, outlook).rest
    match = DISLIKE.search(text)
    if match is None or NOT_DISLIKED.search(text):
        return None
    old = match["old"] or match["subject"] or match["sucking"]
    if match["sucking"] and NOT_WORKING.search(text) and (sports := only_sports(_PART.sub("", old))) is not None:
        what = listed([plain_name(sport) if sport else "cardio" for sport in sports])
        return Doubt(
            f"What is it about the {what}: how hard it is, how long it takes, or the day? Or would you rather do another sport?"
        )
    return _disliked(old, outlook, is_firm=False) or None


def _disliked(old: str, outlook: Outlook, *, is_firm: bool) -> list[Wish] | Doubt:
    if (kinds := kinds_of_session(old, outlook)) is not None:
        return kinds
    if (sports := only_sports(old)) is not None and None not in sports:
        return [Avoid(sport=sport, is_firm=is_firm) for sport in sports]
    if _is_only_patterns(old):
        return [Avoid(pattern=pattern, is_firm=is_firm) for pattern in PATTERNS.found(old)]
    exercises = outlook.in_plan(old) or _known(old, outlook)
    return [Avoid(exercises=exercises, is_firm=is_firm)] if exercises else []


def _is_only_patterns(phrase: str) -> bool:
    """`Jumps` are a kind of exercises; `box jumps` are one of them."""
    rest = PATTERNS.without(trimmed(phrase))
    return (
        bool(PATTERNS.found(phrase)) and not re.sub(r"\b(?:and|or|any|more|kind|kinds|of|other)\b|,", " ", rest).strip()
    )


def _known(phrase: str, outlook: Outlook) -> tuple[ExerciseId, ...]:
    found = outlook.named(phrase)
    return () if found is None else (found,)


def like(clause: Clause, outlook: Outlook) -> Found:
    """`I love deadlifts`, `keep the plank`."""
    text = scoped(clause.text, outlook).rest
    match = LIKE.search(text)
    if match is None or re.search(r"\b(?:not|no|never)\b|\bwould like to\b|\blike (?:to|it if|you to)\b", text):
        return None
    new = match["new"] or match["subject"] or match["favourite"] or match["kept"] or match["fan"]
    if (sports := only_sports(new)) is not None:
        return [Prefer(sport=sport) for sport in sports if sport is not None] or None
    exercise = outlook.anywhere(new) if outlook.is_known(new) or not match["kept"] else None
    return None if exercise is None else [Prefer(exercise=exercise)]


def add(clause: Clause, outlook: Outlook) -> Found:
    """`Add face pulls on Friday`, `I want a 30 minute run on Saturday`."""
    found = scoped(clause.text, outlook)
    match = ADD.search(found.rest)
    if match is None or re.search(
        r"\b(?:no|not|never|less|fewer|(?<!can )(?<!could )(?<!would )(?<!will )you (?:have )?(?:put|added|included))\b",
        found.rest,
    ):
        return None
    new = match["new"] or match["nice"] or match["split"]
    scope = found.scope if found.scope.is_said else looked_at(outlook)
    minutes = _minutes_in(new)
    sports = only_sports(MINUTES.sub(" ", new).replace(" of ", " "))
    if sports is not None and (named := [sport for sport in sports if sport is not None]):
        return [AddSport(sport=named[0], minutes=minutes, scope=scope)]
    if is_generic(new) or new.startswith("me "):
        return None
    exercise = outlook.anywhere(re.sub(r"\b\w+ (?:sets?|reps?) of\b|\bsome\b", " ", new))
    return [Add(exercise=exercise, scope=scope)] if exercise is not None else None


def _minutes_in(text: str) -> int | None:
    for match in MINUTES.finditer(text):
        number = int(match["number"]) if match["number"].isdigit() else NUMBERS[match["number"]]
        if match["unit"] is not None:
            return number * 60 if match["unit"].startswith("h") else number
        if "hour" in match["number"]:
            return number
    return None


def _scope(scope: Scope, outlook: Outlook) -> Scope:
    """What was said; else the day that is looked at; else all days ahead."""
    if scope.is_said:
        return scope
    here = looked_at(outlook)
    return here if here.is_said else everywhere(outlook)
