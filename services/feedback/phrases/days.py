"""How people speak of moving, resting, and what they can and cannot do on a day."""

from services.feedback.phrases import alternatives, any_of, one_of

MOVE = any_of(
    r"""
    \b(?:(?<!you )(?<!you have )(?<!i )(?<!already )(?<!not )(?:put|do(?! not)|doing|have|having|bring)|(?:can|could|may|might|
        would|let)(?= (?:the|my|that|this|<weekday>|today|tomorrow)\b[\w ]{0,40} (?:go|happen|be|be moved|come) (?:to|on|onto|over|
        back|forward) )|mov(?:e|ing)|bump(?:ing)?|slid(?:e|ing)|delay(?:ing)?|defer(?:ring)?|rearrang(?:e|ing)|
        transfer(?:ring)?|shunt(?:ing)?|flip(?:ping)?|pull(?:ing)?|carry|shift(?:ing)?|reschedul(?:e|ing)|push(?:ing)?|
        postpon(?:e|ing)|bring|swap(?:ping)?|switch(?:ing)?|chang(?:e|ing)|exchange|trade) (?P<source>.+?) (?:to|with|and|for|
        onto|on|till|until|over to|back to|forward to|from) (?P<target>.*?\b(?:<weekday>s?|today|tomorrow|(?:this|that) (?:day|
        session|workout)|\d{4}-\d\d-\d\d|weekends?|day after tomorrow)\b.*)
    """
)

BETTER_ON_A_DAY = any_of(
    r"""
    ^(?P<source>.+?) (?:would|will|could|might|is|are|works?|suits me|fits)(?: \w+){0,2} (?:better|easier|nicer|best|
        more convenient)(?: for me| if (?:it|we|they) (?:was|were|is|did it))? (?P<target>(?:on )?(?:this |
        next )?(?:<weekday>s?|tomorrow))\b
    """
)
INSTEAD_OF_A_DAY = any_of(
    r"""
    \b(?:on )?(?P<target>(?:this |next )?(?:<weekday>s?|today|tomorrow))(?: (?:would|will|could|might|is|are|
        was))?(?: (?:suits?|works?|be|
        fits?)(?: in)?)?(?: for)?(?: me| us)?(?: a lot| much)?(?: better| easier| nicer)? (?:instead of|rather than|
        in place of|
        and not|not|over|than)(?: to train| training)? (?:on )?(?P<source>(?:this |next )?(?:<weekday>s?|today|tomorrow))\b
    """
)
"""`Train on Thursday instead of Wednesday`."""
HAS_TO_MOVE = any_of(
    r"""
    ^(?P<source>.+?) (?:has to|have to|needs to|need to|must|should|will have to|ought to) (?:be )?(?:move|moved|shift|shifted|
        go|happen|be done|done|be) (?:to|on|onto) (?P<target>.*?\b(?:<weekday>s?|tomorrow|weekends?)\b.*)
    """
)
FROM_DAY_TO_DAY = any_of(
    r"""
    ^(?P<source>(?:<weekday>|today|tomorrow)(?: (?:session|workout|run|ride|swim))?) (?:to|onto|over to) (?P<target>(?:this |
        next )?(?:<weekday>|today|tomorrow))\b
    """
)
DO_IT_INSTEAD = any_of(
    r"""
    \b(?:do|have|train|move|take) (?P<source>(?!on ).+?) (?:on )?(?P<target>(?:this |next )?(?:<weekday>s?|today|
        tomorrow)) instead\b
    """
)
PREFERRED_DAY = any_of(r"\bprefer (?:training )?(?:on )?(?P<target><weekday>s?) to (?P<source><weekday>s?)\b")
MOVES = (FROM_DAY_TO_DAY, HAS_TO_MOVE, DO_IT_INSTEAD, PREFERRED_DAY, INSTEAD_OF_A_DAY, BETTER_ON_A_DAY, MOVE)
BEGINNING = one_of(
    r"(?:begin|start|beginning|starting) (?:with )?(?:the|my|this) (?:plan|program|programme|block|whole thing)"
)
"""Of the plan, which is no move of a day."""
RATHER = one_of(r"(?:rather|prefer to) (?:train|work ?out|exercise|lift)|prefer (?:training )?(?:on )?<weekday>s?")
"""How somebody likes to train."""
ONCE = one_of(r"(?:this|next|coming) (?:<weekday>|week)")
"""That a day is meant and no weekday."""
SESSION_WORD = one_of(
    r"""
    session|sessions|workout|workouts|training|day|it|this|that|legs?|run|ride|swim|upper|lower|body|push|pull
    cardio|everything|full
    """
)

