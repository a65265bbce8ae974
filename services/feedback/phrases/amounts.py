"""How people say that it is too much, too little, too hard or too easy."""

from services.feedback.phrases import any_of, one_of

EASIER = one_of(
    r"""
    easier|lighter|gentler|softer|simpler|more (?:simple|easy)|too much (?:high|heavy|hard|difficult|intense)
    (?:harder|heavier|tougher|faster|more (?:intense|demanding)) than i (?:can|could|am able)
    less (?:intense|hard|difficult|demanding|challenging|heavy|strenuous|intensity|weight|taxing|brutal)
    not (?:so|as|that) (?:hard|heavy|intense)
    too (?:\w+ )?(?:hard|heavy|difficult|intense|tough|demanding|challenging|advanced|strenuous|taxing|brutal)
    way (?:too )?(?:hard|heavy)
    (?:lower|reduce|decrease|drop|cut|dial down|turn down|tone down|bring down) (?:\w+ ){0,3}?(?:intensity|weights?|loads?|rpe|
        effort)
    (?:tone|dial|turn|scale|knock|wind|throttle|ramp|water|bring|take|pull|rein)(?: (?!out)\w+){0,4} down
    (?:dial|scale|pull|rein|throttle|cut)(?: (?!out)\w+){0,3} (?:back|in)(?= a (?:notch|bit|touch|little|peg)|$)
    (?:a bit|rather|quite|all|bit|way too|just too|far too|little) (?:too )?much(?! (?:better|more|of|time|for))
    slower|slow (?:it |things |this )?down|not so fast
    ease (?:up|off)|ease (?:me|us) (?:back )?in|take it (?:easy|easier|down)|go easy|go (?:\w+ ){0,2}(?:light(?:er)?|eas(?:y|
        ier)|gentl[ey]r?)|
        keep(?: \w+){0,3} (?:light|easy|gentle)|down a notch|slack|
        struggl(?:e|ing) with
    can not (?:handle|cope with|keep up|manage (?:it|this|that|the|these|so|all|my|\d+))|(?:barely|hardly) (?:cope|coping|
        keep(?:ing)? up|manag(?:e|ing))|more than i can (?:handle|manage|cope with|take)|(?:beyond|above) (?:me\b|my )|
        over my head|out of reach|out of my league
    could not (?:finish|complete|get through)|can not (?:finish|complete|get through)|more (?:manageable|gentle|doable|relaxed|
        achievable|moderate|realistic)|less (?:hardcore|punishing|extreme|full on|full-on)|not so (?:full on|hardcore)|
        punishing|brutal for me|overwhelm(?:ing|ed)|kill(?:s|ing) me|destroy(?:s|ing) me|not (?:so|as|quite so|that|
        quite as) (?:tough|demanding|brutal|challenging|difficult|strenuous)
    (?:the )?(?:weights?|loads?) (?:are|is|feels?) too (?:high|much)|exhausting|make\b.*\beasy|burn(?:t|ed|ing)? out
    """
)

HARDER = one_of(
    r"""
    harder|heavier|tougher|more (?:intense|difficult|demanding|challenging|challenge|intensity|weight|heavy)
    too (?:\w+ )?(?:easy|light|simple|soft|gentle)
    not (?:\w+ )?(?:hard|challenging|heavy|difficult|intense|demanding) enough
    (?:raise|increase|up|crank up|bump up|turn up|step up|ramp up) (?:\w+ ){0,3}?(?:intensity|weights?|loads?|rpe|effort|
        difficulty)
    push me(?: more)?|challenge me|be challenged more|be more challenged|not (?:\w+ ){0,2}challenged
    step it up|crank it up|amp it up|ramp it up|a (?:bigger|real) challenge
    need a challenge|piece of cake|way too easy|make .* (?:hard|challenging)|walk in the park|(?:a|an absolute) (?:breeze|
        doddle|cakewalk|cinch)|child play
    (?:bump|beef|crank|ramp|step|turn|amp|take|kick|dial|spice|notch|gear) (?:it |this |that |things |everything |the \w+ |
        my \w+ )?up|up (?:the ante|a notch|a gear)|more of a challenge
    (?:barely|hardly|not even|never) (?:\w+ )?(?:sweat\w*|out of breath|break(?:ing)? a sweat|broke a sweat|felt it|feel it|
        tired)|in my sleep|(?:put|stick|whack|chuck|add|throw) (?:some |more |a bit (?:of |more )|a little |extra |
        on )*(?:weight|load|plates|kilos|kg|pounds|lbs)|load (?:it|them|me) up|too (?:comfy|comfortable)|spicier|spice (?:it |
        things )?up|coasting|cruising|stretch me|test me|make me (?:work|sweat|suffer)|more (?:punishing|brutal|hardcore)|
        go heavier|push harder|still fresh|(?:can|could) (?:lift|handle|take|manage|do) (?:a lot |much |way |far )?more
    """
)

