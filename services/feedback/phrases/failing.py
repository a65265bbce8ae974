"""How people tell that a part of the body fails: joints that lock or give way, muscles that tear, limbs that go numb or weak."""

from services.feedback.phrases import alternatives, one_of

_JOINT = alternatives(
    r"""
    (?:knee ?cap|patella|knee|shoulder|hip|elbow|wrist|ankle|finger|thumb|toe|jaw|knuckle|neck|joint)s?
    """
)
_MUSCLE = alternatives(
    r"""
    (?:calf|hamstring|hammy|quad|bicep|tricep|pec|achilles|groin|lat|glute|adductor|abductor|hip flexor|forearm|upper arm|
        thigh|muscle|tendon|ligament|[apm]cl|meniscus|rotator cuff|labrum|disc|shoulder|knee|back|ankle|elbow|wrist|hip|
        neck|abdomen|stomach)s?
    """
)
_LIMB = alternatives(
    r"""
    arms?|legs?|hands?|foot|feet|fingers?|thumbs?|toes?|calf|calves|shins?|thighs?|forearms?|face|cheeks?|mouth|lips?|tongue|
        groin|grip|saddle area|side
    """
)
_ONE_LIMB = alternatives(
    r"""
    arm|leg|hands?|foot|feet|fingers?|thumbs?|toes?|shin|thigh|forearm|face|cheeks?|mouth|lips?|tongue|grip|(?:left|right|
        one) side|side of my \w+
    """
)
"""Legs and arms are dead and weak after each hard session; one of them, or a face, is not."""
_CAN_NOT = (
    r"(?:(?:can|could|will|would|does|do|did) not|can (?:hardly|barely)|could (?:hardly|barely)|unable to|not able to)"
)
_WORD = r"(?!(?:not|never|no|without|mobility)\b)\w+"
_NOT_LATELY = (
    r"(?!.*\b(?:years?|months? ago|last (?:year|season|summer|winter)|once|used to|in (?:19|20)\d\d|before|ages ago)\b)"
)

