"""What `them`, `it` and `that day` mean: what was named before, in the same message."""

from dataclasses import replace

from services.feedback.language import Clause
from services.feedback.outlook import Outlook, trimmed
from services.feedback.phrases import any_of
from services.feedback.words import EQUIPMENT, MUSCLES, SPORTS

_LITTLE = r"(?:a|bit|little|lot|touch|much|way|far|even|slightly|somewhat|rather|really)"
_AMOUNT = r"(?:(?:easi|hard|short|long|light|heavi|gentl|tough|quick)er|short|light|easy|gentle|quick)"
_POINTING_BACK = any_of(
    r"""
    \b(?P<verb>(?:swap|switch|replace|change|exchange|trade|substitute|remove|drop|delete|cut|skip|ditch|scrap|bin|lose|
        take|get(?= (?:them|those|these|it) (?:out|off|away)\b)|
        leave|chuck|throw|kick|axe|get rid of|hate|dislike|detest|loathe|despise|dread|can not stand|can not bear|sick of|tired of|
        fed up with|do not (?:like|want|enjoy|love|have|own)|alternatives? (?:for|to)|instead of|more of|less of|fewer of|
        ease off on|ease up on|go easy on|back off on|give|move|shift|put|bring|push|lay off|hit|train|work on|focus on|
        no longer have)(?: (?:doing|out))?)[ ](?:them|those|these|it|that one|this one|that|this)(?= |$)
    """
)
_EXCHANGED = any_of(
    r"\b(?:swap|switch|replace|change|exchange|trade|substitute)(?: out)? (?:them|those|these|it) (?:for|with|to|by) "
)
"""Names the new thing, so that it points back at the old one."""
_INSTEAD = any_of(
    r"""
    ^(?:(?:so|and|please) )*(?:give me|do|have|use|put in|add|let me do|i would (?:rather|like|prefer)(?: to)?(?: do)?|
        (?:can|could) (?:i|we) (?:do|have)) (?P<new>(?!it\b|that\b|this\b|them\b)[a-z -]{3,40}?) instead$
    """
)
"""After what somebody does not want: `I can't stand running, give me cycling instead`."""
_A_DAY = r"(?:(?:this|next|on|every|each) )?(?:<weekday>s?|today|tomorrow)"
_DAYS = any_of(r"\b<day>(?: (?:and |or |to |till |until |through )?<day>)*\b", day=_A_DAY)
_WEEK = any_of(r"\b(?:this|next) week(?:end)?\b|\bat the weekend\b")
_NUMBERED_WEEK = any_of(r"\bthe (?:first|second|third|fourth|last) week\b|\bweek \d+\b")
_THAT_DAY = any_of(r"\b(?:on )?(?:that day|then)\b")
_THOSE_DAYS = any_of(r"\b(?:on )?(?:(?:those|these|both) days)\b")
_ITS_AMOUNT = any_of(
    r"""
    \b(?P<verb>cut|shorten|trim|lengthen|extend|lighten|halve|reduce|lower|raise|increase|tone|dial|scale|turn|bring|step|ramp|bump|
        ease|cap|limit|move|shift|push|reschedule|postpone|(?:make|keep)(?= (?:it|them) (?:<little> )*(?:<amount>\b|(?:to |at |
        under |below |within |about |max )*(?:\d+ ?m|half an hour|an hour))))[ ](?:it|them)(?= |$)
    """,
    little=_LITTLE,
    amount=_AMOUNT,
)
_BARE_AMOUNT = any_of(r"^(?:<little> )*<amount>(?: (?:one|session|workout|day))?$", little=_LITTLE, amount=_AMOUNT)
_UP_OR_DOWN = any_of(
    r"\b(?P<verb>cut|tone|dial|scale|turn|bring|take|step|ramp|bump|crank|amp|knock|wind) (?:it|them) (?P<how>down|up|back)\b"
)
_THEY = any_of(r"^they(?= )|^that(?= (?:last \w+|yesterday|today) was\b)")
_CAN = any_of(r"\bcan (?!not\b)(?:\w+ )?(?:train|do|work ?out|exercise|make)\b|\b(?<!not )(?:able to|free|available)\b")
"""Said of days that have nothing in them yet."""
_MOVING = any_of(r"\b(?:move|swap|shift|push|switch|change|bring|put|postpone|reschedule)\b")
"""Before `Monday to Wednesday`: that these are two days and no span."""
_GOING_ON = any_of(r"\b(?:it|they|them|that|those|these)\b")
"""That a clause still speaks of what the one before it named."""
_THAT_SESSION = any_of(r"\bthat (?:workout|session)\b")
_THERE = any_of(r"\b(?:there|to it)$")
_NEEDS_A_DAY = any_of(
    r"""
    \b(?:will|can|would|am|are|do) not (?:be )?(?:able to )?(?:train|training|make it|make that|manage|work out|working out|
        exercise|be around|be here|get to the gym)\b
    \bno (?:training|workouts?|gym)\b|\b(?:a |the )?(?:rest day|day off|night off)\b|\b(?:skip|miss|cancel) (?:it|this|
        the (?:session|workout))?$
    """
)
_NONE = any_of(r"^(?:so )?(?:no|nothing)\b")
"""`The pool is closed next week, so no swims`."""
_PAST = any_of(r"\b(?:i|we) (?:\w+ed|did|had|got|went|was|hurt|fell|ran)\b")
_SOMETHING_ELSE = any_of(
    r"""
    \b(?:give me|find me|find|get me|pick|choose|suggest|do|try|have|use|want|prefer|like|need|put in|can we|could we|can i|
        could i|is there)\b.*\b(?:something (?:else|different|new|better|similar|other|easier|simpler|gentler|lighter|kinder)|
        (?:an?|another|
        some) (?:\w+ ){0,3}?(?:exercise|move|movement|option|one|lift|thing)s?|(?:an )?alternatives?|a (?:substitute|
        replacement)|anything else|other options?)\b(?! (?:for|to|instead of) \w)
    ^(?:(?:so|and|then) )*(?:something (?:else|different)|another (?:one|exercise)|an alternative)\b
    """
)


