"""How people say what they have to train with."""

from services.feedback.phrases import any_of, one_of
from services.feedback.phrases.exercises import LIFTS

MISSING = one_of(
    r"""
    (?:do|did) not (?:have|own|possess)|have no|have got no|has no|there (?:is|are) no(?:t)?|no|without|lack(?:ing)?
    no longer have|not (?:have )?(?:any )?access to
    (?:is|are) (?:broken|gone|missing|(?:always |usually |mostly )?(?:taken|busy|in use|occupied)|not available|unavailable)|
        (?:lost|sold|broke|stole|nicked|pinched|removed|took(?: away)?|got rid of|borrowed) (?:my|the|our|all|both)|(?:been |
        got |were |was )?(?:stolen|nicked|removed)|(?:is|are) (?:out of (?:order|service|action)|bust|knackered|being repaired)|
        disappeared|vanished
    lost (?:\w+ )?access to
    (?:snapped|ripped|tore)$|broke(?: down)?$|fell apart
    can not (?:use|get)|does not have|not got|never have|not available|gave away
    """
)

THERE = one_of(
    r"""
    bought|got|have (?:a|an|new|some|access|now|got|my|two|bought)|now have|own|have|there is (?:a|an)|there are
    has (?:a|an|new|some)|can use|received|ordered|joined|access to
    """
)

ONLY = one_of(
    r"""
    only|just|nothing but|solely|(?:all|everything) (?:that )?(?:i|we|they|there|you) (?:have|has|had|got|own|is|
        can use)(?: got)?|that is (?:it|all)|and nothing else|limited to|stuck with
    """
)

NO_KIT = one_of(
    r"""
    (?:no|without(?: any)?|(?:do|does) not have any|have no|any) (?:equipment|gym(?! (?:work|days?|sessions?|training|workouts?|
        time))|kit|gear|weights at all)
    (?:body ?weight|own weight) (?:only|exercises only|workouts? only)|only (?:my )?body ?weight
    (?:cancel(?:l)?ed|quit|left|ended) (?:my |the )?(?:gym|membership|gym membership)|nothing (?:at home|here|to train with)|
        gym (?:is |has |was )?(?:been )?(?:closed|shut)|nothing but (?:my )?(?:own )?body ?weight|(?:no|no longer have|
        do not have|lost) (?:\w+ )?access to (?:a|the|any|my) gym
    """
)

POSSESSING = one_of(
    r"""
    have|got|own|bought|access|there|broken|broke|apart|missing|available|use|without|sold|lost|no|only|just|lack\w*|taken|gym|
        stolen|nicked|removed|took|stole|got rid|out of|cancel\w*|quit|left
    home|hotel|equipment
    """
)

ALL_THAT_REMAINS = any_of(
    r"\b(?:only|just|nothing but|(?:all|what) (?:i have(?: left)?|we have(?: left)?|remains|is left)(?: is| are)?) (?P<left>.+)"
)
"""Said after what is missing: `no barbell, only dumbbells`."""
LIFT = one_of(rf"{LIFTS}|pulls?|ups?(?! to)|downs?|kicks?|jumps?|session|minutes?|hurts?")
"""Beside a piece of equipment: that an exercise is meant, as in `no barbell rows`."""
