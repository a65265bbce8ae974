"""Whether two texts mean the same: so many words alike, or near enough by what a model makes of them. Pure."""

import re
from collections.abc import Mapping

from domain.ids import LessonId
from domain.lessons import Lesson

SAME_MEANING = 0.9
"""From this similarity on, 1 being the same, two texts say one thing."""

Similarities = Mapping[tuple[str, LessonId], float]
"""How near a text is to a lesson of the athlete's, as far as that is known."""
UNKNOWN: Similarities = {}

_WORDS = re.compile(r"\w+")
_TELLING = """
    one/once two/twice three four five six seven eight nine ten eleven twelve monday tuesday wednesday thursday friday saturday
    sunday weekend today tomorrow yesterday january february march april may june july august september october november december
    left right morning noon afternoon evening night before after more/most less/fewer/least early late hot/heat cold
    summer winter spring autumn indoors/inside outdoors/outside up down high low always rarely/seldom better worse
    easier/easy harder/hard heavy light short/shorter long/longer start/begin stop/end/quit
    like/love/prefer/enjoy dislike/hate/avoid not/no/never/none/nothing/cannot/without/neither/nor
"""
"""Words that tell two sentences apart which are alike otherwise; those with a stroke between them tell the same."""
_TOLD_BY = {word: alike.split("/")[0] for alike in _TELLING.split() for word in alike.split("/")}


def means_the_same(text: str, lesson: Lesson, similarities: Similarities) -> bool:
    """Whether the lesson says it already. Where nothing is known of their meanings, the same words alone say the same."""
    if _words(text) == _words(lesson.text):
        return True
    return similarities.get((text, lesson.id), 0.0) >= SAME_MEANING and not told_apart(text, lesson.text)


def told_apart(one: str, other: str) -> bool:
    """Whether one has a number, a day or a word of a pair that the other lacks: vectors hardly tell mornings from evenings."""
    return _telling(one) != _telling(other)


def _telling(text: str) -> frozenset[str]:
    is_denied = "n't" in text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    found = {told for word in _words(text) if (told := _told_by(word)) is not None}
    return frozenset(found | {"not"} if is_denied else found)


def _told_by(word: str) -> str | None:
    if any(map(str.isdigit, word)):
        return word
    return _TOLD_BY.get(word) or _TOLD_BY.get(word.removesuffix("s"))


def _words(text: str) -> list[str]:
    return _WORDS.findall(text.casefold())
