"""How people consent, thank, greet and grumble; and what is text for a machine and no message to a coach."""

import re

from services.feedback.phrases import alternatives, any_of, one_of

_SUBJECT = alternatives(
    r"""
    it|this|that|the plan|my plan|this plan|that plan|everything|all|all of it|the program|the programme|the whole thing
    the week|the schedule|these|the changes?|the new (?:plan|version)
    """
)
_GOOD = alternatives(
    r"""
    good|great|fine|perfect|awesome|excellent|amazing|fantastic|wonderful|brilliant|ideal|nice|solid|super|lovely
    spot on|ok|okay|all right|alright|just right|exactly right|right|cool|doable|ready to go|good to go|good as it is
    fine as it is|good enough|the way i want it|(?:exactly )?what i (?:wanted|want|need|needed)
    """
)
_VERY = r"(?:(?:so|very|really|pretty|absolutely|all|just|totally|quite|super|truly|already) )*"
_AS_IT_IS = alternatives(
    r"""
    now|as it is|as is|like this|to me|thanks|so far|overall|the way it is|a lot|very much|so much|then|please|at all|too
    """
)
_CONSENT = alternatives(
    r"""
    (?:<it> )?(?:is|looks?|sounds?|seems?|feels?|are|will be) <very><good>
    <very>(?:good|great|fine|perfect|awesome|excellent|amazing|fantastic|wonderful|brilliant|ideal|lovely|spot on|
        lgtm|perfection)(?: (?:plan|work|job|stuff))?
    i <very>(?:like|love|accept|approve|agree(?: with)?|take|will take|confirm)(?: <it>)?
    i am <very>(?:(?:happy|satisfied|pleased|content|ok|okay|fine|good)(?: with)?|in|on board)(?: <it>)?
    (?:let us|i will|we can) (?:go(?: (?:with|for|ahead|on))?|start(?: with)?|do|begin|use|keep|
        get started(?: with)?|stick with|roll with)(?: <it>)?
    (?:leave|keep) <it>(?: (?:unchanged|the same))?
    no (?:more )?changes?(?: (?:needed|necessary|required|from me))*|nothing to (?:change|add|complain about)
    (?:do not|no need to|you do not need to) change (?:anything|a thing|it|this|the plan)
    (?:<it> )?(?:works|suits me|fits)(?: (?:for me|well|perfectly|great|fine))*
    (?:i )?(?:accept|approved?|accepted|confirmed|agreed|deal|done|go ahead|ship it|all good|good to go|
        ready to start|i am ready|can not wait to start|count me in)(?: (?:it|this|the plan|with it))?
    """,
    it=_SUBJECT,
    very=_VERY,
    good=_GOOD,
)
SATISFIED = any_of(
    r"^(?:(?:yes|yep|yeah|ok|okay|great|perfect|wow|nice) )*<consent>(?: <so>)*$", consent=_CONSENT, so=_AS_IT_IS
)
"""A whole clause that finds the plan good as it stands."""

THANKS = any_of(
    r"""
    ^(?:thank(?:s| you)?|cheers|ta|much appreciated|appreciate it|you are (?:great|the best|awesome)|hi|hello|hey|
        good (?:morning|evening|afternoon|night|day)|how are you|bye|goodbye|see you|ok|okay|cool|nice|got it|
        understood|i see|alright|all right|lol|haha\w*|sure|great talk|hm+|wow|congrats|happy \w+|
        merry \w+)(?: (?:so much|a lot|very much|there|then|you|coach|all|again|everyone|today))*$
    """
)
FILLER = any_of(rf"{THANKS.pattern}|^(?:yes|yep|yeah|yup|right|perfect|great)$")
"""What may stand beside consent without taking anything from it."""

