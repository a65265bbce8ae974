"""How people speak of moving, resting, and what they can and cannot do on a day."""

from services.feedback.phrases import any_of, one_of

MOVE = any_of(
    r"""
    \b(?:mov(?:e|ing)|shift(?:ing)?|reschedul(?:e|ing)|push(?:ing)?|postpon(?:e|ing)|bring|swap(?:ping)?|
        switch(?:ing)?|chang(?:e|ing)|exchange|put|do|have|trade) (?P<source>.+?) (?:to|with|and|for|onto|on|till|
        until|over to|back to|forward to|from) (?P<target>.*?\b(?:<weekday>s?|today|tomorrow|(?:this|that) (?:day|
        session|workout)|\d{4}-\d\d-\d\d|weekends?|day after tomorrow)\b.*)
    """
)

SESSION_WORD = one_of(
    r"""
    session|sessions|workout|workouts|training|day|it|this|that|legs?|run|ride|swim|upper|lower|body|push|pull
    cardio|everything|full
    """
)

REST = any_of(
    r"""
    \brest day\b|\bfree up\b
    \b(?:day|time) off\b
    \boff day\b
    \bfree day\b
    \bno (?:training|workout|session|exercise|gym)\b
    \bto rest\b
    \brest (?:on|today|tomorrow)\b
    \b(?:take|have|want|need|get|give me|make|keep|leave|turn) .*?\b(?:off|free|rest)\b
    \bday of rest\b
    \b(?:skip|cancel|drop|remove|delete|scrap|clear|cut|miss|lose)(?: out)? (?:the |my |this |that )?(?:<weekday>s?|
        today|tomorrow|(?:this|that) (?:day|session|workout)|\d{4}-\d\d-\d\d|weekends?|day after tomorrow|session|
        workout|training)
    \b(?:<weekday>s?|today|tomorrow|(?:this|that) (?:day|session|workout)|\d{4}-\d\d-\d\d|weekends?|
        day after tomorrow)(?: \w+)? off\b
    """
)

NO_REST_WISH = one_of(
    r"""
    (?:no|not|without|fewer|less|do not (?:need|want)) (?:a |any |the |many |so many )?rest(?:ing)?(?: days?)?
    rest (?:between|times?|periods?)
    """
)

CANNOT = one_of(
    r"""
    can not(?! wait)|can never|could not|unable to|not able to|will not be able to|am not (?:available|free)|not available
    unavailable|never available|no time|(?:do not|never) have (?:any )?time
    (?:am|will be|i am always|get) (?:\w+ )?(?:busy|away|travell?ing|working|out of town|on holiday|on vacation)
    have (?:work|class|classes|a meeting|meetings|a (?:\w+ )?appointment|an appointment|to work|kids|no time|
        a wedding|a party|exams?)
    (?:does|do) not (?:work|suit|fit)(?: for me)?|is (?:bad|impossible|no good|out|difficult|not possible|not good)
    are (?:bad|impossible|no good|out|difficult|not possible)
    will not (?:make it|work|train|be (?:there|free|available))|do not (?:want to )?(?:train|work out|exercise)
    not (?:train|work out|training)
    """
)

ONLY = any_of(
    r"""
    \b(?:only|just|solely)\b.*?\b<weekday>
    \b<weekday>s?\b(?:(?:,| and| or) <weekday>s?)* (?:only|are the only)
    \b<weekday>s?\b.*\b(?:are|is) the only days?\b
    """
)

CAN = any_of(
    r"""
    \b(?:can|could|able to|free|available|have time|want to|would like to|happy to|train|work out)\b.*\b<weekday>
    \b<weekday>s? (?:is|are|works?|would be|suits?)(?: \w+)? ?(?:free|possible|fine|available|good|ok|okay|too|me|
        for me|well)?
    \badd (?:another |a )?(?:session|workout|training day|training|day) (?:on )?<weekday>
    """
)

TRAINING = one_of(
    r"""
    train|training|work ?out|exercise|gym|available|free|time|session|sessions|works? (?:too|as well|fine|well)
    """
)

ONCE = one_of(
    r"""
    (?:this|next|coming|upcoming) <weekday>|week|appointment|wedding|party|exams?|meeting|make it
    """
)
"""That `on Wednesday` is about just one of them."""

USUALLY = one_of(
    r"""
    train|work out|exercise|do|not available|unavailable|work|suit|fit|impossible|bad|busy
    """
)
"""That it is about how things are."""
