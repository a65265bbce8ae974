"""How people ask for a change, in whatever words, and the things of a plan that can be told apart in one."""

from services.feedback.phrases import alternatives, any_of, one_of
from services.feedback.phrases.exercises import LIFTS

MONTHS = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*"

_COUNT = alternatives(
    r"""
    \d+|two|three|four|five|six|seven|ten|fifteen|twenty|thirty|both|another|an? (?:second|third|fourth|extra|additional)|(?:one|
        1) (?:more|less|fewer|
        extra)|(?:a )?(?:second|third|fourth|fifth)|an extra|extra|more|fewer|less|every other|half the
    """
)
_PACE = alternatives(
    r"""
    (?<!at )(?:once|twice|(?:one|two|three|four|five|six|seven|\d+) (?:times|days?|sessions?|x))(?: (?:a|per|each|every) week|/week|
        [ ]weekly)?
    """
)
_KIND_OF_DAY = alternatives(
    r"""
    (?:legs?|push|pull|upper(?: body)?|lower(?: body)?|full(?: body)?|arms?|back|chest|bench|squat|deadlift|heavy|light|hard|
        easy|
        strength|cardio|lifting|gym|running|run|long run|recovery|rest|off|deload|taper|double|hill|speed|interval|tempo|swim|
        bike|brick)[- ](?:days?|weeks?|sessions?|workouts?|blocks?)
    """
)
_ENDURANCE_WORK = alternatives(
    r"""
    intervals?|tempos?|fartleks?|sprints?|strides|hills?|hill repeats|repeats|long (?:run|ride|swim|one)s?|speed ?work|
        threshold|
        mileage|distance|kilomet\w+|km|miles?|\d+ ?(?:k|m|km|mi)\b|pace|heart ?rate|hr|zone \d|zones?|laps?|track|treadmill|
        trails?
    """
)
_STRENGTH_WORK = alternatives(
    r"""
    sets?|reps?|repetitions|rounds?|weights?|loads?|\d+ ?(?:kg|kilos?|lbs?|pounds)|rpe|rir|effort|\d+ ?x ?\d+|amrap|emom|
        super-?sets?|drop-?sets?|pyramids?|circuits?|hiit|volume|intensity|tempo|failure|accessor(?:y|ies)|compounds?|
        isolation|
        machines?|free weights|body ?weight|main lifts?|finishers?
    """
)
_OTHER_WORK = alternatives(
    r"""
    warm[- ]?ups?|cool[- ]?downs?|stretch(?:es|ing)?|mobility|yoga|pilates|balance|plyo\w*|jump\w*|core|cardio|conditioning|
        foam roll\w*|boxing|dance|climbing|tennis|football|soccer|basketball|crossfit|spin(?:ning)?|prehab|rehab|breathing|
        sled|
        floor|\w+ split|overhead|pressing|pulling|pushing|squatting|hinging|jogging|walking|skipping|
        agility|footwork|grip|neck|posture
    """
)
_CLOCK = alternatives(
    r"""
    mornings?|evenings?|afternoons?|nights?|lunch(?: ?times?| ?breaks?)?|(?:before|after) (?:work|school|breakfast|dinner|
        \d+)|
        \d+ ?(?:am|pm)|earl(?:y|ier)|late|later|at noon|midday
    """
)
_PLACE = alternatives(r"out(?:side|doors?)|in(?:side|doors?)|at home|at the gym|home workouts?")
_EVENT = alternatives(
    r"""
    races?|(?:half |ultra )?marathon|\d+ ?k|triathlon|ironman|duathlon|parkrun|sportive|competition|comp|meet|tournament|
        season|event|
        match|fight|trek|expedition
    """
)
_GOAL = alternatives(
    r"""
    <event>|taper\w*|peak\w*|goals?|hypertrophy|muscle (?:gain|mass|building)|(?:get|getting|be) (?:\w+ )?(?:stronger|fitter|
        faster)|
        strength|endurance|stamina|weight loss|fat loss|lose weight|deload\w*|speed|power|size|powerlifting|bodybuilding|
        (?:\w+ )?test(?:s|ing)?
    """,
    event=_EVENT,
)
THING = one_of(
    r"""
    <lifts>|<endurance>|<strength>|<other>|<clock>|<place>|<goal>|<day>|<pace>
    <count> (?:\w+ )?(?:rest |training |gym |hard |easy |light |short |long |running |lifting |full )?(?:days?|sessions?|
        workouts?|
        runs?|rides?|swims?|exercises?|weeks?|times|months?|minutes|mins|hours?)
    (?:rest|easy|hard|free|deload|recovery|lighter|light|shorter|short|longer|gentle|intense|tough|heavy) (?:day|week|
        session|one|
        workout)s?|(?:heav(?:y|ier)|hard|light(?:er)?|easy|easier|intense) (?:stuff|work|things?|ones?|lift(?:s|ing)|exercises|
        sets)|
        (?:even|odd|alternate|alternating|consecutive|every other|every second) days?|in a row|back to back|(?:hard|heavi|light|
        easi|long|short|tough)est|(?:something|anything) (?!better)[a-z]{3,}er\b|(?:something|nothing|
        anything) (?:\w+ )?(?:light|gentle|easy|hard|heavy|short|intense|with (?!me\b|it\b|this\b|that\b|my\b)\w+|for (?:my|
        the))|
        day off|days off|rests?|recovery|combine|half|halve|double|(?:the|exercise) order|order of
    """,
    lifts=LIFTS,
    endurance=_ENDURANCE_WORK,
    strength=_STRENGTH_WORK,
    other=_OTHER_WORK,
    clock=_CLOCK,
    place=_PLACE,
    goal=_GOAL,
    day=_KIND_OF_DAY,
    pace=_PACE,
    count=_COUNT,
)
"""What a request is about, told so that somebody could change just that; beside muscles, equipment and sports."""
NO_THING = one_of(
    r"""
    another (?:day|time|one)|(?:weeks?|days?|months?) (?:in|down|to go|left)|rest for the wicked|rest of|
        (?:the )?other way(?: a?round)?|(?<!my )(?<!the )back(?! (?:days?|work|sessions?|exercises|
        squats?))
    """
)
"""Looks like one."""

