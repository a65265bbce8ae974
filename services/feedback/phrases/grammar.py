"""How English asks, wonders, forbids, and speaks of others."""

from services.feedback.phrases import alternatives, any_of, one_of

COURTESIES = any_of(
    r"""
    \b(?:please|kindly|if (?:it is )?possible|if you can|if you could|if that is (?:ok|okay|alright|all right|
        possible)(?: with you)?|if you do not mind|(?:i would (?:\w+ )?(?:appreciate|like|love|prefer|be (?:\w+ )?(?:grateful|
        glad|happy|thankful|obliged))|it would be (?:\w+ )?(?:great|nice|good|lovely|helpful|awesome|best|better|fantastic|
        amazing|appreciated)|i (?:wonder|was wondering))(?: it)? if(?: (?:you|we)(?: (?:could|would|can|might))?|(?= (?:the|my|
        it|this|that)\b))(?= (?!there))|i (?:want|need|would like|would love) you to|i think|i guess|i suppose|actually|
        honestly|basically|frankly|obviously|literally|to be (?:fair|honest|frank)|tbh|tbf|imo|imho|by the way|btw|fyi|
        just (?:wondering|curious|asking)|(?:not complaining|just saying|quick (?:one|question)|one (?:more )?(?:thing|
        question)|another (?:thing|question)|(?<!the )question)(?=[,:.]| )|one more thing$|really|just(?! (?:what i|an?|my|
        the|two|one|some|body ?weight|
        dumbbells?|bands?|kettlebells?|barbells?|resistance|machines?|<weekday>s?|weekends?)\b)|simply|maybe|perhaps|hey|hi|
        hello|hiya|(?<!my )(?<!a )(?<!the )(?<!his )(?<!her )(?<!with )(?:coach|mate|bro|bruv|buddy|pal)|man(?= )|dude|lol|
        haha\w*|oh|oi|um+|uh+|erm+|er|(?<!not )for me|(?:many |big |huge |lots of )?(?:thank you|thanks|cheers|
        ta)(?: (?:ever so much|so much|very much|a lot|loads|a bunch|a million|in advance|again))*(?: for (?:your|the|all|this|
        that|everything|listening|sorting|being|making|doing|putting|such|getting)(?: [a-z]+){0,4}?(?=$|,|!|\.| but\b| and\b|
        [ ]i\b| one\b))?|ok so|okay so|right so|well(?=,| i\b| can\b| could\b))\b,?
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
    cut|reduce|increase|shorten|leave|change|is|are|should|instead|get|gimme|ditch|scrap|chuck|throw|stick|bin|turn|dial|tone|
        bump|lower|raise
    train (?:me|for)|push|keep|halve|double|use|find|schedule|plan|build|start|begin|spare|set|limit|combine|split|pull|need|
        want|something|tell(?= me)|explain|
        go(?= (?:easy|light\w*|gentl\w*|slow\w*|heav\w*))
    today|tomorrow|have|you|who|where|which|will|does|did|do|any|nothing|all|that|happy|ready|looks|love|loving|sounds|works|
        exactly|perfect|great|brilliant
    """
)
"""Words with which people begin to say another thing."""
CLAUSE_END = any_of(
    r"""
    (?:,\s*|\s+)(?:but|however|although|though|yet|except that|only that|except)\s+
    (?<! is)(?<! am)(?<! are)(?<! was)(?<! were)(?<! feel)(?<! felt)\s+(?!so (?:is|are|am|do|does|did|was) (?:you|i|we|they|
        it|(?:the|my) [\w ]+[.!]?$)\b)(?:so|because|since)\s+(?=<starter>\b)(?!that)
    (?<! to)(?<! you)(?<! we)(?<! not)(?<! never)(?<! i)(?<! and)(?<! they)(?<! that)(?<! it)(?<! would)(?<! can)(?<! u)(?<! will)
        (?<!please)(?<!just)(?<!always)(?<!really)\s+(?=make (?:it|<weekday>s?|today|tomorrow|next|this) )
    (?:,\s*|\s+)and\s+(?=(?:on )?<weekday>s? (?:i|we|my|there)\b)
    ,\s*and\s+(?=(?:on )?<weekday>s? (?:is|are|will|can|could|does|do)\b)
    ,\s*(?=they (?:\w+ )?(?:kill|hurt|wreck|destroy|ruin|scare|bore|annoy|irritate|are|feel|drag)\b)
    \s+and\s+(?=an? (?:\w+ )?(?:shorter|longer|easier|harder|lighter|heavier) )
    ,\s*(?=(?:shorter|longer|easier|harder|lighter|heavier|more|less|fewer) )
    \s+so\s+(?=(?:just|only|no|nothing|home|indoors?|outdoors?|easy|light|short|body ?weight)\b)
    \s+and\s+(?=(?:the |my )?(?!a |much |way |even |maybe |also |just |rest )[\w-]+(?: [\w-]+)? (?:lighter|heavier|easier|
        harder|shorter|longer)$)
    (?:,\s*|\s+)(?:and|plus|then),?\s+(?=(?:(?:also|then|maybe|just|please|possibly|instead|by the way|btw|one more thing|
        while you are at it),? )*<starter>\b)(?!and that(?! is| was)\b)
    ,\s*(?=(?:(?:so|also|then|maybe|just|please|possibly|instead|anyway|or|oh|by the way|btw),? )*<starter>\b)
    (?<!what)(?<!how)(?<!much)(?<!many)(?<!long)(?<!else)(?<!heavy)(?<!often)(?<!far)(?<!where)(?<!when)(?<!why)(?<!which)
        (?<!weight)(?<!who)(?<!exercises)(?<!exercise)(?<!days)\s+(?=(?:can|could|would) (?:you|we|u) (?:please |maybe |just |
        possibly )*(?:swap|switch|replace|put|move|shift|push|remove|drop|add|make|give|go|take|do|change|cut|get|find|skip|
        reduce|lower|tone)\b)
    (?<=[a-z])\s+(?=(?:they|it|these|those) (?:is|are|feels?|makes?) (?:really|so|too|very|way|a bit|far|always) )
    \s+[<dash>]+\s+
    :\s+
    """,
    starter=STARTERS,
    dash="\N{EN DASH}\N{EM DASH}-",
)

