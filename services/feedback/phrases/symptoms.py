"""How people speak of pain, symptoms, and being cleared by a doctor."""

from services.feedback.phrases import any_of, one_of

HURT = one_of(
    r"""
    (?:threw|(?:did|done)(?! (?:\w+ ){1,2}(?:and|day|workout|session|work|exercises|routine|stretch\w*)\b)) (?:my|
        the) (?:\w+ )?<area>|put (?:my|the) (?:\w+ )?<area> out\b|(?:careful|gentle|kind|nice) (?:with|
        on|to)|protect|look after|nurse|nursing|recovering|recover from|old injury|
        because of my (?:\w+ )?<area>(?! (?:gains|muscles?|day|size)\b)|
        hard on|rough on|playing silly|plays up|
        can not take
    niggl\w*|twing\w*|grumbl\w*|tender|clicking|grinding|crunching|irritated|cranky|angry|irritating|jarred|jarring|
        not (?:been )?(?:happy|great|good|right)|gammy|iffy|unstable|seizing up|seized up|in bits|knackered|buggered|
        complaining|moaning|nagging|sprain|whiplash|pulling|popping out
    tight(?:ness)?|hurts?|hurting|pains?|painful|aches?|aching|achy|sore|soreness|injur(?:y|ed|ies)|strain(?:ed)?|sprain(?:ed)?
    tweaked|twisted|rolled (?:my|an|the)|bother(?:s|ing)?|killing me|acting up|playing up|swollen|swelling|stiff|inflamed|
        inflammation
    tend[oi]n[io]tis|tendinopathy|arthritis|tear|torn|tore|pulled|giving me (?:trouble|grief|problems)|trouble with
    problems? with|issues? with|discomfort|flar(?:ed|ing) up|throbb(?:s|ing)|burns?|burning|broke|broken|dislocated
    herniated|slipped|bruised|bad|wonky|dodgy|impingement|surgery
    """,
    area=r"(?:back|neck|knee|shoulder|hip|ankle|wrist)",
)

NAMED_INJURY = one_of(
    r"""
    tennis elbow|golfer'?s? elbow|sciatica|plantar fasciitis|shin splints|carpal tunnel|rotator cuff|lumbago
    runner'?s? knee
    """
)

SOFT_AREA = one_of(
    r"""
    quads?|hamstrings?|thighs?|calf|calves|forearms?|hands?
    """
)

MUSCLE_SORENESS = one_of(
    r"""
    doms|muscle soreness|sore muscles|(?:sore|stiff|aching|achy)\b.*\b(?:from|after|since)
    """
)

SINCE_A_DAY = one_of(r"since (?:the |last |about |around )?(?:<weekday>|week\w*|yesterday|a|two|\d+)")
"""Says when it began, and not what it is from."""

NOT_HURTING = one_of(
    r"""
    (?:not|no|never|nothing|without|neither|nor|zero|none)\b(?:(?! but )[^,]){0,40}?\b(?:hurt|hurts|hurting|pains?|painful|ache|
        aches|aching|sore|soreness|injur(?:y|ed|ies)|bother(?:s|ing)?|issues?|problems?|trouble|discomfort|symptoms?|
        complaints?|palpitations|faint(?:ed|ing)?|dizz(?:y|iness)|chest)
    pain[- ]free|no longer|(?:stopped|quit) (?:hurting|aching|bothering)
    (?:is|are|feels?|felt) (?:all |totally |completely |much )?(?:fine|better|good|great|ok|okay|healed|recovered)
    (?:has|have) (?:fully |completely )?(?:healed|recovered|gone)|is gone|gone away
    """
)

SYMPTOM = one_of(
    r"""
    healthy|injury[- ]free|chest|faint\w*|dizz\w*|palpitations?|symptoms?|doctor|gp|physio|cleared|clearance
    """
)
"""Beside parts of the body and words for pain."""
STRONG_NOT = one_of(
    r"""
    (?:not|never) (?:sure|know|certain|able|sleep|train|do|move|lift|run|walk|turn|bend|stand|straighten|get up|breathe|go away|
        going away|getting better|stop)
    """
)

