"""How people say what to swap, remove and add, and what they like."""

from services.feedback.phrases import alternatives, any_of, one_of

LIFTS = alternatives(
    r"""
    (?:front |back |goblet |split |hack )?squats?|(?:romanian |stiff[- ]leg )?dead(?:lift)?s?|rdls?|(?:bench|leg|shoulder|
        overhead|military|chest|floor|push) press(?:es)?|bench|ohp|press(?:es)?|rows?|rower|curls?|lunges?|planks?|burpees?|
        (?:pull|chin|push|sit|step|press|muscle)[- ]?ups?|crunch(?:es)?|dips?|(?:hip )?thrusts?|bridges?|
        (?:kettlebell )?swings?|snatch(?:es)?|cleans?|jerks?|fl(?:y|ies|yes)|raises?|shrugs?|carr(?:y|ies)|walks?|thrusters?|
        kickbacks?|extensions?|pull-?downs?|push-?downs?|pulls?|pull-?overs?|mountain climbers?|jumping jacks?|wall sits?|
        good mornings?|face ?pulls?|skull ?crushers?|russian twists?|get-?ups?|hyperextensions?|hangs?|holds?|battle ropes?|
        nordics?|pistols?
    """
)
"""Lifts by the words that their names end in."""

REMOVE = any_of(
    r"""
    \b(?:remov(?:e|ing)|delet(?:e|ing)|drop(?:ping)?|skip(?:ping)?|cut(?:ting)?(?: out)?|take out|taking out|get rid of|
        getting rid of|ditch|leave out|leaving out|eliminate|los(?:e|ing)|exclude|scrap|kick out|throw out|cancel|omit|
        do without|take away|bin(?:ning)?|axe|chuck out|chuck(?! in\b)|kill off|lay off|nix|pull|scratch|nuke|shelve|
        do away with|cross out|get shot of|(?<!not )forget(?! about)|avoid(?:ing)?|(?:keep|stay) (?:off|away from)|
        steer clear of|hold off on|strike|
        spare me|strip out|ban|(?:can|could) we not (?:do|have)|
        knock)(?: out)? (?P<old>(?!short\b|down\b|back\b).+)
    \b(?:take|leave|cut|throw|kick|get|pull) (?P<middle>.+?) (?:out|away|off(?=(?: (?:my|the) (?:list|plan|program|programme|
        schedule|menu))|$))\b
    ^(?P<passed>[\w -]{3,60}?) (?:to )?be (?:removed|dropped|deleted|taken out|skipped|left out|cut|scrapped)\b
    ^(?P<going>[\w -]{3,40}?) (?:can|could|should|has to|have to|needs? to|must|gotta) (?:go|come out|leave)$|
        ^(?P<banned>[\w -]{3,40}?) (?:is|are) (?:banned|off the (?:menu|table|list)|
        out of the question|history|forbidden|cancelled)\b|
        \bgive (?P<missed>[\w -]{3,40}?) a miss\b|^(?:\w+ )?without (?P<without>.+)|^no (?P<none>[\w -]{3,30})$
    \b(?:do not (?:want|wish|fancy|feel like)(?: to (?:do|have|see|perform)|(?! to\b))|(?:would rather not|would prefer not to|
        prefer not to) (?:do|have|perform)) (?P<unwanted>.+)
    """
)

LESS_OF_IT = any_of(
    r"""
    \b(?:down )?(?:to|by) (?:\d|one\b|two\b|three\b|four\b|five\b|six\b|ten\b|once\b|twice\b|half\b|a \w+ of\b)
    \b(?:cut|bring|take|pull) (?:\w+ ){1,4}(?:down|short)\b
    """
)
"""`Cut the squats to four sets`, or down, takes none of them out."""

NEVER = any_of(
    r"""
    \b(?:no more|never (?:again )?(?:any |give me |give me any |program |programme |do |ever |want to (?:see|do) )?|never ever|
        stop (?:giving me|programming|putting(?: in)?|with|making me do|using)|not (?:a )?(?:single )?(?:more|another)|
        do not (?:ever )?(?:give me|program|programme|make me do|put in)|i will not do|i refuse to do|
        refuse to do) ?(?:any |more )*(?P<old>.+)
    """
)
CANNOT_DO = any_of(
    r"""
    \b(?:(?:can not|could not|am not able to|unable to)(?: even| yet| really| quite| possibly)* (?:do|perform|manage)|
        (?:am )?not strong enough (?:for|to do)) (?:any |even |a |an |one |single |proper |
        full )*(?P<old>.+?)(?: yet| properly| at all| to save my life)*$
    ^(?P<impossible>[\w -]{3,40}?) (?:is|are) (?:\w+ )?impossible(?: for me)?(?: yet| right now| at the moment)?$
    """
)
"""Which is no dislike: a coach looks for something easier on the way there."""