SHORTER = one_of(
    r"""
    cut(?: \w+)? short|(?:keep|make) (?:\w+ ){1,3}short|shorter|shorten|less time|fewer sets|less sets|less volume|
        lower volume|
        fewer exercises|less exercises|
        quicker
    briefer|too long|longer than (?:i (?:can|could|have|had)|my \w+)|too (?:much(?! (?:going on|like|to think|information))|
        many(?!$| (?:things|changes|options|words|questions|
        choices)))|takes? too (?:long|much)
    (?:reduce|cut|decrease|lower|drop) (?:\w+ ){0,3}?(?:volume|sets|length|duration|time|number of sets|number of exercises)
    trim|cut (?:\w+ ){1,4}(?:down|short)|cut down|(?:in|with) a hurry|not (?:much|enough|a lot of) time
    short on time|little time|less work|do less|less of(?! (?:that|this|it|those|these|them)\b)|quick(?=$| for| on| one)|
        speed (?:it |things |this )?up|drag(?:s|ging)? on|(?:go|goes) on (?:forever|for ages|and on)|takes? (?:forever|ages)|
        less long|condense\w*|half the (?:time|length)|pushed for time|pressed for time|time is (?:tight|short)|in a rush|
        express
    """
)

LONGER = one_of(
    r"""
    (?<!no )longer|lengthen|extend|more time|more sets|extra sets|an extra set|another set|one more set|more volume
    higher volume|more exercises|too short|not (?:long|much) enough|(?:add|extra|another|more) \d+ (?:minutes|mins|min)(?! of)|
        \d+ (?:minutes|mins|min) (?:more|extra|longer)|stretch out|not (?:a lot|much) (?:in it|there|to do)|bulk (?:it |
        this )?out
    (?:raise|increase|up|add) (?:\w+ ){0,3}?(?:volume|sets|set|length|duration)
    more to do|too (?:few|little)(?: sets| volume| exercises)?|more work|do more|more reps
    """
)

MINUTES = one_of(
    r"""
    (?P<number>\d{1,3}|half an hour|forty five|forty-five|one hour|fifteen|an hour|twenty|thirty|ninety|forty|fifty|sixty|
        ten)(?:[- ]?(?P<unit>minutes?|mins?|min|hours?|hrs?|h))?
    """
)

MINUTE_WISH = one_of(
    r"""
    only|just|max(?:imum)?|at most|no (?:more|longer) than|not (?:more|longer) than|under|within|up to|have|limit
    cap|keep|make|last|take|takes|should be|to be|down to|less than|fit|finish|done|shorter than|shorten|per session
    a session|sessions?|workouts?|tops|squeeze|into|limit|lunch(?: ?break| hour)?|spare|free|available|all i can
    """
)

