"""What to ask back where a message only hints at a wish, and what hints at none."""

import re

from services.feedback.language import Clause, plain
from services.feedback.outlook import Outlook
from services.feedback.phrases import hints as phrases
from services.feedback.phrases.fun import LAUGHING
from services.feedback.phrases.questions import TRAINING, WORKOUT
from services.feedback.phrases.symptoms import LONG_AGO
from services.feedback.phrases.told import COMMANDING, HEARSAY, SAYING, STILL_ASKED, STORY, TOLD
from services.feedback.questions import is_off_topic

_WHAT = "What would you like to change: an exercise, a day, how hard it is, or how long it takes?"
_UNWELL = "Thank you for telling me. Shall I make the day easier, or a rest day? Tell me which day."


def doubt_in(clause: Clause, outlook: Outlook, *, is_report: bool = False) -> str | None:
    """The question to ask back; None where nobody wishes or complains, or of nothing that a plan could mend."""
    text = clause.text
    if _is_over_or_of_others(clause):
        return None
    if phrases.UNWELL.search(text) and not _is_in_order(text):
        return _UNWELL
    if _complains_of_nothing(clause):
        return None
    if phrases.TROUBLE.search(text) or _wishes(clause):
        return _WHAT
    return _WHAT if not is_report and _is_bare_mention(text, outlook) else None


def _is_over_or_of_others(clause: Clause) -> bool:
    text = clause.text
    if clause.is_about_another and not text.startswith("i "):
        return True
    if LONG_AGO.search(text) or phrases.NOTHING_SAID.match(text):
        return True
    return phrases.GLAD_AFTER_ALL.search(clause.sentence) is not None


def _complains_of_nothing(clause: Clause) -> bool:
    """Whether it is off topic, of one's life, a report, or said with a laugh."""
    text = clause.text
    if is_off_topic(text) or phrases.OF_LIFE.match(text):
        return True
    if phrases.REPORT.search(text) and not re.search(r"\b(?:not|never|no)\b", text):
        return True
    return LAUGHING.search(clause.sentence) is not None and WORKOUT.search(text) is None


def is_told(clause: Clause) -> bool:
    """Whether something is told in the words of a request: `took Tuesday off and it did me good`."""
    if HEARSAY.search(clause.text) or SAYING.search(clause.sentence):
        return True
    if STILL_ASKED.search(clause.text):
        return False
    if TOLD.search(clause.text):
        return True
    return STORY.search(clause.sentence) is not None and COMMANDING.search(clause.text) is None


def is_report(clause: Clause) -> bool:
    """Whether somebody tells how training went."""
    return phrases.REPORT.search(clause.text) is not None


def is_insult(text: str) -> bool:
    """Whether somebody swears at the coach or the app; not at the plan, which can be mended."""
    said = plain(text)
    if phrases.SWEARING_AT.search(said):
        return True
    return phrases.INSULT.search(said) is not None and phrases.NOT_PLAN_INSULT.search(said) is None


def _is_bare_mention(text: str, outlook: Outlook) -> bool:
    names_something = TRAINING.search(text) is not None or outlook.mentions_exercise(text)
    return names_something and phrases.BARE_MENTION.match(text) is not None


def _wishes(clause: Clause) -> bool:
    if phrases.WISHING.search(clause.text):
        return True
    return phrases.PLEADING.search(clause.sentence) is not None and TRAINING.search(clause.text) is not None


def _is_in_order(text: str) -> bool:
    return (
        phrases.REPORT.search(text) is not None
        or re.search(
            r"\b(?:not|no longer|never) (?:tired|sore|sick|ill|stiff|stressed)\b|\blast (?:week|month|year|winter|summer)\b",
            text,
        )
        is not None
    )