_DOING = alternatives(
    r"""
    add|put|include|throw|insert|schedule|plan|program(?:me)?|build|fit|squeeze|bring|drop|cut|remove|delete|skip|take|ditch|
        scrap|lose|leave|avoid|get|swap|switch|replace|exchange|trade|substitute|sub|move|push|shift|pull|postpone|delay|bump|
        start|begin|restart|repeat|increase|raise|up|lower|reduce|decrease|halve|double|triple|limit|cap|set|keep|make|give|
        use|
        have|try|go|combine|merge|split|alternate|rotate|mix|spread|space|stretch|extend|shorten|lengthen|taper|peak|prepare|
        focus|target|concentrate|prioriti[sz]e|turn|convert|ban|stop|stick|swop|pencil|slot|chuck|bin|trim|dial|scale|tone|do
    """
)
_DOING_IT = alternatives(
    r"""
    (?:add|put(?:t)?|includ|throw|insert|schedul|plann|build|fitt|squeez|bring|dropp|cutt|remov|delet|skipp|tak|ditch|
        scrapp|los|leav|avoid|gett|swapp|switch|replac|exchang|trad|substitut|mov|push|shift|pull|postpon|delay|bump|start|
        increas|rais|lower|reduc|halv|doubl|limit|capp|sett|keep|mak|giv|us|hav|try|go|combin|merg|splitt|alternat|
        spread|spac|extend|shorten|taper|do|run|train)ing
    """
)
_LEAD = alternatives(
    r"""
    (?:(?:so|and|then|also|now|instead|today|tomorrow|next week|this week|for now|from (?:now on|next \w+|this \w+)|
        otherwise|either|in that case|or) )*
    """
)
_ADVISER = r"(?:doctor|dr|gp|physio\w*|physical therapist|osteo\w*|chiro\w*|midwife|specialist|surgeon|consultant|trainer|coach)"
ASKING_FOR = any_of(
    r"""
    (?:^|\b(?:so|and|then|but|or) )<lead>(?!do (?:i|you|we|they|it)\b)<doing>\b
    \b(?:can|could|would|will|may|might) (?:you|we|u|i|it|there|the|my)\b
    (?<!what )(?<!where )(?<!how )(?<!as )(?<!all )(?<!when )(?<!than )(?<!everything )(?<!thing )\bi (?:will |am going to |
        would |do |not |still |also |only |rather |much )*(?:want|wish|need|prefer|have to|got to|ought to)\b
    \bi would (?:also |much |so )*(?:like|love|rather|prefer|be (?:grateful|happier|better)|appreciate|leave|go|take|do|say)\b
    \b(?:we (?:need|should|could|have) to|let us|let me|how about|what about <doing_it>|what if (?:we|i|you)\b.*\binstead|
        would you
        mind|do you mind|(?:is it|would it be) (?:possible|feasible|doable|an option)|is there (?:any|a) (?:chance|way)|
        any (?:chance|way)|
        it would be (?:\w+ )?(?:good|
        nice|great|better|best|lovely|helpful|easier))\b
    \bwould be (?:\w+ )?(?:\w+er|good|nice|great|best|awesome|lovely|helpful|ideal|perfect|appreciated|welcome)\b
    \bi (?:would )?(?:feel|be|am) (?:\w+ )?(?:safer|happier|better|more comfortable|better off) (?:with|doing|on|if|using)\b
    \bfrom now on\b|\bfor now\b|\bfor the time being\b|\buntil further notice\b|^(?!i |we )(?:[\w-]+ ){1,3}only\b
    ^<lead>(?:lift|run|ride|swim|train|squat|bench)(?= (?:before|after|first|at|twice|once|every)\b)
    \b(?:might|may|shall|should) we\b|^it (?:is|would be) possible\b
    ^<lead>(?:no|nothing|not|do not|never|only|just|less|more|fewer|no more|not more|at most)\b
    \b(?:can|could|should|has to|have to|needs? to|must) (?:go|come out|be (?:\w+ed|cut|taken|put|shorter|longer|on|in|at|
        before|
        after))\b
    \b(?:i am|i would be) (?:hoping|looking) (?:to|for)\b
    \b(?:is|are) (?:\w+ )?(?:too \w+|not enough|off(?! to| with)|out|banned|a no[- ]go)\b
    ^<count> .*\b(?:is|are|would be|will|would) (?:\w+ )?(?:enough|plenty|do|all i)\b|^<lead>(?:one|two|a few|a couple) (?:less|
        fewer|more)\b
    ^<lead>(?:longer|shorter|lighter|heavier|easier|harder|slower|faster|earlier|later)\b
    ^<lead>(?:would (?:love|like|prefer|rather)|want|wanted|prefer|fancy|need|looking for)\b
    \b(?:only|just) (?:have|has|got|own)\b|\b(?:have|has|got) (?:only|just)\b
    \b(?:should|needs? to|has to|have to|must) (?:not )?be\b
    \bget(?:ting)? rid of\b|\bcan be (?:in|out|at|moved|done|shorter|longer|lighter|easier|harder)\w*\b
    ^(?!i |we |my |she |he |they |did |done |had |got |ran |went |just |only |finished |completed )(?:[\w-]+ ){1,4}<pace>(?: |$)|
        ^(?!i |we |\d)(?:[\w-]+ ){1,3}(?:out|in)$
    \b(?:only|instead|at most|max|rather than [\w -]+|that is what i want)$
    \b<adviser>\b.*\b(?:wants?|says?|said|told|tells|recommend\w*|advis\w+|suggest\w*|asked|insists?|thinks)\b.*\b(?:not|avoid|
        against|
        no|less|more|keep|stay|off|rest|need|should|stop|to \w+|limit|only)\b
    \bi (?:can not|could not|am not able to|am unable to) (?:do|perform|manage|use)\b|\bneed(?:s|ing)?\b
    """,
    pace=_PACE,
    count=_COUNT,
    lead=_LEAD,
    adviser=_ADVISER,
    doing=_DOING,
    doing_it=_DOING_IT,
)
"""Somebody wants something done."""
NOTHING_TO_DO = one_of(
    r"""
    remind\w*|help|than i (?:thought|expected|hoped)|(?:off|from) work|getting (?:easier|stronger|better|lighter|faster|bigger)|
        yourself|meet (?:you|up|him|her|them)|fixed|repaired|buy|nothing (?:beats|better|like)|you (?:recommend|suggest|advise)|
        questions?|advice|tips?|motivat\w+|know|understand|talk|
        think|thinking|say|tell|explain|ask|thank|wonder\w*|hear|
        see (?:how|
        what|if)|
        look at|figure out|check|decide|sure|idea|clue|remember|problem|problems|issues?|complaints?|doubts?|sense|
        believe|wait|joke|poem|rap|song|story|meme|playlist|timer|alarm|burger|pizza|cake|coffee|wine|instagram|facebook|
        whatsapp|
        job|mind telling|show|pains?|dizz\w*|symptoms?|call|write|sing|sleep|eat|drink|food|beer|money
    """
)
"""What changes no plan, though it was asked for."""
VAGUE = one_of(
    r"""
    chang\w+|adjust\w*|adapt\w*|tweak\w*|fix\w*|modif\w*|alter(?:s|ed|ing)?|improv\w*|rework|redo|rethink|sort|do something|
        different\w*
    """
)
"""That something be done, and not what."""
EXACTLY = one_of(r"accordingly|around|to|into|from|by|instead|rather|with|for|so that|more|less")
"""Says what becomes of what is to be changed."""

