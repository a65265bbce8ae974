"""How people say that they may do harm to themselves."""

from services.feedback.phrases import one_of

SELF_HARM = one_of(
    r"""
    (?:kill|killing|hurting|harm|harmed|harming|cutting|cut|punish|punishing) myself(?! (?:laughing|off|some|a |
        shaving))(?! (?:in|with|on) (?:the|my) )
    (?:hurt|cut|burn)\w* myself on purpose|(?:want to|might|will|could|going to|urges? to) hurt myself$|
        (?:about|of) (?:to )?hurt myself(?! (?:on|with|in|by|doing)\b)|suicid\w+|end(?:ing)? my (?:own )?life|self[- ]harm\w*
    (?:hope|wish|wishing|hoping) i (?:\w+ ){0,3}(?:not|never) (?:\w+ )?wake up|go to sleep and (?:not|never) wake|
        can not (?:go on|do life|face (?:life|another day)|do this life)(?: any ?more)?$|(?:done with|give up on|
        giving up on|tired of) (?:life|living)$|nothing (?:left )?to live for|see a reason to keep going|(?:everyone|
        everybody|they|people) would be (?:\w+ )?(?:better|happier) (?:off )?(?:if i|without me)|(?:want|wish)(?:ed|
        ing)? (?:it|everything)(?: all)? (?:to end|to be over|would end)$
    (?:planning|plan|want|going|thinking|think|feel|ready|thoughts) (?:\w+ ){0,2}(?:end|ending) (?:everything|things)$|
        (?:took|taken|taking|swallow\w*|take) (?:too many|all (?:of )?my|a (?:load|bunch|pile) of|
        loads of) (?:\w+ )?(?:pills|tablets|meds|painkillers|paracetamol)
    (?:take|taking|took) my own life|end(?:ing)? it(?: all)?$|end(?:ing)? it all|overdos\w+(?= on (?:my )?(?:pills|tablets|
        med\w*))
    (?:took|taken|taking|take|swallow\w*) (?:\w+ ){0,3}(?:pills|tablets|meds|medication)\b.*\bon purpose
    (?:want|wish|wanted|wanting|feel like|thinking of|thinking about|thoughts (?:of|about)|tempted) (?:\w+ ){0,3}(?:to die|
        dying|i was dead|being dead|disappear(?:ing)?|jump(?:ing)? off|never (?:wake|waking) up)
    (?:do not|no longer) want to (?:live|be alive|be here|exist|go on|wake up)(?: any ?more)?$|(?:do not|
        no longer) want to (?:live|be alive|be here any ?more|wake up|exist)
    (?:about|of) not being (?:here|around|alive)|(?:no|not (?:see|have|much|any)(?: \w+)?) (?:point|reason|
        sense) (?:\w+ ){0,2}(?:living|to live|being alive|carrying on|(?:to )?go(?:ing)? on)(?! (?:with (?:it|this|that|the)|
        holiday))|(?:nobody|no one) would (?:miss me|notice if i|care if i)|wish i (?:was|were) dead|do (?:something|
        anything) (?:\w+ )?to myself|(?:not see|see no|is no) (?:a |any )?way out|better off (?:dead|without me|if i (?:was|
        were) (?:gone|dead|not here))|life is not worth
    """
)
"""Words that no joke is made of here: somebody may be in need."""