NO_LIMIT = one_of(
    r"""
    finish\w* (?:\w+ )?in|takes? me|took|more to do|off|until|till|late|ago|early|earlier|rest|warm|longer|more|extra|reps|kg|
        kilos|between|add
    """
)
"""Beside a number of minutes: that it is no limit."""
LIMITING = any_of(
    r"""
    \b(?:max(?:imum)?|at most|no (?:more|longer) than|under|below|within|only|down to|up to)(?: of| about| around)? $
    """
)
"""Stands before the number that is the limit, where there are several."""
AT_MOST = any_of(
    r"""
    no (?:more|longer) than|not (?:be |take |last |go |run )?(?:more|longer) than|never .*than|^no \w+ .*than
    """
)
"""That it is one all the same."""

STRESS_MORE = one_of(
    r"""
    more|extra|additional|focus(?:ing)? (?:more |a bit more |mostly )?on|emphasi[sz]e|emphasis on
    priorit(?:y|i[sz]e)|bigger|stronger|grow|build(?: up)?|develop|bring up|work on|target|not enough|too little|
        hit(?! (?:\d|(?:a|an|my|the) (?:new )?(?:pb|pr|record|personal|target|goal)))|lagging|
        lag(?:s)? behind|weak points?|weak spots?|neglected|under-?developed|skinny|tiny|needs? (?:more |some |extra )?(?:work|
        attention|love|focus|growth|help)|attention|sort out|beef up|blow up|work my|work the|ton(?:e|ed|ing)|shape|sculpt|
        defin(?:e|ed|ition)|round(?:er)?|wider|neglect\w*|no love for|i want (?:a |an )?(?:big |visible |proper |
        strong )?(?=(?:abs|six pack|core|arms|legs|chest|glutes|shoulders|back)$)
    """
)

STRESS_LESS = one_of(
    r"""
    less|fewer|reduce|too much|too many|so much|so many|cut down on|cut back on|go easy on|easy on|not so much
    decrease|cut(?= .* down\b)|eas(?:e|ing) (?:off|up)(?: on)?|back off(?: on)?|overwork\w*|too big|big enough|hammer\w*|
        give(?= .* a (?:break|rest))|lay off|do not (?:need|want) (?:any|so much|that much|this much|all (?:this|that|the)|as much|
        any more|more)|de-?emphasi[sz]e|overtrain(?:ed|ing)?
    """
)

SUBJECT = any_of(
    r"""
    ^(?P<subject>.+?) (?:is|are|feels?|felt|seems?|was|were|looks?|takes?|needs? to be|should be|could be|kills?|destroys?)[ ]
    """
)

OBJECT = any_of(
    r"""
    \b(?:make|keep|with|on|for|of|at|do|doing|the|my|more|less|fewer|too many|too much|extra|reduce|increase|raise|lower|
        shorten|extend|lengthen|trim|easier|harder|heavier|lighter) (?P<object>.+)
    """
)

MORE_OR_LESS = any_of(
    r"""
    \b(?P<how>more|less|fewer|extra|too many|too much|increase|reduce) (?P<what>.+?)(?= (?:and |but )?(?:more|less|fewer)\b|$)
    """
)

LIGHT_WEEK = one_of(
    r"""
    de-?load(?:s|ing|ed)?|(?:easy|easier|light|lighter|gentle|gentler|recovery|recuperation|rest) week
    """
)
NOT_AN_AMOUNT = one_of(
    r"""
    (?:warm|cool)[- ]?(?:ups?|ing up|downs?)|rests? (?:between|periods?|times?|intervals)|breaks? between|pauses?
    recover\w*|(?:is|are|am|been) (?:getting|becoming|growing) (?:\w+ )?(?:easier|lighter|longer|quicker|heavier|bigger|
        stronger|
        wider|rounder)|\d+ reps|rests\b|\d+ (?:sec|secs|seconds|s) rest|to (?:once|twice)|(?:recovery|rest|days?|gap|time|
        space) (?:\w+ )?between|split(?! squats?\b)|combine|merge|(?:ramp|progress|
        build)\w*\b.*\b(?:slow\w*|gradual\w*|steep|fast|quick\w*)
    (?:once|twice|\d+|one|two|three|four|five|six|seven) (?:times |days? |sessions? |x )?(?:a|per|each|every) week
    (?:plan|program|programme|block) (?:by|to|for) (?:\w+ ){0,2}(?:weeks?|months?)
    (?:two|three|four|five|\d) (?:longer|shorter) (?:ones?|sessions?|workouts?|runs?|rides?)
    struggl\w+ with (?:it|(?:all )?this|all of (?:it|this)|everything|(?:the|my|this) (?:plan|
        program|programme|training|whole thing|lot))|
        or (?:maybe )?(?:not|too little)
    """
)
"""Of how often, in which parts, how fast it rises, or of what lies between the sets; or of no one thing."""