SITUATION = any_of(
    r"""
    \b(?:only|just|at most|no more than|not more than|max(?:imum)?) (?:\w+ ){0,4}(?:<clock>|<pace>|<count> (?:\w+ )?(?:sessions?|
        workouts?|days?|exercises?|runs?))\b
    \b(?:<pace>|every other day|<clock>) (?:is|are) (?:what|all|the most) i\b
    \bnothing (?:then|that (?:day|week)|those days)\b|\b(?:instead of|rather than|in place of) (?:\w+ ){0,3}(?:<lifts>|\d+|
        <clock>|<endurance>)\b
    \b(?:<clock>) (?:\w+ )?(?:is|are) the only\b
    \bi (?:can|could|will be able to|am able to)(?: now| only| still)? (?:train|do|manage|make|come|fit in|
        work ?out)\b.*\b(?:<pace>|
        <clock>)\b
    \b(?:<clock>|sessions?|workouts?|training)(?: \w+){0,2} (?:is|are|will be) (?:(?:not|no longer) (?:\w+ )?(?:doable|
        possible|an option|
        realistic|feasible|available|happening)|gone|out|impossible|over|off the table)\b
    \b(?:i have|i got|there is|signed up for|registered for|entered|i am (?:doing|running|racing)|
        my)\b[\w -]*\b<event>\b.*\b(?:\d{1,2}(?:st|
        nd|rd|th)?(?: of)? <month>|<month> \d+(?:st|nd|rd|th)?|on the \d+|in (?:\w+) (?:weeks?|months?|days))\b
    \b<lifts>\b.*\b(?:got|was|were|been|is|are) (?:\w+ )?(?:taken away|removed|broken|out of order|gone|sold|stolen|
        being repaired|out)\b
    \b(?:does not|do not|no longer|did not) have (?:an? |any |the )?(?:[\w-]+ )?<lifts>\b
    \bgym (?:\w+ )?(?:shuts|closes|is closing|is shutting|will close|will be (?:closed|shut))\b
    """,
    clock=_CLOCK,
    pace=_PACE,
    month=MONTHS,
    lifts=LIFTS,
    event=_EVENT,
    count=_COUNT,
    endurance=_ENDURANCE_WORK,
)
PAST = one_of(
    r"did|was|were|had|made|managed|ran|went|last|yesterday|felt|ago|used to|got through|finished|completed|done"
)
"""Of what is told: that it has happened."""
"""What somebody tells of their days or an event, so that the plan be made for it."""

