"""How English asks, wonders, forbids, and speaks of others."""

from services.feedback.phrases import alternatives, any_of, one_of

COURTESIES = any_of(
    r"""
    \b(?:please|kindly|if (?:it is )?possible|if you can|if you could|i think|i guess|actually|honestly|basically|
        really|just|maybe|perhaps|hey|hi|hello|coach|for me|thank you|thanks(?: a lot)?|ok so|okay so|well)\b,?
    """
)

SENTENCE_END = any_of(
    r"""
    (?<=[.!?;])\s+
    \n+
    (?<=[a-z)])[.;](?=[a-z])
    """
)

STARTERS = alternatives(
    r"""
    i|my|we|please|make|swap|switch|replace|exchange|substitute|remove|drop|delete|add|include|move|shift|skip|give|put
    can|could|it is|everything|otherwise|then|the rest|do not|take|keep|let|there|why|what|how|when|would|no more|also
    cut|reduce|increase|shorten|leave|change|is|are|should|instead
    """
)
"""Words with which people begin to say another thing."""
CLAUSE_END = any_of(
    r"""
    (?:,\s*|\s+)(?:but|however|although|though|yet|except that)\s+
    \s+(?:so|because|since)\s+(?=<starter>)(?!that)
    (?:,\s*|\s+)(?:and|plus|then)\s+(?=<starter>\b)
    ,\s*(?=<starter>\b)
    \s+[<dash>]+\s+
    :\s+
    """,
    starter=STARTERS,
    dash="\N{EN DASH}\N{EM DASH}-",
)

ASKING = any_of(
    r"""
    ^(?:and |so |but )?(?:(?:why|what|whats|how|when|where|which|who|whose)\b|(?:is|are|do|does|did|should|shall|
        will|would|could|can|may)\b(?! (?:not|too|so)\b)|(?:am|have|had) (?:i|you|we)\b|has (?:it|the|my)\b)
    """
)

REQUEST = any_of(
    r"""
    ^(?:and |so |but )?(?:(?:can|could|would|will) (?:you|we|u)\b(?! (?:explain|tell|say|show|help me understand))|
        (?:can|could|may) i (?:also )?(?:swap|switch|replace|move|skip|remove|drop|have|get|make|add|take|change|
        substitute|shift)\b|(?:is it|would it be) possible (?:to|that)|is there (?:any|a) (?:chance|way)|any chance|
        how about|why do not (?:we|you)|would you mind|do you mind|(?:can|could) (?:the|my|this|that|it|today|
        tomorrow|[a-z]+day)\b)
    """
)

WHAT_IF = any_of(
    r"""
    \bwhat (?:if|happens|would happen)\b
    \bsuppose\b
    \bin case\b
    \bwhether\b
    \bhypothetical
    \bimagine\b
    \bi wonder\b
    \bwondering\b
    \b(?:should|shall|do|must) i\b
    \bdo i (?:need|have)\b
    \bis it (?:ok|okay|fine|bad|safe|better|normal|good|wise|worth|a problem)\b
    \bwould it be (?:ok|okay|fine|bad|better|wise)\b
    \bam i allowed\b
    \bthinking (?:of|about)\b
    \bwould it (?:help|hurt|matter)\b
    ^(?:and )?(?:if|when|whenever|unless) (?:i|my|it|we|the)\b
    \bif i\b
    \bif (?:my|the|we)\b
    """
)

ABOUT_ANOTHER = one_of(
    r"""
    (?:my|his|her|their|a|our) (?:dad|father|mom|mum|mother|wife|husband|partner|girlfriend|boyfriend|friend|
        brother|sister|son|daughter|kid|child|grandfather|grandmother|grandpa|grandma|uncle|aunt|cousin|neighbou?r|
        colleague|boss|dog|cat|client|roommate|buddy)s?
    """
)

FORBIDDING = one_of(
    r"""
    (?:do not|never|no need to|need not|not (?:going )?to|without) (?:remov\w+|swap\w*|switch\w*|replac\w+|delet\w+|
        drop\w*|skip\w*|mov(?:e|ing)|chang\w+|touch\w*|tak(?:e|ing) (?:out|away)|cut\w*|add\w*|mak(?:e|ing)|shorten|
        reduc\w+|increas\w+)
    """
)