_SUBJECT = alternatives(
    r"""
    i|you|we|it|this|that|these|those|there|they|he|she|the|my|your|our|any\w*|all|both|a|an|each|every|\d+|men|women|people|
        beginners|anyone|someone|somebody|everyone|kids|children|more|too many|[a-z-]{3,}s(?! (?:please|now))|running|cardio|
        stretching|swimming|cycling|walking|training|lifting|protein|creatine|bench|squatting
    """
)
ASKING = any_of(
    r"""
    ^(?!so \w+ \w+$)(?:(?:and|so|but|or|then|also|now) )*(?:(?:why|whats|how|where|which|whose)\b(?! (?:nice|means?|meant|
        makes|
        made|leaves|gives|is why|i|we|(?:would|will)(?! (?:i|we|you|it|they|the|this|that|my|there)\b)|kind|lovely|great|cool|
        dare|is not)\b)|(?:at|in|on|for|from|to|by|with|since) (?:what|which|how)\b|([\w-]+) or (?:no|not)\b(?: \1\b)?|
        anything (?:i|we|else i) (?:should|need|can|could|have to)\b|what\b(?! (?:a|an) \w+| about\b| (?:you|i|we) .*\b(?:is|
        was|are) (?:not|exactly|great|good|wrong)\b)|who\b|when\b(?! (?:i|my|we)\b)|(?!do (?:(?:it|this|that|them|all|more)\b|
        (?:the|my|your) [\w -]{3,30} (?:first|last|instead|at the (?:start|end|beginning)|in the (?:morning|evening))\b))(?:is|
        are|does|do|am|was|were) (?:not )?<subject>\b|did (?:i|you|we|it|they|he|she|that|this)\b|(?:can|could|will|would|does|
        do|may|might) (?:[\w-]+ ){1,4}(?:affect|cause|help|hurt|harm|slow|ruin|hinder|damage|count|matter|lead|interfere|kill|
        boost|burn|stop me|set me back)\b|do (?:\w+ )?[a-z-]{3,}s (?:work|help|hit|build|count|train|target|make|burn|need)\b|
        (?:should|shall|will|would|could|can|may|might|must) <subject>\b|(?:is|are) (?!too|so|not|very|really|way|much|pretty|
        quite|super|a bit|good|great|fine|ok|okay|perfect|nice|awesome|better|only|always|never|hard|easy|still|also|just|now|
        amazing|brilliant|lovely|\w+ing\b)\w+ \w+|(?:is|are|does|will|was) (?:<weekday>|today|tomorrow)\b|(?:have|had|
        has) (?:i|
        you|we|it|the|my|this) )
    """,
    subject=_SUBJECT,
)