NOT_DISLIKED = any_of(
    r"""
    \b(?:used to|no longer|do not|did not|does not|not|never) (?:actually |even |really )?(?:hate|dislike|detest|despise|loathe|
        find)
    """
)
"""What is over, or was never so."""

DISLIKE = any_of(
    r"""
    \b(?:hat(?:e|ing)|dislik(?:e|ing)|detest|despise|loathe|can not stand|can not bear|can not be (?:arsed|bothered) (?:with|
        doing)|do not (?:like|enjoy|love|care for)|
        did not (?:like|enjoy)|do not feel comfortable with|not (?:a )?(?:big |huge |massive |great )?fan of|(?:not|
        never) (?:really |very |too |that |so |particularly |super |overly )*(?:into|keen on|mad (?:about|on)|crazy about|
        wild about|loving|enjoying|liked|enjoyed|excited about|sold on)|(?:could|can) (?:happily )?do without|dread(?:ing)?|
        put off by|no love for|can not get (?:on|along) with|do not get (?:on|along) with|
        do not (?:really )?see the point (?:of|in)|not fond of|sick of|tired of|fed up with|bored (?:of|with|by)|had enough of|
        uncomfortable (?:with|doing)|scared of|afraid of) (?:doing |to do |the |all )*(?P<old>.+)
    ^(?P<subject>[\w -]+?) (?:is|are|feels?|seems?) (?:so |very |too |really |the |just |pretty |super |absolutely )*(?:boring|
        awful|terrible|horrible|the worst|worst|stupid|annoying|awkward|dull|not my thing|not for me|not fun|no fun|
        uncomfortable|pointless|dreadful|hateful)\b
    ^(?P<sucking>[\w -]+?) (?:suck|sucks|bore me|bores me|annoy me|annoys me|(?:does|do|is|are) not (?:work(?:ing)?|
        suit(?:ing)?|right|good|feel right)(?: for)?(?: me)?)\b
    """
)

LIKE = any_of(
    r"""
    \b(?:i |we )(?:do |also |absolutely |totally |would )?(?:lov(?:e|ed)|lik(?:e|ed)|enjoy(?:ed)?|adore|prefer|am a (?:big |
        huge )?fan of) (?:doing |to do |the |all )*(?P<new>.+)
    ^(?P<subject>[\w -]+?) (?:is|are) (?:my (?:absolute )?(?:favou?rites?|jam|thing)|great fun|so much fun|fun|awesome|
        the best)\b
    ^(?:i am )?(?:a )?(?:big|huge) fan of (?:doing |the |all )*(?P<fan>.+)
    \bmy favou?rite (?:exercise|lift|movement|one)s? (?:is|are) (?P<favourite>.+)
    \b(?:keep(?! \w+ing\b)|hold on to) (?P<kept>.+)
    """
)

ADD = any_of(
    r"""
    \b(?:squeeze|fit|get|throw|put|stick|pop|work|slot|chuck|have|bring|sneak|see|want) (?P<split>[\w -]{3,50}?) (?:in|added|
        included|thrown in|in there)(?: too| as well| to)?$
    ^(?P<nice>[\w -]{3,60}?) would (?:also )?be (?:really |very |so )?(?:nice|great|good|cool|lovely|awesome|fun|ideal|
        welcome)\b
    \b(?:(?:it )?would be (?:\w+ )?(?:great|nice|good|cool|lovely|awesome|fun|better|amazing|brilliant)(?: (?:to (?:have|do|get|
        see|include|add|fit in|throw in)|if (?:we|you|i|there) (?:had|did|could (?:add|do|have|include)|was|were|added|
        included)))|any room for|is there room for|room for|add(?:ing)?|includ(?:e|ing)|put in|put|throw in|insert|work in|
        squeeze in|slot in|incorporate|give me|chuck in|chuck|pop in|pop|stick in|stick|bung in|tack on|pencil in|fit in|
        sneak in|slip in|toss in|get in|sprinkle in|schedule|i fancy|(?:could|can) (?:do|use) with|
        (?<!what )(?<!all )(?<!everything )(?<!thing )i (?:also )?(?:want|need)|i would (?:also )?(?:like|love)(?: also)?|
        (?:can|could) (?:i|we) (?:also )?(?:get|have|do)|let us (?:also )?do|bring back|bring in|i (?:really )?miss|
        how about) (?!to (?!add|do|have|include|see|get|swim|run|cycle|walk|row|hike|jog|bike|ride)\b)(?:to (?:add|do|have|
        include|see|get) |adding |doing |having |including )?(?:in )?(?P<new>.+)
    """
)