JOINT_FAILS = one_of(
    r"""
    <joint>(?: <word>){0,4} (?:lock(?:s|ed|ing)?(?! (?:out|my|the|them|down|in at))|jam(?:s|med|ming)?(?! packed)|stuck(?! (?:to|
        with|at|on|out|in (?:the|a|my|these|this|traffic))\b)|fro[sz]en?(?: up| in place|$)|sublux\w*)
    <joint>(?: (?:just|keeps?|kept|suddenly|then|has|is))* (?:giving|gives|gave|came out|comes out|coming out|went out|
        goes out)(?: (?:when|if|on me|again|under|every|as|while)\b|$)|(?:knee|knees|ankle|leg|legs|hip) (?:went|goes|gone|
        gave) (?:out )?from (?:under|underneath|beneath)
    <limb> (?:\w+ ){0,2}(?:twice|double|three times) as (?:fat|big|thick|wide|large)|(?:a|the|was|loud|and) (?:snap|pop|
        crack) (?:and|then)
    <joint>(?: (?:has|is|was|have|completely|totally|fully|suddenly|properly))* seized
    locking (?:up )?(?:in|of) (?:my|the|one|both) (?:\w+ )?<joint>|(?:it|leg|arm) (?:\w+ ){0,2}stuck (?:bent|straight|half\w*)|
        (?:wiggle|unlock) it\b.*\b(?:straighten|bend|move)
    <joint>\b(?: <word>){0,3} <can_not> (?:\w+ ){0,2}(?:bend|straighten|move|extend|unlock|be (?:bent|straightened|moved|extended))
    <can_not> (?:\w+ )?(?:bend|straighten|extend|unlock|move) (?:my|the|one) (?:\w+ )?<joint>
    <joint>(?: (?:just|suddenly|then|keeps|kept|has|is|completely|almost|nearly))* (?:buckl\w+|fold(?:s|ed|ing)|crumpl(?:es|ed|
        ing)|collaps(?:es|ed|ing))(?! (?:in|inwards?)\b)
    <joint>(?: \w+){0,3} (?:came|comes?|coming|goes|went|slips?|slipped|slid|popped|pops|jumped|jumps|shifts?|
        shifted) (?:\w+ )?(?:out of|from) (?:its|it is|the) (?:socket|joint|place|position)
    (?:put|knocked|pulled|popped|dislocated|jolted) (?:my|the) (?:\w+ )?<joint> (?:right )?out\b(?! (?:to|for))
    (?:dislocat\w+|sublux\w+) (?:my|the|a) (?:\w+ )?<joint><lately>|<joint> (?:\w+ )?(?:sublux|dislocat)\w+<lately>
    (?:it|knee|ankle|<joint>|<limb>) (?:\w+ ){0,5}(?:twice|double|three times) (?:its|it is|the) (?:\w+ )?size
    (?:<joint>|<limb>)(?: \w+){0,2} (?:swollen|swelled|swelling|blown|blew|puffed) up (?:badly|massively|hugely|overnight|fast|
        so|like|within|instantly|straight)
    """,
    joint=_JOINT,
    limb=_LIMB,
    word=_WORD,
    can_not=_CAN_NOT,
    lately=_NOT_LATELY,
)
MUSCLE_TEARS = one_of(
    r"""
    <muscle>(?: (?:just|has|have|is|feels?|felt|might|may|suddenly|completely|definitely|like|it|partially|been))* (?:tore|
        torn(?! up)|ripped(?! (?:now|and|as))|snapped|ruptured|detached)<lately>
    (?:tore|torn|ripped|ruptured|snapped|shredded) (?:my|a|the) (?:\w+ )?<muscle><lately>
    <muscle>(?: \w+){0,3} (?:went|goes|gone|go|going|made|makes?|gave) (?:\w+ ){0,2}(?:pop\w*|bang|snap\w*|twang|ping|crack\w*|
        crunch\w*|rip|tear\w*)
    (?:something|somebody|someone) (?:\w+ ){0,3}(?:tore|torn|ripped|snapped|popped|pinged|twanged|grabbed|gave|went|
        burst)(?: \w+){0,2} (?:in|at|behind|inside|down) (?:my|the) (?:\w+ ){0,4}<muscle>
    (?:felt|feel|heard|feeling) (?:my|the|a|one) (?:\w+ )?<muscle> (?:go|give|tear|rip|pop|snap|ping|crack)\b(?! to)
    <muscle>\b.{0,40}\b(?:like|as if|as though) (?:someone|somebody|something|i) (?:had |has |have |was |been |
        got )*(?:kicked|shot|hit|whacked|struck|stabbed)
    (?:like|as if|as though) (?:someone|somebody|something|i) (?:had |has |have |was |been |got )*(?:kicked|shot|hit|whacked|
        struck)(?: me)? (?:hard )?(?:in|on|at) (?:my|the) (?:\w+ ){0,3}<muscle>
    """,
    muscle=_MUSCLE,
    lately=_NOT_LATELY,
)
LIMB_FAILS = one_of(
    r"""
    numbn\w+
    <limb>(?: \w+){0,3} (?:no|lost|losing|loses|without) (?:\w+ ){0,2}(?:feeling|sensation|strength|power)\b(?! of)
    (?:no|lost|losing|loses?|loss of|less) (?:\w+ ){0,2}(?:feeling|sensation|strength|power|control) (?:in|down|below|from|
        of) (?:\w+ ){0,3}<limb>
    (?:feeling|sensation|strength|power|grip)(?: \w+){0,2} (?:in|from|of|down) (?:my|the|both|
        one) (?:\w+ ){0,2}<limb> (?:\w+ )?(?:gone|vanish\w*|disappear\w*|lost|not (?:come|coming|returned))
    (?:feeling|sensation) (?:is |has |was )?(?:gone|not (?:come|coming) back|not returned)|feeling (?:\w+ ){0,3}(?:come|came|
        coming) back (?:in|to) (?:my|the) (?:\w+ )?<limb>
    <one>(?: \w+){0,3} (?:dead|asleep|lifeless|paraly[sz]ed|limp|floppy)(?! (?:lifts?|hangs?|bugs?))|<limb> (?:\w+ )?paraly[sz]\w+
    <one>(?: \w+){0,2} (?:went|goes|gone|going|suddenly|turned) (?:\w+ ){0,2}(?:weak|floppy|limp)|(?:suddenly|sudden) weak\w*
    (?:left|right|one|my) <one>\b(?: \w+){0,3} weak\w*\b.*\b(?:sudden\w*|out of nowhere|all at once)
    <one>(?: \w+){0,2} so weak (?:that )?i <can_not>|(?:left|right|one|my) <one> (?:\w+ )?(?:not (?:properly |really )?(?:work|
        respond|listen|obey|cooperat|do what|doing what)\w*|stopped working)
    <can_not> (?:\w+ )?(?:move|wiggle|lift|control|feel) (?:my|one|the) (?:\w+ ){0,2}<limb>|<one> (?:will|would|can|does|
        did) not (?:\w+ )?(?:move|lift|respond|do what|grip)
    electric\w*(?: \w+)? (?:shocks?|currents?|zaps?|buzz\w*|jolts?)(?: \w+){0,3} (?:in|down|up|through|into|along) (?:my|the)|
        prick\w+ (?:\w+ ){0,4}(?:in|down|of|along) (?:my|the) (?:\w+ )?<limb>|zaps? of pain
    """,
    limb=_LIMB,
    one=_ONE_LIMB,
    can_not=_CAN_NOT,
)
PAIN_STOPS = one_of(
    r"""
    <muscle>\b(?: \w+){0,3} (?:bunched|balled|rolled) up|(?:dent|hole|gap|lump) (?:\w+ )?in (?:my|the) (?:\w+ )?<muscle>
    (?:sharpest|acute) (?:\w+ )?pain|sharp (?:stab|jab|agony)|(?:sharp|pure|complete|total|absolute) agony (?:in|down|up|through)
    (?:<muscle>|<joint>|<limb>|pain|stomach|belly|ribs?) (?:is |was |feels? |felt )(?:\w+ )?(?:excruciating|unbearable|agony)
    (?:dropped|fell|went down|sank|crumpled|collapsed) (?:down )?(?:to|on) (?:the (?:ground|floor)|my knees) (?:\w+ ){0,2}(?:in|
        with) (?:pain|agony)|doubled (?:over|up)|carried off|limping badly|can not stop limping
    (?:pain|hurt\w*|cramp\w*)\b.*\b(?:all at once|all of a sudden|out of nowhere|out of the blue)
    (?:feels?|felt) like (?:it|my head)(?: \w+){0,3} (?:explod\w+|burst(?:s|ing)?|split(?:s|ting)?)(?:$| when)|
        head explod\w+ (?:with|in) pain|head pain\b.*\b(?:thunderclap|sudden\w*)
    """,
    muscle=_MUSCLE,
    joint=_JOINT,
    limb=_LIMB,
)
FAILING = (JOINT_FAILS, MUSCLE_TEARS, LIMB_FAILS, PAIN_STOPS)
