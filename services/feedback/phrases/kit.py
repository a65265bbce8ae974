"""How people say what they have to train with."""

from services.feedback.phrases import any_of, one_of
from services.feedback.phrases.exercises import LIFTS
from services.feedback.phrases.grammar import STARTERS

MISSING = one_of(
    r"""
    (?:do|did) not (?:have|own|possess)|have no|have got no|has no|there (?:is|are) no(?:t)?|no|without|lack(?:ing)?
    no longer have|not (?:have )?(?:any )?access to
    (?:is|are) (?:broken|gone|missing|(?:always |usually |mostly )?(?:taken|busy|in use|occupied)|not available|unavailable)|
        (?:lost|sold|broke|stole|nicked|pinched|removed|took(?: away)?|got rid of|borrowed) (?:my|the|our|all|both|its|
        their)|(?:been |got |were |was )?(?:stolen|nicked|removed)|(?:is|are) (?:out of (?:order|service|action)|bust|knackered|
        being repaired)|
        disappeared|vanished
    lost (?:\w+ )?access to
    (?:snapped|ripped|tore)$|went missing|broke(?: down)?(?:$| and)|fell apart
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
    (?:no|without(?: any)?|(?:do|does) not have any|have no|any) (?:equipment|gym(?! (?:work|days?|sessions?|training|
        workouts?|
        time))|kit|gear|weights at all)
    (?:body ?weight|own weight) (?:only|exercises only|workouts? only)|only (?:my )?body ?weight
    (?:cancel(?:l)?ed|quit|left|ended) (?:my |the )?(?:gym|membership|gym membership)|nothing (?:at home|here|to train with)|
        gym (?:is |has |was )?(?:been )?(?:closed|shut)|nothing but (?:my )?(?:own )?body ?weight|(?:no|no longer have|
        do not have|lost) (?:\w+ )?access to (?:a|the|any|my) gym
    """
)

POSSESSING = one_of(
    r"""
    have|got|own|bought|access|there|broken|broke|apart|missing|available|use|without|sold|lost|gave|no|only|just|lack\w*|taken|gym|
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
PART_OF_A_NAME = any_of(
    r"""
    ^ (?!(?:<starter>|work|exercises?|stuff|things?|at|in|on|and|or|but|now|for|to|is|are|was|were|has|have|had|any|only|with|
        without|from|here|there|this|these|that|which|
        again|available|too|as|left|plus|until|till|while|so|if|i|we|it|my|our|the|a|an|today|tomorrow|yesterday|instead|
        of(?! (?:chocolate|soap|gold))|by|
        because|since|when|where|no|not|nor|anymore|either|just|also|though|broke|broken|snapped|got|gets|will|would|can|could|
        does|did|do|at all|tonight|right|next|last|per|over|up|out|near|off|around|then|set|sets|pair|weights?|plates?|
        station|tower|area|access|gone|missing|taken|stolen|free|full|yet|still|anywhere|nearby|behind|down|back|up to|arrived|
        finally|lying|sitting|collecting|gathering|coming|being)\b)[a-z]{3,}
    """,
    starter=STARTERS,
)
"""Follows the word of a piece of equipment that names something else: a barbell tattoo."""
NAMED_AFTER = any_of(
    r"\b(?:called|named|shaped like|dressed as|looks? like|like a|tattoo of(?: an?)?|picture of(?: an?)?) $"
)
"""Stands before one."""