REQUEST = any_of(
    r"""
    ^(?:(?:and|so|but|also|then|plus|oh|ok|okay) )*(?:(?:can|could|would|will) (?:you|we|u)\b(?! (?:explain|tell|say|show|
        help me understand))|(?:can|
        could|
        may) i (?:also )?(?:split|combine|merge|push|reduce|lower|swap|switch|replace|move|skip|remove|drop|have|get|make|add|
        take|change|substitute|
        shift)\b(?! .*\b(?:beer|wine|drink\w*|alcohol|coffee|pizza|food|shakes?|protein|creatine|ibuprofen|painkillers?|nap|
        bath|sauna|massage|dog|kids?|medicine|tablets?|cheat)\b)|(?:can|could|may|might) (?:i|we)\b.*\b(?:instead|rather than)\b|
        instead of .*\b(?:can|could|may|might) (?:i|we)\b|(?:is it|it is|would it be) (?:possible|feasible|doable|
        an option) (?:to|that|for)|(?:might|may|shall) we\b|what if (?:we|you)\b.*\binstead\b|is there (?:any|a) (?:chance|
        way)|
        any (?:chance|way)|(?:something|anything) (?!better)[a-z]{3,}er\b|how about|why do not (?:we|you)|would you mind|
        do you mind|(?:can|could) (?:the|my|this|that|it|
        today|tomorrow|[a-z]+day)\b)
    """
)

WHAT_IF = any_of(
    r"""
    \bwhat (?:if(?! (?:we|you)\b.*\binstead\b)|happens|would happen)\b
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
    ^(?:and )?(?:if|unless) (?:i|my|it|we|the)\b
    (?<!mind )\bif (?:i|my|the|we)\b
    """
)

IF_I = any_of(r"\bif (?:i|my) (?:am|get|feel|ask|want|miss|have|is|are|hurts?|need)\b")
"""Said beside `can I skip …`: that somebody asks what is allowed."""

PEOPLE = alternatives(
    r"""
    dad|daddy|father|mom|mum|mam|mother|parents?|wife|husband|partner|fianc[eé]e?|girlfriend|gf|boyfriend|bf|missus|other half|
        friend|mate|pal
    brother|sister|siblings?|son|daughter|kid|child|children|baby|toddler|teenager|grandfather|grandmother|grandpa|grandma|
        gran|
        nan|granddad
    grandad|uncle|aunt|auntie|cousin|nephew|niece|neighbou?r|colleague|co-?worker|boss|dog|cat|client|roommate|flatmate|
        housemate|buddy
    training partner|gym partner|teammate|in-laws?|mother-in-law|father-in-law|brother-in-law|sister-in-law|guy|bloke|girl|
        lady|
        woman|man
    customer|patient|pupil|student|player|guest|passenger|opponent|runner|lifter|stranger|chef|waiter|team-?mate|captain|
        instructor
    fella|lad|dude|chap|trainer|teacher|old coach|last coach|ex
    """
)
ABOUT_ANOTHER = one_of(
    r"""
    (?:my|his|her|their|a|an|our|this|that|some|one|the|another|two|an?other) (?:\w+ )?<people>s?(?= (?:at|from|in|next|who|
        says?|said|is|was|has|had|does|did|got|gets|just|almost|nearly|thinks?|keeps?|can|can not|can never|could|will|hurts?|
        told|tells|reckons?|always|never|loves?|hates?|does not|did not|also|actually|i|once|recently|never|broke|fainted|
        collapsed|passed|died|tore|snapped|injured|twisted|sprained|suffers?|struggles?|swears?|wants?|likes?|prefers?|needs?|
        and|with|called|ran|runs|ate|feels?|complains?)\b)
    (?<!at )(?<!with )(?<!from )(?:my|his|her|their|our) (?:\w+ )?<people>s?|(?:someone|somebody|some people|everyone|
        everybody|
        people)(?= (?:at|from|in|on|i know|(?:always |often |never )?(?:says?|said|think)|told|else|keeps?|fainted|collapsed|
        passed|had|has|is|was)\b)
    (?:he|she) (?:is|was|has|had|says|said|does|did|can|could|will|would|hurts?|gets?|got|feels?|felt|keeps?|thinks?)
    """,
    people=PEOPLE,
)

FORBIDDING = one_of(
    r"""
    (?:do not|(?<!can )never|no need to|need not|not (?:going )?to|without) (?:remov\w+|swap\w*|switch\w*|replac\w+|delet\w+|
        drop\w*|skip\w*|mov(?:e|ing)|chang\w+|touch\w*|tak(?:e|ing) (?:out|away)|cut\w*|add\w*|mak(?:e|ing)(?! me\b)|shorten|
        reduc\w+|increas\w+|mess with|alter\w*)
    hands off (?:my|the)|(?:can|should|must|may|could) stay(?= |$)|stays? (?:as|put|the way|where)|(?:leave|keep|stick (?:with|
        to)) (?:\w+ ){1,4}(?:as|where|how|like|the way|unchanged|alone|the same|in place|there|untouched)\b
    """
)
WEIGHING = one_of(
    r"""
    or (?:is|would|should|am|will) (?:that|it|i|this)|is that (?:a bad idea|ok|okay|allowed|wise|silly|stupid)|
        good idea or not|
        yes or no
    """
)
"""That somebody asks for an opinion: `can I skip it or is that a bad idea?`"""