VAGUE = one_of(
    r"""
    change|changes|different|differently|adjust|adapt|modify|tweak|fix|improve|better|alter|update|rework|redo|wrong
    not (?:right|good|great|happy|sure|working|ideal|quite|convinced|satisfied|for me)|unhappy|dissatisfied
    do not (?:like|love|want)|dislike|hate|prefer|bored|boring|meh|unsure|confus\w+|weird|strange|too much|help|problem
    tired|exhausted|sore|stressed|sick|ill|a cold|fever|slept|worn out|stiff
    plan|workout|session|exercise|swap|replace|remove|move|rest|skip|add|cut|yes|no|maybe|same|again|more|less
    something|other|another|drop\w*|remov\w+|swapp\w+|replac\w+|skipp\w+
    """
)
"""Words that hint at a wish which nothing else understood."""
UNWELL = one_of(
    r"""
    tired|exhausted|sore|soreness|doms|stressed|sick|ill|a cold|the flu|fever|slept (?:badly|poorly|little)
    bad (?:sleep|night)|worn out|wiped|hung ?over|stiff|no energy|low energy|run down|drained
    """
)
_TO_BE_NOTED = re.compile(
    r"(?:^|[.!\n])\s*(?:please |and |also |oh,? )*(?:remember|note|keep in mind|bear in mind|know|just so you know|so you know|"
    r"for your information|fyi|for the record|you should know)(?: that\b|[,:]|(?= (?:i|my|we|our)\b)) *"
    r"(?P<told>[^.!?\n]{3,})(?=[.!\n]|$)",
    re.IGNORECASE,
)


def noted_in(text: str) -> tuple[str, ...]:
    """What somebody asks to keep in mind, in their own words: `please note that I work nights`."""
    told = (match["told"].strip() for match in _TO_BE_NOTED.finditer(text))
    return tuple(f"{words[0].upper()}{words[1:]}." for words in told if words)


NOT_A_MESSAGE = any_of(
    r"""
    \b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|prompts?|rules?|guidelines|above|previous|
        prior|system|constraints|safety)\b
    \b(?:system|developer|assistant|admin(?:istrator)?)\s*(?:prompt|message|mode|override|:)
    \byou are (?:now|no longer)\b|\bpretend (?:to be|you|that)\b|\bact as\b|\bjailbreak|\bdan mode|\brole-?play
    </?\s*(?:script|img|iframe|system|user|assistant|svg|body|a|div|style|instructions?|im_start)\b
    javascript:|\bon(?:error|load|click)\s*=|<\|
    \b(?:drop|truncate|alter)\s+(?:table|database|schema)\b|\b(?:delete|select)\b.{0,60}\bfrom\s+\w+\s*(?:where|;|--)
    \bunion\s+(?:all\s+)?select\b|\binsert\s+into\b|\bupdate\s+\w+\s+set\b|'\s*(?:or|and)\s+'?\d|;\s*--|--\s*$
    \bxp_cmdshell|\$\{|\{\{|\{%|#\{|%0[ad]|\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|\.\./|/etc/passwd|\b__\w+__\b
    \b(?:eval|exec|import|os\.system|subprocess)\s*\(|\bsudo\b|\brm -rf\b|\bcurl http|```
    \b(?:mutation|query|subscription)\s*\{|"?(?:operations?|tool_calls?|function_call|intent|role)"?\s*:\s*[\[{"']
    \b(?:openai|chatgpt)\b|\b(?:order|command|instruction)s? (?:from|of) the (?:system|developers?|admin\w*)\b
    \bbase64\b|\bapi[_ ]?key|\b(?:other|another|all) (?:athletes?|users?|accounts?)\b
    \bathlete_[0-9a-f]{6,}|\bplan_[0-9a-f]{6,}|\bnew instructions?\b
    \b(?:add|write|create|store|save)\s(?:a|the|this|these|another)\slessons?\b|\b(?:avoid|prefer|reduce|equipment|train|rest|session)_[a-z]
    """
)
"""Code, markup, and talk to a machine: people do not write so to a coach, and nothing of it is obeyed."""
