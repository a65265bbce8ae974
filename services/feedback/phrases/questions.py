"""What questions are about, by the words in them: the first topic with a phrase of its own in the text has it."""

from services.feedback.phrases import any_of, one_of

RPE = one_of(r"rpe|rate of perceived.*|perceived exertion|reps? in reserve|rir")
ZONES = one_of(r"zones?|heart ?rates?|bpm|pulse")
DELOAD = one_of(r"de-?load\w*|recovery week|easy week|easier week|light week")
FOOD = one_of(
    r"""
    eat|eating|food|diet|calor\w+|protein|supplement\w*|creatine|carbs?|meals?|nutrition|weight loss|lose weight
    """
)
SYMPTOMS = one_of(
    r"pain|hurts?|hurting|sore|soreness|injur\w+|ache|aching|chest|faint\w*|dizz\w*|doms|ill|sick|fever|cold"
)
SKIPPING = one_of(r"skip|skipped|miss|missed|missing|not train|not do|leave out|if i (?:do not|stop)")
WHY = one_of(
    r"""
    why|how come|what is the (?:point|reason|purpose|idea|logic|benefit)|what for|reason|purpose|what does .* do for
    """
)
WARM_UP = one_of(r"warm(?:ing)?[- ]?ups?|cool(?:ing)?[- ]?downs?|stretch\w*")
REST = one_of(
    r"""
    rest (?:between|times?|periods?|for|after)|(?:long|much) (?:\w+ ){0,3}rest|pauses?|breaks? between|rest days?
    """
)
LOAD = one_of(
    r"""
    how heavy|what weight|which weight|how much weight|what loads?|which loads?|how many (?:kilos?|kg|pounds|lbs)
    weights? (?:should|do|to|am)|heavy
    """
)
END = one_of(
    r"""
    when (?:does|is|will) (?:\w+ ){0,3}(?:end|over|finish|done)|how many weeks|last (?:week|day)
    how long (?:is|does) (?:the|my|this) (?:plan|program|programme)
    """
)
LENGTH = one_of(r"how (?:long|many minutes|much time)|duration|take (?:me )?long")
COUNT = one_of(r"how (?:many|often|much)")
PROGRESS = one_of(r"progress\w*|increase|get (?:harder|heavier)|over time|next weeks|adapt\w*")
EQUIPMENT = one_of(r"equipment|kit|gear|what do i need")
NEXT = any_of(
    r"""
    \b(?:next|upcoming) (?:workout|session|training|run|ride|swim)
    \bwhen (?:is|are|do|does|should)\b
    """
)
ABILITIES = any_of(
    r"""
    \bwhat can (?:you|i (?:ask|change|say|tell))|\bhow (?:do|can|would) (?:i|you) (?:change|edit|swap|use|accept|move)
    \bwho are you|\bare you (?:a|an)\b|\bcan you help|\bhow does this work|\bwhat are you
    """
)
EXERCISE = one_of(
    r"""
    how (?:do|should|to)|what (?:is|are)|what muscles?|which muscles?|form|technique|explain|show me|instead of
    alternative|replac\w*|swap\w*|substitut\w*|something else
    """
)

TURNING_OVER = one_of(
    r"""
    what (?:if|happens|would happen)|suppose|(?:should|shall|do|must) i|is it (?:ok|okay|fine|bad|safe|better|normal)
    would it be|am i allowed|i wonder|wondering
    """
)
"""Questions with or without a question mark."""
TELLING = any_of(
    r"""
    ^(?:can|could|would|will) you (?:explain|tell|say|show)
    ^(?:tell me|explain|show me|remind me|i (?:do not|did not) (?:understand|get)|i am (?:confused|curious)|
        i would like to know|i want to know|(?:i )?wonder)\b
    \bwhat does .* mean\b
    """
)
"""Other ways to ask for an answer."""
