"""How people laugh about hard work: figures of speech, and names of exercises, that look like alarms."""

from services.feedback.phrases import any_of, one_of

LAUGHING = any_of(r"\b(?:a?ha(?:ha)+h?|hehe\w*|lo+l+|lmf?ao+|rofl|xd)\b")
IN_FUN = any_of(
    r"""
    \b(?:a?ha(?:ha)+h?|hehe\w*|lo+l+|lmf?ao+|rofl|xd|jk|just kidding|(?:dying|crying|died) (?:of|with|from) (?:laughter|
        laughing)|cracks? me up|cracked me up|hilarious|made me laugh|so funny|only joking|joking|kidding|figuratively)\b
    [\U0001f602\U0001f923\U0001f606\U0001f605\U0001f604\U0001f480\U0001f609]
    \bin a good way\b|\bwhat a (?:session|workout|run|ride|race)\b
    \b(?:loved|enjoyed) (?:it|(?:the|my) (?:session|workout|run|ride|race)|every (?:minute|second)|that|this)\b|
        \b(?:great|good|brilliant|awesome|amazing|
        fun|cracking|epic) (?:session|workout|one|stuff|pump|burn)\b
    """
)
"""That somebody laughs, or was glad of it."""
FIGURE_OF_SPEECH = one_of(
    r"""
    (?:(?:nearly|almost|practically|literally|basically|totally|absolutely|properly|just) )*(?:kill(?:s|ed|ing)|murder(?:s|ed|
        ing)?|destroy(?:s|ed|ing)|wreck(?:s|ed|ing)|finish(?:ed|es)|ruin(?:ed|s)|slay(?:s|ed)?|end(?:ed|s)|broke|annihilated|
        obliterated) (?:me|my (?:legs|arms|abs|quads|glutes|whole body|soul|back side))
    (?:(?:nearly|almost|practically|literally|basically|totally|absolutely|just) )*(?:gave|giving|gives|give) me (?:a|
        an) (?:actual |mini )?(?:heart attack|coronary|stroke|seizure)
    (?:i )?(?:thought i (?:was|would|might) |going to |about to |was )?(?:(?:nearly|almost|practically|literally|basically|
        just) )*(?:died|die|am dead|was dead|dying|dead)|(?:was|were|is|are) (?:absolute(?:ly)? |pure |sheer |so |
        just )?(?:murder|evil|horrible|awful|grim|savage|cruel|torture|horrific|carnage|sadistic|hell)
    (?:can not|could not|can barely|can hardly|could barely) (?:walk|sit|move|sit down|climb stairs|lift my arms)
    (?:legs|quads|glutes|arms|abs|lungs|thighs|calves|shoulders|chest|everything|muscles) (?:is|are|were|was|
        feels?)? ?(?:absolutely |literally |totally |properly )?(?:on fire|burning|dead|jelly|toast|screaming|cooked|fried|
        destroyed|wrecked)
    """
)
"""What is said of hard work by people who are well."""
HEART_AT_WORK = one_of(
    r"""
    (?:heart|pulse)(?: \w+){0,2} (?:rac|pound|thump|hammer)\w*(?: \w+){0,2} (?:after|from|during|on|by|at the end of) (?:\w+ ){0,3}
        (?:sprint|finish|hill|interval|race|run|ride|row|swim|climb|workout|session|set|rep|burpee|squat|lap|mile|km)s?
    """
)
"""What a heart does in hard work; of people who were glad of it, and say nothing of what follows."""
NOT_OF_WORK = one_of(
    r"""
    bed|lying|sitting|rest(?:ing)?|sleep|hours?|minutes|still|settl\w*|slow\w*|calm\w*|stops?|stopped|skip\w*|irregular\w*|
        flutter\w*|dizz\w*|faint\w*|pains?|hurts?|tight\w*|chest|explod\w*|burst\w*|weird\w*|strange\w*|odd\w*|funny|
        scar\w+|worr\w+|breath\w*|arm|jaw|sick|never|ages|long
    """
)
NO_BODY_CHEST = one_of(
    r"""
    chest (?:press(?:es)?|fly|flye|flies|flys|flyes|day|days|workout|exercise|exercises|session|work|training|muscles?|
        supported|dips?|sets)
    (?:bench|cable|incline|pec) \w+ for (?:my |the )?chest
    is it (?:weird|odd|strange|funny|wrong|bad|normal) (?:that|if|for|to)|(?:get|put|take|took|got) (?:\w+ ){0,3}off my chest|
        by heart|heart (?:is |was )?(?:not )?(?:really )?in it|lighthearted|(?:on|off|in|over|
        around) (?:the )?(?:top of )?my head|nail on the head|(?:bands?|rope|strap|cable|bar|belt|handle|laces?|shorts|
        leggings) (?:\w+ )?(?:snapped|popped|ripped|tore|gave)|blood pressure|blood test|hot[- ]blooded|in cold blood
    (?:good|great|nice|real|amazing|proper) (?:burn|pump|stretch|squeeze)\b[\w ]{0,16}\bchest|heartburn
    (?:heart|cardiac) (?:disease|problems?|trouble|conditions?)(?: \w+)? (?:in (?:my|the) family|runs? in)
    """
)
"""Names of exercises and figures of speech: no chest and no heart that could hurt."""

WORKED_CHEST = one_of(
    r"""
    chest\b.*\b(?:is |are |feels? )?sore\b.*\b(?:from|after)|sore chest (?:from|after|muscles)|chest muscles?
    """
)
_HEART_GOES = r"(?:heart|pulse)(?: \w+){0,2} (?:rac|pound|thump|hammer|flutter|jump|go|beat)\w*"
_LEISURE = (
    r"(?:films?|movies?|match|game|final|shoot ?out|penalt\w+|series|show|episode|book|news|exam|interview|date|horror|derby|"
    r"roller ?coaster|proposal|wedding|party|speech|presentation)"
)
IN_PASSING = one_of(
    r"""
    <heart>(?: \w+){0,3} (?:from|after|over|about|watching|during|because of) (?:\w+ ){0,3}<leisure>|<leisure>(?: \w+){0,3} (?:gave|
        gives|giving) (?:me|us) (?:\w+ ){0,2}(?:palpitations?|a heart attack|a stroke|goosebumps|chills)
    heart (?:\w+ )?(?:skip\w*|miss\w*|stop\w*|leap\w*|leapt|jump\w*|sank|melt\w*)(?: a beat)? (?:when|as|at) (?:i |the )?(?:saw|see|
        seeing|heard|read|reading|opened|got|found|news|sight|thought)
    head (?:is |was |still )*(?:spinning|swimming|spins) (?:with|from|about) (?:\w+ ){0,4}(?:news|ideas?|info\w*|numbers|
        options|plans|thoughts|questions|work|emails|meetings|deadlines|choices)
    (?:numb|dead|asleep|tingl\w+|pins and needles|to sleep) (?:\w+ ){0,2}(?:from|in|on|because of) (?:\w+ ){0,3}(?:sitting|sat|
        kneeling|cold|cinema|flight|plane|train|car|chair|sofa|toilet|loo|snow|ice)
    """,
    heart=_HEART_GOES,
    leisure=_LEISURE,
)
"""What anybody feels who is well: a heart that races from a film, a head full of news, a foot that fell asleep."""