SHIFTING = one_of(
    r"""
    (?:push|move|shift|bump|slide|shove|delay|postpone) (?:\w+ ){0,4}(?:back|forward|out|on|up)(?: by| a| one|$)
    (?:push|move|shift|delay) (?:the )?start|(?:start|begin) (?:\w+ ){0,4}(?:over|again|later|earlier|from week|on the|next|in)|
        restart|repeat|(?:a|one|two|three|
        \d) (?:days?|weeks?) (?:later|earlier)
    """
)
GOAL = one_of(
    r"""
    <event>|taper\w*|peak|goals?|build (?:\w+ )?(?:towards?|up to)|aim|ready for|prepare|towards? \w+|stronger|fitter|faster|
        (?:gain|build) muscle|(?:lose|losing|weight|fat) (?:weight|loss)|be able to
    """,
    event=_EVENT,
)
BUILDING_UP = one_of(
    rf"(?:build|train(?:ing)?|prepar(?:e|ing)|aim|peak|taper|work|get|be) (?:\w+ )*?(?:towards?|up to|for|ready) "
    rf"(?:\w+ )*?(?:{_EVENT})"
)
"""That the whole plan lead to an event."""
FREQUENCY = one_of(
    r"<pace>|<count> (?:\w+ )?(?:days?|sessions?|workouts?|runs?|rides?|swims?|exercises?)|combine|merge|split(?! squats?)",
    pace=_PACE,
    count=_COUNT,
)
EXACT_WORK = one_of(rf"(?:to|by) \d+|{_STRENGTH_WORK}|{_ENDURANCE_WORK}")
CLOCK = one_of(_CLOCK)
POINTING = one_of(r"it|them|those|that|these|yours|there|ones?")
"""At what was named before."""
OUTRIGHT = one_of(r"please|should|would|could|can|want|need|let us|make|instead")
"""That something is asked for beside what is told of the training."""
BESIDES = one_of(
    r"also|too$|as well|by the way|(?:another|one (?:more|other)) thing(?! too)|on top of that|while you are at it"
)
"""That something else is asked for."""
RESTATING = any_of(r"^(?:just|only) (?:my|the|with)\b")
"""Goes on with what was said: `no gym for two weeks, just my body weight`."""