REST = any_of(
    r"""
    \brest day\b|\brest days (?:on|this|next)\b|\bfree up\b
    \b(?:day|time) off\b
    \boff day\b
    \bfree day\b
    \bno (?:training|workouts?|sessions?|exercise|gym)\b
    \bto rest\b
    \brest (?:on|today|tomorrow)\b
    \b(?:take|have|want|need|get|give me|make|keep|leave|turn) .*?\b(?:off|rest)\b|\b(?:want|need|give me|make|keep|
        leave) .*?\bfree\b
    \bday of rest\b
    \b(?:leave|keep) (?:(?:on|and|or|this|next|<weekday>s?|today|tomorrow) )+(?:blank|empty|clear|open)\b|
        \b(?:bail on|call off|blow off|
        sack off) (?:<weekday>s?|today|tomorrow|the session|the workout|training)\b
    \blet me off\b|\b(?:a|some) breather\b|\bsit (?:this|that) (?:one )?out\b|\bgive (?:me|<weekday>s?|today|tomorrow|
        it) a (?:miss|rest|break)\b|\bnothing (?:on|for) <weekday>s?\b
    \b(?:throw(?= out)|skip|cancel|drop|remove|delete|scrap|ditch|bin|axe|eliminate|nix|(?<!not )forget|clear|
        cut(?! .*\b(?:short|down)\b)|
        miss|lose)(?: out)? (?:the |my |this |
        that )?(?:<weekday>s?|today|tomorrow|(?:this|that) (?:day|session|workout)|\d{4}-\d\d-\d\d|weekends?|
        day after tomorrow|
        session|workout|training)\b(?! (?:run|ride|swim|jog|walk|lift|cardio|
        (?!this\b)[a-z]{4,}s\b(?<! sessions)(?<! workouts)))
    \b(?:<weekday>s?|today|tomorrow|(?:this|that) (?:day|session|workout)|\d{4}-\d\d-\d\d|weekends?|
        day after tomorrow)(?: \w+)? off\b
    """
)

NO_REST_WISH = one_of(
    r"""
    (?:no|not|without|fewer|less|do not (?:need|want)) (?:a |any |the |many |so many )?rest(?:ing)?(?: days?)?
    rest (?:between|times?|periods?)|feel free|watching|chilling|enjoying|loving|relaxing|lounging|sofa|couch|
        off (?:from )?work
    """
)

_ABSENT = alternatives(
    r"""
    busy|away(?! (?:games?|match|fixture|win|days?)\b)|abroad|travell?ing|working(?! from home| out| on| hard| well)|
        on (?:holiday|vacation|a (?:\w+ )?(?:trip|cruise|
        tour|retreat|break)|a course|leave|
        call|nights|night shift|shift|
        my honeymoon|the road)|out of (?:town|the country|action|office)
    flying|camping|at (?:a|my|the) (?:\w+ ){0,2}(?:wedding|conference|festival|funeral|party)|in (?:hospital|meetings)|
        visiting (?:my |the )?\w+
    """
)
BAD = one_of(r"(?:is|are) (?:\w+ )?(?:bad|no good|not good|hopeless|out)")
"""Said of a weekday it means that there can be no training; said of a week it may mean anything."""
CANNOT = one_of(
    r"""
    can not(?! wait)|can never|(?:can|could|will) no longer|could not|unable to|no (?:chance|way|hope|possibility) (?:of|to|
        i can|i will)|not going to (?:make|manage|be able|happen|work)|not able to|will not be able to|
        (?:am not|no longer) (?:available|free)|not available
    unavailable|never (?:available|free)|no time|(?:do not|never) have (?:any )?time
    (?:am|are|will be|i am always|get|be|being|off|going|have been|got) (?:\w+ )?<absent>|(?:am|are|we are|
        going) (?:off(?! to (?:bed|sleep|work|the gym|train|my))|away|
        flying|travelling) (?:to|on|for) \w+|^(?:(?:so|and|i|we|also|sorry|next|always|usually|normally|often) )*<absent>
    (?:have|got|have got|is|are|there is) (?:work|kids|no time|to work|plans|stuff on|something on|(?:a |an |my |the |our |
        some |two )?(?:\w+ ){0,2}(?:wedding|party|exams?|meetings?|appointments?|shifts?|class|classes|course|funeral|flight|
        conference|trip|birthday|operation|interview|practice|rehearsals?|lessons?|deadline|parents evening|concert|festival))
    clash(?:es|ing)? with|collides? with|conflicts? with|overlaps? with|(?:does|do|will|would|did) not (?:really |quite |
        actually )?(?:work|suit|fit|do it)(?: for me| me| in| with)?
    (?:is|are|being|will be) (?:\w+ )?(?:bad|impossible|no good|out|not possible|not good|no[- ]?go|off the table|
        not an option|
        not doable|ruled out|out of the question|a non-?starter|a write-?off|full|fully booked|booked(?: up)?|taken|packed|
        jammed|rammed|sacred|off limits|my day off|for (?:my |the )?(?:family|kids|church|work|football|friends)|(?:family|
        church|date|work|football|choir|band|school|chill) (?:days?|nights?|time))(?: for me)?
    ^no gym$|gym (?:is|will be) (?:closed|shut)|(?:public|bank|national) holiday|(?:i|we) (?:\w+ )?work (?:late|nights|all day|
        weekends|away|double shifts)|nothing then|no training|no can do|^(?:i|we) (?:always |usually |normally |
        have to )?work(?: late| nights| all day| weekends| away)?$
    (?:have|got|have got|is|are) (?:my |the |our |a |an )?(?:\w+ )?(?:football|soccer|tennis|golf|yoga|pilates|netball|
        basketball|rugby|cricket|hockey|judo|karate|dance|dancing|band|bible study|church|therapy|dentist|hospital|school|uni|
        university|college|lectures?|night class|childcare|guests|visitors|family|friends over|dinner|a date|date night|
        babysitting|overtime|the kids|late shift|early shift|night shift|book club|choir)
    (?:will be|am going to be|are going to be) (?:in|at) (?!pain|shape|risk|it\b|home\b|(?:the|my) gym)\w+
    (?:leave|keep) (?:it|that|this|them|those|that week|this week|those days) (?:empty|free|clear|blank|open)
    do not (?:\w+ )?(?:schedule|plan|put|book|give me|program(?:me)?|want)(?: me)? (?:anything|any training|any sessions?|
        any workouts?|training|a session)(?: in| down)?|^(?:so )?nothing$|nothing (?:\w+ )?(?:on|those days|that day|at all)
    will not (?:make it|manage|work|train|be (?:there|free|available))|do not (?:want to )?(?:train|work out|exercise)
    not (?:to )?(?:train|work out|exercise)|not training
    """,
    absent=_ABSENT,
)