JOINT = one_of(r"knees?|elbows?|wrists?|ankles?|foot|feet|heels?|achilles|kneecaps?")
PAIN_ON_MOVING = any_of(
    r"\b(?:hurts?|aches?|painful|pains?)\b.*\b(?:when|whenever|if i|every time|each time|as soon as)\b"
)
"""No mere soreness of muscles."""
HYPOTHETICAL_ALARM = one_of(
    r"""
    if (?:i (?:ever )?(?:get|got|feel|felt|have|had|start|started|faint\w*|pass\w*|should)|there|it)|what if|in case
    (?:could|can|would|might|will|does|do) [\w ]{1,40}\b(?:causes?|makes? (?:me|you|people))|suppose|should i (?:stop|
        worry) (?:if|when)
    what (?:does|is|are|causes)\b.*\b(?:mean|palpitations|angina|sharp pain)|(?:afraid|worried|scared) (?:of (?:getting|having|
        another)|that i (?:will|might|may|could|would))|pretend|imagine|how (?:do|can|should|would) (?:i|you|we) (?:avoid|
        prevent|know|tell)
    """
)

HAPPENED = any_of(
    r"""
    \b(?:today|yesterday|this (?:morning|afternoon|evening|week)|last night|every|keeps?|kept|again|still|since|lately|twice)\b
    \b(?:mean|normal|bad|ok|okay|safe|fine|wise) (?:if|when|that|to \w+ (?:if|when|that)) my\b
    """
)
"""That a symptom which a question is about is there: `is it bad if my hand goes numb?`"""
IS_FACT = any_of(r"^(?!.*\b(?:if|when|whenever)\b).*\b(?:my|i have|i am|i had|i got|with an?)\b")
"""The same where nothing is put as a condition: `should I train with a numb foot`."""
CLEARED = one_of(
    r"""
    (?:doctor|dr|cardiologist|gp|physician|physio|physiotherapist|physical therapist|surgeon|specialist|midwife|gyna?ecologist|
        ob-?gyn|orthop(?:a)?edist|consultant|medic)s?\b[\w ,]{0,30}?\b(?:cleared|clears|gave me (?:the )?(?:all[- ]clear|
        green light|clearance|the ok|the okay|permission|the go-ahead|the go ahead)|signed me off(?= (?:to|for (?:training|
        exercise|sports?|running|lifting|the gym)|as fit))|says? (?:that )?i (?:can|may|am (?:fine|ok|okay|cleared|allowed|fit|
        good|free) to)|said (?:that )?i (?:can|may|could|am (?:fine|ok|okay|cleared|allowed|fit|good|free) to|was (?:fine|ok|
        okay|cleared|allowed|fit) to)|has allowed|allowed me|approved|okayed)
    (?:cleared|clearance|all[- ]clear|green light|signed off|go-ahead|approval)\b[\w ,]{0,25}\b(?:by|from) (?:my |the |a |
        an )?(?:\w+ )?(?:doctor|dr|cardiologist|gp|physician|physio\w*|surgeon|specialist|midwife|gyna?ecologist|ob-?gyn|
        orthop(?:a)?edist|consultant|therapist)
    (?:i am|i have been|i was|been|got) medically cleared
    """
)

CLEARANCE = one_of(
    r"""
    (?:doctor|dr|gp|physio\w*|cardiologist|surgeon|specialist|midwife)\b.*\b(?:clear(?:ed|ance)?|all[- ]clear|green light|
        sign(?:ed)? (?:me )?off|let me train)|medical clearance
    """
)
NOT_CLEARED = one_of(
    r"""
    not|never|no|has yet|have yet|yet to|until|waiting|hope|hoping|hopefully|will|going to|once|when|if|unless
    before|after i|ask|asking|need|should|might|soon|tomorrow|wants|without|would|could get
    """
)

HEART_WORDS = one_of(
    r"""
    heart|cardiac|cardiologist|chest|faint\w*|palpitations?|dizz\w+|black(?:ed|ing)? ?outs?|breath\w*
    """
)

RETURNED = any_of(
    r"""
    \b(?:is|are|was|were|be|come|comes|came|coming|has come|getting|went|going) back\b(?! (?:pain|ache|hurts?))
    """
)
"""`The knee pain is back` names a knee and no back."""