NOT_TRAINING = any_of(
    r"""
    \b(?:ate|eat|eating|drank|drink|drinking|beers?|wine|drinks|pudding|cakes?|chocolate|turkey|coffees?|hair|beard|spent|
        paid|talk|think|thinking|worry|worrying|screen time)\b
    ^(?:(?:my|the|our|this|his|her) )?(?:job|commute|weather|boss|life|bed|music|app|water|school|studies|homework|exams?|
        traffic|news|world|economy|winter|summer) (?:is|are|was|were|feels?|seems?|gets?)\b
    ^my work (?:is|was|gets?)\b
    \b(?:am|been) (?:lifting|running|riding|swimming|squatting|benching|going) (?:\w+ )?<more>|
        ^(?:i am )?feeling (?:\w+ )?<more>
    \b(?:happy|love|like|enjoy\w*) .*\bthe <more>|\bthe <more> .*\b(?:right|good|great|perfect|nice|fun)\b|\beasier said\b
    \b(?:\w+er) than (?:last|i\b(?! (?:can|could|have|had|am able))|before|expected|usual|ever|yesterday|a (?:week|month|
        year)|the first)
    (?<!should )(?<!to )(?<!must )\b(?:feels?|felt|seems?|seemed|gets?|got|became|becomes) (?:\w+ ){0,2}<more>
    \b(?:is|are|was|were|feels?|felt|seems?|does) not (?:really |at all |actually |feel |seem )*too\b
    """,
    more=r"(?:heavier|lighter|longer|harder|easier|shorter|faster)\b",
)
"""What is hard, long or heavy, but not of the training; or is not so."""

OF_ALL = any_of(
    r"""
    ^(?:the |my |this |whole |entire |all |these |that |it |everything |plan|program|programme|sessions?|workouts?|training|
        weeks?|days?|sets?|exercises?|things?|whole thing|routine|schedule| )+$
    """
)
MERELY_TOO_MUCH = any_of(
    r"""
    ^(?:(?:it|this|that|all|the|my|this|whole|plan|program|programme|week|training|schedule|everything|thing|is|are|feels?|
        seems?|
        looks?|just|a bit|bit|way|kind of|all|i am finding|i find|rather) )*(?:too )?much(?: (?:somehow|right now|at the moment|
        lately|these days|at once|maybe|in some way\b.*|i can not .*))*$
    """
)
"""Nobody could say what is to become less."""
WITH_A_SUBJECT = any_of(
    r"""
    ^too m(?:any|uch) (?P<many>(?!going|for|of|at|to|on|in|all|now|right|too|as|this|that|lately|again|work\b)\w+(?: \w+)*)$
    ^(?P<what>(?:my|the) (?!(?:first|second|third|last|whole|rest|start|beginning|end|middle|other)\b)(?:\w+ ){1,2}?|
        work )(?:is|are|was|were|
        feels?|seems?) (?:\w+ ){0,2}?(?:too|\w+er\b)
    ^(?P<subject>(?:the|my|our|these|this) (?:\w+ ){1,3}?)(?:is|are|was|were) (?:\w+ )?(?:kill|destroy)ing me\b
    ^(?:shorter|longer|lighter|darker) (?P<thing>\w+) (?:make|makes|are|is|than|mean)\b
    """
)
"""What a thing does to somebody, or how it is: of training or not."""
