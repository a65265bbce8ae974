"""What stands around the name of an exercise, and what stands for one."""

from services.feedback.phrases import any_of

POINTING = any_of(
    r"""
    ^(?:(?:it|this|that|these|those|this one|that one|them)|(?:the |this |that )?(?:(?P<which>first|second|third|
        last) )?(?:exercise|one|lift|movement))$
    """
)

DETERMINERS = any_of(
    r"""
    ^(?:(?:the|my|any|some|all|those|these|that|this|a|an|of|more|doing|do|to|i|would|want|prefer|like|rather|have|
        get|use|give me|let us|try|put in|single|every|each|today|tomorrow|other|for) )+
    """
)

TRAILERS = any_of(
    r"""
    (?: (?:from (?:my|the|this) (?:plan|program|programme|week|day|workout|session)|in (?:my|the|this) (?:plan|
        program|workout|session|day|week)|in there|there|here|at all|anymore|any more|again|too|as well|either|
        exercise|exercises|altogether|entirely|completely|ever|please|now|out|off|to (?:my|the|this) (?:plan|day|
        workout|session)|on (?:this|that) day|(?:this|that) day))+$
    """
)

GENERIC = any_of(
    r"""
    ^(?:(?:something|anything|some thing|an?|some|another|a different|other|different) ?)?(?:else|other|exercise|
        exercises|thing|movement|different|alternative|easier|simpler|similar|better|lighter|gentler|safer|less \w+|
        alternative exercise)?(?: (?:exercise|one|movement|thing|instead|to do|similar))*(?:(?: |^)(?:that|which|
        for|without|with|on) .*)?$
    """
)
