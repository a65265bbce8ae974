"""What `them`, `it` and `that day` mean: what was named before, in the same message."""

from dataclasses import dataclass, replace

from services.feedback.language import Clause
from services.feedback.outlook import Outlook, trimmed
from services.feedback.phrases import pointing as phrases
from services.feedback.words import EQUIPMENT, MUSCLES, SPORTS


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """What the clauses so far have named."""

    lift: str | None = None
    thing: str | None = None
    """A lift, a muscle, a sport or a piece of kit."""
    day: str | None = None
    days: tuple[str, ...] = ()
    dated: str = ""
    """The sentence that named a day ahead."""
    subject: str | None = None
    """The lift or the sport of the last clause."""
    topic: str | None = None
    """What `it` is in the next one: the subject, or what is on its day, or both."""

    def and_then(self, clause: Clause, outlook: Outlook) -> "_Named":
        text = clause.text
        lift, thing, day = outlook.last_named_in(text), _thing_in(text), _days_in(text)
        subject = trimmed(lift) if lift else next(iter(SPORTS.words_in(text)[-1:]), None)
        is_past = phrases.PAST.search(text) is not None
        return _Named(
            lift=lift or self.lift,
            thing=lift or thing or self.thing,
            day=day or self.day,
            days=(*self.days, *phrases.DAYS.findall(text)),
            dated=self.dated if day is None else "" if is_past else clause.sentence,
            subject=subject,
            topic=_topic_of(text, subject, day) or (self.topic if phrases.GOING_ON.search(text) else None),
        )


def pointing_back_resolved(clauses: tuple[Clause, ...], outlook: Outlook) -> tuple[Clause, ...]:
    """`Why are there burpees? I hate them` with the burpees put in their place, and `that day` with the day."""
    named = _Named()
    found: list[Clause] = []
    for clause in clauses:
        is_new = outlook.last_named_in(clause.text) is not None
        text = _with_days(_with_things(clause.text, named, is_new=is_new), named, clause)
        found.append(replace(clause, text=text))
        named = named.and_then(clause, outlook)
    return tuple(found)


def _with_things(text: str, named: _Named, *, is_new: bool) -> str:
    """`is_new` where the clause names a lift of its own."""
    if named.lift is not None and not is_new and phrases.SOMETHING_ELSE.search(text):
        text = f"swap {named.lift}"
    if named.subject is not None and (instead := phrases.INSTEAD.match(text)) is not None:
        text = f"swap {named.subject} for {instead['new']}"
    elif named.topic is not None and not is_new and not phrases.THERE.search(text):
        text = _of_the_topic(text, named.topic)
    if named.thing is not None and (phrases.EXCHANGED.search(text) or not (is_new or _thing_in(text))):
        text = phrases.POINTING_BACK.sub(rf"\g<verb> {named.thing}", text)
    return text


def _with_days(text: str, named: _Named, clause: Clause) -> str:
    if named.days and not phrases.DAYS.search(text):
        text = phrases.THOSE_DAYS.sub(" and ".join(named.days), text)
    if named.day is None:
        return text
    is_dated = _days_in(clause.text) is not None
    text = _on_that_day(text, named.day, is_dated=is_dated)
    adds_day = not is_dated and clause.sentence == named.dated and phrases.NONE.search(text)
    return f"{text} {named.day}" if adds_day else text


def _days_in(text: str) -> str | None:
    """The days that a clause names last, in the week that it names: `tuesday and thursday this week`."""
    days = [
        day
        for several in phrases.DAYS.findall(text)
        for day in (several.split(" to ") if phrases.MOVING.search(text) else [several])
    ]
    words = [*days[-1:], *phrases.WEEK.findall(text)[-1:]]
    return " ".join(words) or None


def _topic_of(text: str, subject: str | None, days: str | None) -> str | None:
    """What may be too long or too heavy in a clause: an exercise, a sport, what is on a day, or all of these."""
    if phrases.CAN.search(text) or phrases.PAST.search(text):
        return None
    days = days or next(iter(phrases.NUMBERED_WEEK.findall(text)[-1:]), None)
    if subject is None and days is None:
        return None
    return " ".join(filter(None, (subject or "it", days and days.removeprefix("on "))))


def _of_the_topic(text: str, topic: str) -> str:
    """`Cut it down`, where `it` is Wednesday's workout, a bare `shorter`, and `they are too heavy`."""
    if phrases.BARE_AMOUNT.match(text):
        return f"{text} {topic}"
    text = phrases.UP_OR_DOWN.sub(rf"\g<verb> \g<how> {topic}", text)
    return phrases.THEY.sub(topic, phrases.ITS_AMOUNT.sub(rf"\g<verb> {topic}", text))


def _on_that_day(text: str, day: str, *, is_dated: bool) -> str:
    text = phrases.THAT_SESSION.sub(f"{day} session", text)
    if is_dated:
        return text
    text = phrases.THERE.sub(f"to {day}", phrases.THAT_DAY.sub(day, text))
    return f"{text} {day}" if phrases.NEEDS_A_DAY.search(text) and day not in text else text


def _thing_in(text: str) -> str | None:
    """The muscle, sport or piece of kit that a clause names last."""
    return next((words[-1] for lexicon in (EQUIPMENT, MUSCLES, SPORTS) if (words := lexicon.words_in(text))), None)