ONLY = any_of(
    r"""
    \b(?:only|just|solely)\b(?=.*\bweekends?\b)|\b(?:only|just|solely)\b(?! (?:thing|problem|issue|one|exercise|day|complaint|
        bit|this|the(?! <weekday>))\b)(?: \w+){0,6}? <weekday>
    \bthe only days? .*<weekday>|\bnothing but <weekday>
    \b<weekday>s?\b(?:(?:,| and| or) <weekday>s?)* (?:only|are the only)
    \b<weekday>s?\b.*\b(?:are|is) the only days?\b
    """
)

CAN = any_of(
    r"""
    \b(?:can|could|able to|free(?! (?!(?:on|this|next|every|all|most|some|in|after|to|for|from|<weekday>)\b)\w+)|available|
        (?:have|have got|got|find) (?:some |a bit of |more |the |spare |extra )*(?:time|space|
        room|a slot|a window)|want to|would like to|happy to|train|work out)\b.*\b<weekday>
    \b<weekday>s? (?:is|are|would be|works?|suits?)\b(?: \w+)? ?(?:free|possible|fine|available|good|ok|okay|too|me|for me|
        well)?
    \b(?:have|got) <weekday>s? (?:free|open|available|off work)|\b<weekday>s? (?:have|has) (?:opened up|become (?:free|
        available)|freed up)|\b<weekday>s? (?:opened up|freed up)
    \badd (?:another |a )?(?:session|workout|training day|training|day) (?:on )?<weekday>
    """
)

TRAINING = one_of(
    r"""
    train|training|work ?out|exercise|gym|available|opened up|freed up|free|time|session|sessions|works? (?:too|as well|fine|
        well)
    """
)

HABIT = one_of(
    r"""
    never|no longer|any ?more|(?<!than )usually|normally|generally|regularly|tend to|as a rule|these days|standing|weekly
    """
)
"""That `on Wednesday` is about all of them."""
THOSE_DAYS = one_of(r"(?:those|these) days")
"""Where none were named before."""

FOR_A_WHILE = one_of(
    r"""
    for (?:about |around |at least |almost )?(?:an?|\d+|one|two|three|four|five|six|seven|ten|few|couple of|several|a few|
        a couple of)
        [ ]?(?:days?|weeks?|fortnight|months?)
    (?:on|over|for|during|at|between) (?:the )?(?:christmas|xmas|easter|new years?|holidays?|thanksgiving|bank holidays?|
        diwali|eid|
        half term|festival)
    """
)
"""A time whose beginning was not said."""
ONE_OF_THEM = one_of(
    r"""
    (?:an?|another|one|extra|additional) (?:(?:more|extra|additional|full|proper) )?(?:rest day|day off|off day|free day)
    """
)
"""Of a week: one day, and nobody said which."""
