"""How people say that it is too much, too little, too hard or too easy."""

from services.feedback.phrases import any_of, one_of

EASIER = one_of(
    r"""
    easier|lighter|gentler|softer
    less (?:intense|hard|difficult|demanding|challenging|heavy|strenuous|intensity|weight|taxing|brutal)
    not (?:so|as|that) (?:hard|heavy|intense)
    too (?:\w+ )?(?:hard|heavy|difficult|intense|tough|demanding|challenging|advanced|strenuous|taxing|brutal)
    way (?:too )?(?:hard|heavy)
    (?:lower|reduce|decrease|drop|cut|dial down|turn down|tone down|bring down) (?:\w+ ){0,3}?(?:intensity|weights?|
        loads?|rpe|effort)
    tone (?:it|this|that|things) down|dial (?:it|this|things) (?:down|back)|ease (?:up|off)|take it (?:easy|easier)
    go easy|scale (?:it |this |things )?(?:back|down)|struggl(?:e|ing) with|can not (?:handle|cope|keep up|manage)
    overwhelm(?:ing|ed)|kill(?:s|ing|ed) me|destroy(?:s|ing|ed) me
    (?:the )?(?:weights?|loads?) (?:are|is|feels?) too (?:high|much)|exhausting|make .* easy|burn(?:t|ed|ing)? out
    """
)

HARDER = one_of(
    r"""
    harder|heavier|tougher|more (?:intense|difficult|demanding|challenging|challenge|intensity|weight|heavy)
    too (?:\w+ )?(?:easy|light|simple|soft|gentle)
    not (?:\w+ )?(?:hard|challenging|heavy|difficult|intense|demanding) enough
    (?:raise|increase|up|crank up|bump up|turn up|step up|ramp up) (?:\w+ ){0,3}?(?:intensity|weights?|loads?|rpe|
        effort|difficulty)
    push me(?: more)?|challenge me|be challenged more|be more challenged|not (?:feel )?challenged
    step it up|crank it up|amp it up|ramp it up|a (?:bigger|real) challenge
    need a challenge|piece of cake|way too easy|make .* (?:hard|challenging)
    """
)

SHORTER = one_of(
    r"""
    shorter|shorten|less time|fewer sets|less sets|less volume|lower volume|fewer exercises|less exercises|quicker
    briefer|too long|too (?:much|many)|takes? too (?:long|much)
    (?:reduce|cut|decrease|lower|drop) (?:\w+ ){0,3}?(?:volume|sets|length|duration|time|number of sets|
        number of exercises)
    trim|cut (?:it|this|that|things) (?:down|short)|cut down|(?:in|with) a hurry|not (?:much|enough|a lot of) time
    short on time|little time|less work|do less|less of
    """
)

LONGER = one_of(
    r"""
    longer|lengthen|extend|more time|more sets|extra sets|an extra set|another set|one more set|more volume
    higher volume|more exercises|too short|not (?:long|much) enough
    (?:raise|increase|up|add) (?:\w+ ){0,3}?(?:volume|sets|set|length|duration)
    too (?:few|little)(?: sets| volume| exercises)?|more work|do more|more reps
    """
)

MINUTES = one_of(
    r"""
    (?P<number>\d{1,3}|half an hour|forty five|forty-five|one hour|fifteen|an hour|twenty|thirty|ninety|forty|fifty|
        sixty|ten)(?:[- ]?(?P<unit>minutes?|mins?|min|hours?|hrs?|h))?
    """
)

MINUTE_WISH = one_of(
    r"""
    only|just|max(?:imum)?|at most|no (?:more|longer) than|not (?:more|longer) than|under|within|up to|have|limit
    cap|keep|make|last|take|takes|should be|to be|down to|less than|fit|finish|done|shorter than|shorten|per session
    a session|sessions?|workouts?
    """
)

STRESS_MORE = one_of(
    r"""
    more|extra|additional|focus(?:ing)? (?:more |a bit more |mostly )?on|emphasi[sz]e|emphasis on
    priorit(?:y|i[sz]e)|bigger|stronger|grow|build(?: up)?|develop|bring up|work on|target|not enough|too little|hit
    """
)

STRESS_LESS = one_of(
    r"""
    less|fewer|reduce|too much|too many|so much|so many|cut down on|cut back on|go easy on|easy on|not so much
    decrease|de-?emphasi[sz]e|overtrain(?:ed|ing)?
    """
)

SUBJECT = any_of(
    r"""
    ^(?P<subject>.+?) (?:is|are|feels?|felt|seems?|was|were|looks?|takes?|needs? to be|should be|could be|kills?|
        destroys?)[ ]
    """
)

OBJECT = any_of(
    r"""
    \b(?:make|keep|with|on|for|of|at|do|doing|the|my|more|less|fewer|too many|too much|extra|reduce|increase|raise|lower|shorten|
        extend|lengthen|trim|easier|harder|heavier|lighter) (?P<object>.+)
    """
)

NOT_TRAINING = any_of(
    r"""
    ^(?:(?:my|the|our|this|his|her) )?(?:job|commute|weather|boss|life|bed|music|app|water|school|studies|homework|exams?|
        traffic|news|world|economy|winter|summer) (?:is|are|was|were|feels?|seems?|gets?)\b
    ^my work (?:is|was|gets?)\b
    \b(?:is|are|was|were|feels?|felt|seems?|does) not (?:really |at all |actually |feel |seem )*too\b
    """
)
"""What is hard, long or heavy, but not of the training; or is not so."""

OF_ALL = any_of(
    r"""
    ^(?:the |my |this |whole |entire |all |these |that |it |everything |plan|program|programme|sessions?|workouts?|
        training|weeks?|days?|sets?|exercises?|things?|whole thing|routine|schedule| )+$
    """
)
