"""How people point at what they named before: `it`, `them`, `those days`, and a bare `shorter`."""

from services.feedback.phrases import any_of

_LITTLE = r"(?:a|bit|little|lot|touch|much|way|far|even|slightly|somewhat|rather|really)"
_AMOUNT = r"(?:(?:easi|hard|short|long|light|heavi|gentl|tough|quick)er|short|light|easy|gentle|quick)"
POINTING_BACK = any_of(
    r"""
    \b(?P<verb>(?:swap|switch|replace|change|exchange|trade|substitute|remove|drop|delete|cut|skip|ditch|scrap|bin|lose|
        take|get(?= (?:them|those|these|it) (?:out|off|away)\b)|
        leave|chuck|throw|kick|axe|get rid of|hate|dislike|detest|loathe|despise|dread|can not stand|can not bear|sick of|tired of|
        fed up with|do not (?:like|want|enjoy|love|have|own)|alternatives? (?:for|to)|instead of|more of|less of|fewer of|
        ease off on|ease up on|go easy on|back off on|give|move|shift|put|bring|push|lay off|hit|train|work on|focus on|
        no longer have)(?: (?:doing|out))?)[ ](?:them|those|these|it|that one|this one|that|this)(?= |$)
    """
)
EXCHANGED = any_of(
    r"\b(?:swap|switch|replace|change|exchange|trade|substitute)(?: out)? (?:them|those|these|it) (?:for|with|to|by) "
)
"""Names the new thing, so that it points back at the old one."""
INSTEAD = any_of(
    r"""
    ^(?:(?:so|and|please) )*(?:give me|do|have|use|put in|add|let me do|i would (?:rather|like|prefer)(?: to)?(?: do)?|
        (?:can|could) (?:i|we) (?:do|have)) (?P<new>(?!it\b|that\b|this\b|them\b)[a-z -]{3,40}?) instead$
    """
)
"""After what somebody does not want: `I can't stand running, give me cycling instead`."""
_A_DAY = r"(?:(?:this|next|on|every|each) )?(?:<weekday>s?|today|tomorrow)"
DAYS = any_of(r"\b<day>(?: (?:and |or |to |till |until |through )?<day>)*\b", day=_A_DAY)
WEEK = any_of(r"\b(?:this|next) week(?:end)?\b|\bat the weekend\b")
NUMBERED_WEEK = any_of(r"\bthe (?:first|second|third|fourth|last) week\b|\bweek \d+\b")
THAT_DAY = any_of(r"\b(?:on )?(?:that day|then)\b")
THOSE_DAYS = any_of(
    r"\b(?:on )?(?:those|these|both) days\b|(?:(?<=\bleave )|(?<=\bkeep ))them(?= (?:free|empty|clear|open|blank)\b)"
)
ITS_AMOUNT = any_of(
    r"""
    \b(?P<verb>cut|shorten|trim|lengthen|extend|lighten|halve|reduce|lower|raise|increase|ease|
        cap|limit|move|shift|push|reschedule|postpone|(?:make|keep)(?= (?:it|them) (?:<little> )*(?:<amount>\b|(?:to |at |
        under |below |within |about |max )*(?:\d+ ?m|half an hour|an hour))))[ ](?:it|them)(?= |$)
    """,
    little=_LITTLE,
    amount=_AMOUNT,
)
BARE_AMOUNT = any_of(r"^(?:<little> )*<amount>(?: (?:one|session|workout|day))?$", little=_LITTLE, amount=_AMOUNT)
UP_OR_DOWN = any_of(
    r"\b(?P<verb>cut|tone|dial|scale|turn|bring|take|step|ramp|bump|crank|amp|knock|wind) (?:it|them) (?P<how>down|up|back)\b"
)
THEY = any_of(r"^they(?= )|^that(?= (?:last \w+|yesterday|today) was\b)")
CAN = any_of(r"\bcan (?!not\b)(?:\w+ )?(?:train|do|work ?out|exercise|make)\b|\b(?<!not )(?:able to|free|available)\b")
"""Said of days that have nothing in them yet."""
MOVING = any_of(r"\b(?:move|swap|shift|push|switch|change|bring|put|postpone|reschedule)\b")
"""Before `Monday to Wednesday`: that these are two days and no span."""
GOING_ON = any_of(r"\b(?:it|they|them|that|those|these)\b")
"""That a clause still speaks of what the one before it named."""
THAT_SESSION = any_of(r"\bthat (?:workout|session)\b")
THERE = any_of(r"\b(?:there|to it)$")
NEEDS_A_DAY = any_of(
    r"""
    \b(?:will|can|would|am|are|do) not (?:be )?(?:able to )?(?:train|training|make it|make that|manage|work out|working out|
        exercise|be around|be here|get to the gym)\b
    \bno (?:training|workouts?|gym)\b|\b(?:a |the )?(?:rest day|day off|night off)\b|\b(?:skip|miss|cancel) (?:it|this|
        the (?:session|workout))?$
    """
)
NONE = any_of(r"^(?:so )?(?:no|nothing)\b")
"""`The pool is closed next week, so no swims`."""
PAST = any_of(r"\b(?:i|we) (?:\w+ed|did|had|got|went|was|hurt|fell|ran)\b")
SOMETHING_ELSE = any_of(
    r"""
    \b(?:give me|find me|find|get me|pick|choose|suggest|do|try|have|use|want|prefer|like|need|put in|can we|could we|can i|
        could i|is there)\b.*\b(?:something (?:else|different|new|better|similar|other|easier|simpler|gentler|lighter|kinder)|
        (?:an?|another|
        some) (?:\w+ ){0,3}?(?:exercise|move|movement|option|one|lift|thing)s?|(?:an )?alternatives?|a (?:substitute|
        replacement)|anything else|other options?)\b(?! (?:for|to|instead of) \w)
    ^(?:(?:so|and|then) )*(?:something (?:else|different)|another (?:one|exercise)|an alternative)\b
    """
)
