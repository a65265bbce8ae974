"""How people thank and greet; and what is text for a machine and no message to a coach."""

import re

from services.feedback.phrases import alternatives, any_of

_AFTER = alternatives(
    r"""
    so much|a lot|a bunch|very much|loads|a million|there|then|you
    coach|all|again|everyone|today|for (?:the |your |all |that|this|everything|now|asking|helping)[\w ]*
    man|mate|guys|buddy|on \w+|at \w+|<weekday>|though|too|it
    """
)
THANKS = any_of(
    r"""
    ^(?:(?:hm+|sorry|oops|and|ok|okay|oh|wow|yes|no|cool|nice|ah|great|right|so|many|big|lovely|thanks|hi|hey|
        hello) )*(?:thank(?:s| you)?|cheers|ta|much appreciated|(?:i )?(?:really )?appreciate(?: (?:it|that|this|you|the \w+|
        your \w+))?|grateful|you (?:are|rock|rule|legend)(?: (?:a|an|the|so|very|really|such a))*(?: (?:great|best|awesome|star|
        legend|hero|lifesaver|helpful|kind|funny|amazing|good|nice))?|legend|hi|hello|hey|hiya|yo|sup|good (?:morning|evening|
        afternoon|night|day|one|weekend)|morning|evening|how are you(?: doing)?|how is it going|what is up|bye|goodbye|(?:see|
        talk to|speak to) you(?: (?:soon|later|tomorrow|around|next \w+|then))?|later|ok+|okay|k|kk|cool|nice|got (?:it|you)|
        understood|i see|i know|alright|all right|right|fair enough|makes sense|sure(?: thing)?|noted|roger|will do|on it|
        no (?:worries|problem|probs|rush)|never mind|nvm|forget it|lol|haha\w*|hehe\w*|great talk|wow|congrats|congratulations|
        happy \w+|merry \w+|wrong (?:chat|window|person|thread|app)|ignore (?:that|this|me|my last \w+)|typo|autocorrect|
        sorry(?: about (?:that|this))?|my bad|oops|wait|hang on|one sec(?:ond)?|anyway|that is (?:great|good|nice|lovely|cool|
        kind|fine)(?: of you| to (?:hear|know))|just (?:saying|checking)(?: hi| in)?|saying hi|testing|test){1}(?: <after>)*$
    """,
    after=_AFTER,
)
FILLER = any_of(rf"{THANKS.pattern}|^(?:yes|yep|yeah|yup|right|perfect|great|please|honestly|now|then|well|so|and)$")
"""What may stand beside consent without taking anything from it."""
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
    \b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|prompts?|rules?|guidelines|above|previous|prior|
        system|constraints|safety)\b
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
    \b(?:add|write|create|store|save)\s(?:a|the|this|these|another)\slessons?\b|\b(?:avoid|prefer|reduce|equipment|train|rest|
        session)_[a-z]
    """
)
"""Code, markup, and talk to a machine: people do not write so to a coach, and nothing of it is obeyed."""