MINUTES = one_of(
    r"""
    (?P<number>\d{1,3}|half an hour|forty five|forty-five|one hour|fifteen|an hour|twenty|thirty|ninety|second|fourth|three|
        seven|eight|forty|fifty|sixty|first|third|four|five|one|two|six|ten)[- ]?(?P<unit>minutes?|mins?|min|m|hours?|hrs?|h)?
    """
)

_SWAP_VERB = alternatives(
    r"""
    swap(?:ping)?|switch(?:ing)?|replac(?:e|ing)|exchang(?:e|ing)|substitut(?:e|ing)|trad(?:e|ing)|chang(?:e|ing)|sub
    """
)
SWAPS = tuple(
    any_of(text, verb=_SWAP_VERB)
    for text in (
        r"\b(?:swap|switch) in (?P<new>[\w -]+?) for (?P<old>.+)",
        r"\bturn (?P<old>[\w -]+?) into (?P<new>.+)",
        r"^(?P<old>.+?) be (?:replaced|swapped|changed|exchanged|substituted|switched)(?: out)? (?:by|with|for|to) (?P<new>.+)",
        r"^(?P<old>.+?) be (?:replaced|swapped|changed|exchanged|substituted|switched)(?: out)?$",
        r"\bput (?P<new>[\w -]+?) where (?P<old>.+?) (?:are|is|were|was)\b",
        r"\b(?:happier|better off|more comfortable|fine|safer|better) with (?P<new>[\w -]+?) than (?:with )?(?P<old>.+)",
        r"^(?P<new>[\w -]+?) (?:works?|feels?|suits me|is|are) (?:much |way |a lot |far )?better (?:for me )?than (?P<old>.+)",
        r"\b(?:sub|substitute) (?P<new>[\w -]+?) for (?P<old>.+)",
        r"\b<verb>(?: out)? (?P<old>.+?)(?: out)? (?:for|with|to|by|into|against) (?P<new>.+)",
        r"\bput (?P<new>.+?) (?:in place of|in the place of|instead of) (?P<old>.+)",
        r"""
        \b(?:do|have|get|want|prefer|give me|use|put in|like|try|program|add|take)?\s*(?P<new>[\w -]+?)[ ](?:instead of|
            rather than|in place of|in lieu of) (?P<old>.+)
        """,
        r"""
        \b(?:instead of|rather than|in place of) (?P<old>.+?)(?:,| i (?:would|want|will|could|
            can)(?: like| prefer| rather| do| to do| have)*| (?:can|could|may) (?:i|we)(?: do| have| get)?| let me(?: do)?|
            [ ]give me| do| can i do| let us do| use| put in) (?P<new>.+)
        """,
        r"\b(?:prefer|rather do|rather have) (?P<new>(?!not\b).+?) (?:over|to|than) (?P<old>.+)",
        r"""
        \b(?P<new>something else|something different|another exercise|a different exercise|an alternative|alternatives?|
            a replacement|a substitute|anything else)(?: exercise)? (?:for|instead of|to|than|in place of) (?P<old>.+)
        """,
        r"\b<verb>(?: out)? (?P<old>.+)",
    )
)
"""Ways to ask for one thing in the place of another, the most exact first: `new` for `old`, or just another one for `old`."""
TWO_SWAPS = any_of(
    r"""
    ^(?P<verb>.*?\b(?:swap|switch|replace|exchange|trade|change)) (?P<first>.+? (?:for|with|to|by) .+?) and (?P<second>.+? (?:for|
        with|to|by) .+)$
    """
)
NOT_WORKING = any_of(r"\b(?:does|do|is|are) not (?:really |quite |exactly )?work(?:ing)?\b")
"""Which may be for many reasons."""
