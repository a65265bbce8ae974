"""How people say what they have to train with."""

from services.feedback.phrases import one_of

MISSING = one_of(
    r"""
    (?:do|did) not (?:have|own|possess)|have no|have got no|has no|there (?:is|are) no(?:t)?|no|without|lack(?:ing)?
    no longer have|not (?:have )?(?:any )?access to
    (?:is|are) (?:broken|gone|missing|always (?:taken|busy|in use)|not available|unavailable)|(?:lost|sold|broke) my
    broke(?: down)?$|fell apart
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
    only|just|nothing but|solely|all i have|everything i have
    """
)

NO_KIT = one_of(
    r"""
    (?:no|without(?: any)?|(?:do|does) not have any|have no|any) (?:equipment|gym|kit|gear|weights at all)
    (?:body ?weight|own weight) (?:only|exercises only|workouts? only)|only (?:my )?body ?weight
    nothing (?:at home|here|to train with)|gym (?:is|has) (?:closed|shut)|no access to (?:a|the|any) gym
    """
)

POSSESSING = one_of(
    r"""
    have|got|own|bought|access|there|broken|broke|apart|missing|available|use|without|sold|lost|no|only|just|lack\w*|taken|gym
    home|hotel|equipment
    """
)