OWN = one_of(
    r"""
    i(?! (?:know|saw|think|heard|met)\b)|(?:lay|sit|sat|help|carry|catch|caught|kick|kicked|hit|knocked|pushed) me
    on my (?:chest|ribs|head|neck|back)
    """
)
"""That what somebody else does is felt by who writes: `like someone sits on my chest`."""
LONG_AGO = one_of(
    r"""
    (?:years?|decades?|ages|a long time|long|a lifetime) ago|last year|as a (?:kid|child|teen\w*|student|boy|girl|baby)|
        when i was (?:a |\d+|little|young\w*|in |at )
    (?:back )?in (?:19|20)\d\d\b|used to|in (?:the past|college|high school|school|uni|my (?:teens|twenties|youth|childhood))|
        once upon a time
    """
)
OVER = one_of(
    r"""
    (?:nothing|none|no (?:\w+ )?(?:problems?|issues?|trouble|pains?|bother)|not|never|fine|good|great|ok|okay|
        clear)\b[\w ']{0,40}\bsince
    (?:is|are|was|am|feels?|all|been|has been|totally|completely|perfectly) (?:\w+ )?(?:fine|healed|good|great|ok|okay|better|
        recovered|gone|sorted)(?: now| today| these days|$)
    (?:checked|discharged|surgery fixed|operation fixed|(?:all )?(?:came|come) back (?:all )?(?:clear|normal|fine|negative)|
        (?:was|is|were|are|everything|all) (?:\w+ )?(?:normal|clear|negative|harmless)|healed (?:\w+ )?(?:up|well|fine|years|
        long|ages|nicely|fully|completely)|cleared (?:me )?(?:by|for everything|for life|ever since|back then|years|long))
    turned out (?:to be )?(?:fine|nothing|heart ?burn|indigestion|anxiety|a pulled muscle|muscular|harmless|ok|okay)
    (?:long|all) (?:gone|healed|over|sorted)|no longer|not any ?more|fully (?:recovered|healed)|never (?:came|come) back|
        ever since
    """
)
STILL = one_of(
    r"""
    still|again|sometimes|now and then|from time to time|occasionally|lately|recently|this (?:week|morning|month)|today|
        yesterday|keeps?|these days it|came back(?! (?:all )?(?:clear|normal|fine|negative))|acts? up|acting up
    """
)
"""That what was long ago is felt to this day."""
DOCTOR = one_of(
    r"""
    doctor|dr|gp|physio\w*|physician|cardiologist|surgeon|specialist|midwife|consultant|gyna?ecologist|orthop\w+|osteopath|
        chiropractor|medic
    """
)
THEY = any_of(r"\b(?:she|he|they)\b(?: is| have| has)?(?= (?:signed|cleared|gave|says?|said|okayed|approved|allowed))")
"""`She is signed me off` is how the apostrophe of `she's` is written out."""
I_AM_CLEARED = any_of(r"^(?:and )?i (?:am|have been|got|was) (?:\w+ )?cleared (?:for|to)\b")
"""Said beside a visit to the doctor."""
IT_HURTS = any_of(
    r"""
    \b(?:it|this|that)\b(?: is| has)?(?: been)? (?P<hurts>(?:really |also |even |now |still |always |just )*(?:hurt(?:s|ing)?|
        ach(?:es|ing|y)|painful|niggl\w+|sore when|burn\w*|throb\w*|twing\w+)\b)
    """
)
"""What hurts was named before."""
ILL = one_of(
    r"""
    (?:a|the|this|my|another|full of|stinking|awful|bad|nasty|heavy|head|chest|got|have|some)(?: \w+)? cold(?! (?:showers?|
        plunges?|water|days?|mornings?|weather|snap|front|baths?|drinks?|beers?|ones?|runs?|room|evenings?|nights?|brew|coffee|
        garage|gym))|sore throat|runny nose|(?:stuffy|blocked|snotty) nose|(?:the |a )?sniffles?|tonsillitis|sinusitis|
        hay ?fever|bronchitis|(?:chest|ear|throat|sinus) infection
    i am (?:\w+ )?(?:sick|ill|poorly)(?! (?:of|to death))|(?:been|off|home|lying) (?:sick|ill)|man ?flu|migraine
    """
)
"""Fit for something light."""
VERY_ILL = one_of(
    r"""
    flu|influenza|covid|corona|fever|feverish|(?:have|got|running|with|had) a (?:high )?temperature|virus|(?:stomach|tummy|
        winter) bug|norovirus|gastro\w*|food poisoning|(?:throwing up|vomiting|puking)|pneumonia|chicken ?pox|shingles|
        glandular fever|(?:ill|sick) in bed|in bed (?:ill|sick|with)
    """
)
"""Fit for nothing but rest."""
NOT_ILL_NOW = one_of(
    r"""
    (?:over|beaten|shaken off|got rid of|recovered from|done with|after|last (?:week|month|year|winter)|weeks? ago|months? ago|
        years? ago|used to|(?:not|no|never)(?: \w+){0,2} (?:sick|ill|cold|flu|fever|covid|temperature|bug|virus)|if|when|
        whenever|since i had|better|gone|laptop|computer|phone|jab|shot|vaccine|vaccinat\w+|season|dance|pitch|(?:saturday|
        friday) night)
    """
)
