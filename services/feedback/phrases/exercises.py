"""How people say what to swap, remove and add, and what they like."""

from services.feedback.phrases import alternatives, any_of, one_of

REMOVE = any_of(
    r"""
    \b(?:remov(?:e|ing)|delet(?:e|ing)|drop(?:ping)?|skip(?:ping)?|cut(?:ting)?(?: out)?|take out|taking out|
        get rid of|getting rid of|ditch|leave out|leaving out|eliminate|los(?:e|ing)|exclude|scrap|kick out|
        throw out|cancel|omit|do without|take away)(?: out)? (?P<old>.+)
    \b(?:take|leave|cut|throw|kick) (?P<middle>.+?) (?:out|away)\b
    \b(?:do not (?:want|wish)(?: to (?:do|have|see|perform))?|(?:would rather not|would prefer not to|
        prefer not to) (?:do|have|perform)) (?P<unwanted>.+)
    """
)

NEVER = any_of(
    r"""
    \b(?:no more|never (?:again )?(?:any |give me |give me any |program |programme |do |ever |want to (?:see|do) )?|never ever|
        stop (?:giving me|programming|putting(?: in)?|with|making me do|using)|not (?:a )?(?:single )?(?:more|
        another)|do not (?:ever )?(?:give me|program|programme|make me do|put in)|i will not do|i refuse to do|
        refuse to do|i can not do|can not do|unable to do|can not perform) ?(?:any |more )*(?P<old>.+)
    """
)

NOT_DISLIKED = any_of(
    r"""
    \b(?:used to|no longer|do not|did not|does not|not|never) (?:actually |even |really )?(?:hate|dislike|detest|despise|
        loathe|find)
    """
)
"""What is over, or was never so."""

DISLIKE = any_of(
    r"""
    \b(?:hat(?:e|ing)|dislik(?:e|ing)|detest|despise|loathe|can not stand|can not bear|do not (?:like|enjoy|love|
        care for)|did not (?:like|enjoy)|do not feel comfortable with|not (?:a )?(?:big |huge )?fan of|not into|
        not fond of|sick of|tired of|fed up with|bored (?:of|with|by)|had enough of|uncomfortable (?:with|doing)|
        scared of|afraid of) (?:doing |to do |the |all )*(?P<old>.+)
    ^(?P<subject>[\w -]+?) (?:is|are|feels?|seems?) (?:so |very |too |really |the |just |pretty |super |
        absolutely )*(?:boring|awful|terrible|horrible|the worst|worst|stupid|annoying|awkward|dull|not my thing|
        not for me|not fun|no fun|uncomfortable|pointless|dreadful|hateful)\b
    ^(?P<sucking>[\w -]+?) (?:suck|sucks|bore me|bores me|annoy me|annoys me|(?:does|do|is|are) not (?:work(?:ing)?|suit(?:ing)?|
        right|good|feel right)(?: for)?(?: me)?)\b
    """
)

LIKE = any_of(
    r"""
    \b(?:i |we )(?:do |also |absolutely |totally |would )?(?:lov(?:e|ed)|lik(?:e|ed)|enjoy(?:ed)?|adore|prefer|
        am a (?:big |huge )?fan of) (?:doing |to do |the |all )*(?P<new>.+)
    ^(?P<subject>[\w -]+?) (?:is|are) (?:my (?:absolute )?(?:favou?rites?|jam|thing)|great fun|so much fun|fun|
        awesome|the best)\b
    ^(?:i am )?(?:a )?(?:big|huge) fan of (?:doing |the |all )*(?P<fan>.+)
    \bmy favou?rite (?:exercise|lift|movement|one)s? (?:is|are) (?P<favourite>.+)
    \b(?:keep|hold on to) (?P<kept>.+)
    """
)

ADD = any_of(
    r"""
    \b(?:add(?:ing)?|includ(?:e|ing)|put in|put|throw in|insert|work in|squeeze in|slot in|incorporate|give me|
        i (?:also )?want|i would (?:like|love)|(?:can|could) (?:i|we) (?:also )?(?:get|have|do)|let us (?:also )?do|
        bring back|bring in) (?:to (?:add|do|have|include) )?(?:in )?(?P<new>.+)
    """
)

MINUTES = one_of(
    r"""
    (?P<number>\d{1,3}|half an hour|forty five|forty-five|one hour|fifteen|an hour|twenty|thirty|ninety|second|
        fourth|three|seven|eight|forty|fifty|sixty|first|third|four|five|one|two|six|ten)[- ]?(?P<unit>minutes?|
        mins?|min|m|hours?|hrs?|h)?
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
        r"\b(?:sub|substitute) (?P<new>[\w -]+?) for (?P<old>.+)",
        r"\b<verb>(?: out)? (?P<old>.+?)(?: out)? (?:for|with|to|by|into|against) (?P<new>.+)",
        r"\bput (?P<new>.+?) (?:in place of|in the place of|instead of) (?P<old>.+)",
        r"""
        \b(?:do|have|get|want|prefer|give me|use|put in|like|try|program|add|take)?\s*(?P<new>[\w -]+?)[ ]
            (?:instead of|rather than|in place of|in lieu of) (?P<old>.+)
        """,
        r"""
        \b(?:instead of|rather than|in place of) (?P<old>.+?)(?:,| i (?:would|want|will|could|can)
            (?: like| prefer| rather| do| to do| have)*| give me| do| can i do| let us do| use| put in) (?P<new>.+)
        """,
        r"\b(?:prefer|rather do|rather have) (?P<new>.+?) (?:over|to|than) (?P<old>.+)",
        r"""
        \b(?P<new>something else|something different|another exercise|a different exercise|an alternative|alternatives?|
            a replacement|a substitute|anything else)(?: exercise)? (?:for|instead of|to|than|in place of) (?P<old>.+)
        """,
        r"\b<verb>(?: out)? (?P<old>.+)",
    )
)
"""Ways to ask for one thing in the place of another, the most exact first: `new` for `old`, or just another one for `old`."""
