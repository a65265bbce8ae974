"""What stands around the name of an exercise, and what stands for one."""

from services.feedback.phrases import any_of

POINTING = any_of(
    r"""
    ^(?:(?:it|this|that|these|those|this one|that one|them)|(?:the |this |that )?(?:(?P<which>first|second|third|
        last) )?(?:exercise|one|lift|movement))$
    """
)

DETERMINERS = any_of(
    r"""
    ^(?:(?:the|my|any|some|all|those|these|that|this|a|an|of|more|doing|do|to|i|could|can|may|we|you|would|want|prefer|like|
        rather|have|get|use|give me|let us|try|put in|single|every|each|today|tomorrow|other|for|few|couple|bit|little|lot|
        love|
        just|another|extra|like|say|silly|bloody|damn|stupid|horrible|awful|dreaded) )+
    """
)

TRAILERS = any_of(
    r"""
    (?: (?:from|from (?:my|the|this) (?:plan|program|programme|week|day|workout|session)|in (?:my|the|this) (?:plan|program|
        workout|session|day|week)|in there|there|here|at all|anymore|any more|again|too|as well|either|exercise|exercises|
        altogether|entirely|completely|ever|please|now|out|off|to (?:my|the|this) (?:plan|day|workout|session)|on (?:this|
        that) day|(?:this|that) day|off (?:my|the) (?:list|plan|programme|program|schedule|menu)|(?:at|in|to|
        near) the (?:very )?(?:end|start|beginning|middle)(?: of)?|would you|will you|can you|if (?:you|that|it) .*|
        or (?:whatever|something|anything|so|similar|some such)(?: .*)?|added|included|or two|of some (?:kind|sort)|thing|
        things|stuff|in it|in them|somewhere|once|twice|(?:once|twice|one day|two days) (?:a|per) week|on|for|at|of|instead|
        thingy|thingies|bit|a bit|a little|if possible|thrown in|in for|as (?:they|it|i) .*|because .*|since .*|(?:they|
        it) (?:is|are|feel|feels|do|does|just|really) .*))+$
    """
)

GENERIC = any_of(
    r"""
    ^(?:(?:something|anything|whatever|what you|some thing|an?|some|another|a different|other|different) ?)?(?:(?:a bit |
        a little |much |completely |totally |entirely )?(?:else|other|exercise|exercises|thing|movement|different|alternative|
        alternatives|easier|simpler|similar|better|lighter|gentler|safer|less \w+|new|fresh|fun|kinder|nicer|decent|bearable|
        proper|suitable|more \w+|works?|think(?: is)? best|like|fancy|suggest|alternative exercise))?(?: (?:exercise|one|
        movement|thing|instead|to do|similar))*(?:(?: |^)(?:that|which|for|without|with|on) .*)?$
    """
)

COMMON_WORDS = frozenset(
    """
    body, barbell, dumbbell, machine, one, arm, leg, bench, up, down, press, raise, dog, bird, dead,
    flat
    """.replace(",", " ").split()
)
"""Words of exercises' names that are said of other things as well."""
NO_NAMES = frozenset(
    word.strip()
    for word in """
    day, days, week, weeks, plan, workout, workouts, session, sessions, training, it, this, that, these, those, them,
    everything, all, rest, thing, things, stuff, reps, rep, sets, set, weight, weights, load, loads, exercise,
    exercises, one, ones, program, programme, schedule, routine, time, minutes, work, cardio, strength, variety,
    change, changes, fun, food, life, job, volume, intensity, off, break, breaks, equipment, gym, body, home, morning,
    mornings, evening, evenings, pain, warm, up, warm-up, version, right now, right, balance, mix, layout, order,
    structure, split, pace, rhythm, programming, option, look, chance, try, hand, idea, help, advice, attention, love,
    minute, moment, summary, answer, hint, second, reason, goal, new, motivation, interest, energy, hope, patience, will, good,
    deload, mobility, complaints, problem, problems, worries, rush, luck, sense, clue
    """.replace("\n", " ").split(",")
)
"""What names no exercise, however like one it is spelled."""