def pointing_back_resolved(clauses: tuple[Clause, ...], outlook: Outlook) -> tuple[Clause, ...]:
    """`Why are there burpees? I hate them` with the burpees put in their place, and `that day` with the day."""
    lift: str | None = None
    thing: str | None = None
    day: str | None = None
    days: list[str] = []
    topic: str | None = None
    subject: str | None = None
    dated = ""  # the sentence that named a day ahead
    found: list[Clause] = []
    for clause in clauses:
        text = clause.text
        here, named, on = outlook.last_named_in(text), _thing_in(text), _days_in(text)
        if lift is not None and here is None and _SOMETHING_ELSE.search(text):
            text = f"swap {lift}"
        if subject is not None and (instead := _INSTEAD.match(text)) is not None:
            text = f"swap {subject} for {instead['new']}"
        elif topic is not None and here is None and not _THERE.search(text):
            text = _of_the_topic(text, topic)
        if thing is not None and ((here is None and named is None) or _EXCHANGED.search(text)):
            text = _POINTING_BACK.sub(rf"\g<verb> {thing}", text)
        if days and not _DAYS.search(text):
            text = _THOSE_DAYS.sub(" and ".join(days), text)
        if day is not None:
            text = _on_that_day(text, day, is_dated=on is not None)
            if on is None and clause.sentence == dated and _NONE.search(text):
                text = f"{text} {day}"
        found.append(replace(clause, text=text))
        subject = trimmed(here) if here else next(iter(SPORTS.words_in(clause.text)[-1:]), None)
        topic = _topic_of(clause.text, here, on) or (topic if _GOING_ON.search(clause.text) else None)
        lift, thing, day = here or lift, here or named or thing, on or day
        days = [*days, *_DAYS.findall(clause.text)]
        if on is not None:
            dated = "" if _PAST.search(text) else clause.sentence
    return tuple(found)


def _days_in(text: str) -> str | None:
    """The days that a clause names last, in the week that it names: `tuesday and thursday this week`."""
    days = [
        day for several in _DAYS.findall(text) for day in (several.split(" to ") if _MOVING.search(text) else [several])
    ]
    words = [*days[-1:], *_WEEK.findall(text)[-1:]]
    return " ".join(words) or None


def _topic_of(text: str, lift: str | None, days: str | None) -> str | None:
    """What may be too long or too heavy in a clause: an exercise, a sport, what is on a day, or all of these."""
    if _CAN.search(text) or _PAST.search(text):
        return None
    days = days or next(iter(_NUMBERED_WEEK.findall(text)[-1:]), None)
    named = trimmed(lift) if lift else next(iter(SPORTS.words_in(text)[-1:]), None)
    return " ".join(filter(None, (named or "it", days and days.removeprefix("on ")))) if named or days else None


def _of_the_topic(text: str, topic: str) -> str:
    """`Cut it down`, where `it` is Wednesday's workout, a bare `shorter`, and `they are too heavy`."""
    if _BARE_AMOUNT.match(text):
        return f"{text} {topic}"
    text = _UP_OR_DOWN.sub(rf"\g<verb> \g<how> {topic}", text)
    return _THEY.sub(topic, _ITS_AMOUNT.sub(rf"\g<verb> {topic}", text))


def _on_that_day(text: str, day: str, *, is_dated: bool) -> str:
    text = _THAT_SESSION.sub(f"{day} session", text)
    if is_dated:
        return text
    text = _THERE.sub(f"to {day}", _THAT_DAY.sub(day, text))
    return f"{text} {day}" if _NEEDS_A_DAY.search(text) and day not in text else text


def _thing_in(text: str) -> str | None:
    """The muscle, sport or piece of kit that a clause names last."""
    return next((words[-1] for lexicon in (EQUIPMENT, MUSCLES, SPORTS) if (words := lexicon.words_in(text))), None)
