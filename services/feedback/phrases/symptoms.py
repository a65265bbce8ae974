"""How people speak of pain, symptoms, and being cleared by a doctor."""

from services.feedback.phrases import any_of, one_of

HURT = one_of(
    r"""
    hurts?|hurting|pains?|painful|aches?|aching|achy|sore|soreness|injur(?:y|ed|ies)|strain(?:ed)?|sprain(?:ed)?
    tweaked|twisted|bother(?:s|ing)?|killing me|acting up|playing up|swollen|swelling|stiff|inflamed|inflammation
    tend[oi]n[io]tis|tendinopathy|arthritis|tear|torn|tore|pulled|giving me (?:trouble|grief|problems)|trouble with
    problems? with|issues? with|discomfort|flar(?:ed|ing) up|throbb(?:s|ing)|burns?|burning|broke|broken|dislocated
    herniated|slipped|bruised|bad|wonky|dodgy|weak|impingement|surgery
    """
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

NOT_HURTING = one_of(
    r"""
    (?:not|no|never|without|neither|nor|zero|none)\b(?:(?! but )[^,]){0,40}?\b(?:hurt|hurts|hurting|pains?|painful|
        ache|aches|aching|sore|soreness|injur(?:y|ed|ies)|bother(?:s|ing)?|issues?|problems?|trouble|discomfort|
        palpitations|faint(?:ed|ing)?|dizz(?:y|iness)|chest)
    pain[- ]free|no longer|(?:stopped|quit) (?:hurting|aching|bothering)
    (?:is|are|feels?|felt) (?:all |totally |completely |much )?(?:fine|better|good|great|ok|okay|healed|recovered)
    (?:has|have) (?:fully |completely )?(?:healed|recovered|gone)|is gone|gone away
    """
)

SYMPTOM = one_of(
    r"""
    chest|faint\w*|dizz\w*|palpitations?|symptoms?|doctor|gp|physio|cleared|clearance
    """
)
"""Beside parts of the body and words for pain."""
STRONG_NOT = one_of(
    r"""
    (?:not|never) (?:sure|know|certain|able|sleep|train|do|move|lift|run|walk|breathe|go away|going away|
        getting better|stop)
    """
)

CHEST_PAIN = one_of(
    r"""
    chest (?:\w+ )?(?:pains?|hurts?|hurting|ache|aches|aching|tightness|pressure|discomfort|is (?:\w+ )?(?:tight|
        tightening|hurting|aching|painful|burning|pounding|sore)|feels? (?:\w+ )?(?:tight|heavy|crushed|pressed|
        weird|painful|odd|funny|bad)|felt (?:\w+ )?(?:tight|heavy|painful|weird|pressure)|was (?:\w+ )?(?:tight|
        hurting|aching|painful)|tightens|tightened|hurt|started (?:hurting|to hurt|aching))
    (?:pains?|ache|aching|pressure|tightness|tight|tightening|squeezing|stabbing|burning|stitch|discomfort|hurts?|
        weight|sharp|elephant)\b[\w ]{0,30}\b(?:in|on|across|at) (?:my |the |his |her )?(?:\w+ )?(?:chest|heart|
        breastbone|sternum|left arm|jaw)
    (?:heart|jaw|breastbone|sternum) (?:hurts?|aches?|pains?|hurting|aching)|angina|tight[- ]chested|chestpains?
    """
)

FAINTING = one_of(
    r"""
    faint(?:ed|ing|s)?|pass(?:ed|ing|es)? out|black(?:ed|ing|s)? out|blackouts?|los(?:t|ing|e) consciousness
    unconscious|collapsed|collapsing|keeled over|nearly collapsed|syncope
    """
)

HEART = one_of(
    r"""
    palpitations?
    heart (?:\w+ )?(?:flutter(?:s|ing|ed)?|rac(?:es|ing|ed)|skip(?:s|ping|ped)|stopp?(?:s|ing|ed)|jump(?:s|ing|ed)|
        pound(?:s|ing|ed)|attack|is (?:\w+ )?(?:racing|fluttering|skipping|pounding|out of rhythm|irregular|
        beating (?:strangely|irregularly|weird|funny|too fast|like crazy)))
    (?:irregular|racing|fluttering|skipped|skipping|missed|strange) heart ?beats?
    heart beat\w* (?:is |feels )?(?:irregular|funny|strange)|heart skips|arrhythmia|a-?fib|had a stroke
    """
)

BREATH = one_of(
    r"""
    (?:can not|could not|can hardly|could hardly|hardly|barely|struggl(?:e|ed|ing) to|unable to|trouble|difficulty|
        hard to) (?:breathe|breathing|catch my breath|get (?:any |enough )?(?:air|breath))
    (?:severe(?:ly)?|sudden(?:ly)?|very|extreme(?:ly)?|terribl[ye]|badly|so|really|
        unusual(?:ly)?)\b (?:short(?:ness)? of breath|breathless(?:ness)?|out of breath)
    short(?:ness)? of breath (?:at rest|lying|in bed|while sitting|when sitting)
    breathless(?:ness)? (?:at rest|lying|in bed|sitting)|gasp(?:ing|ed) for (?:air|breath)
    cough(?:ing|ed)? (?:up )?blood|shortness of breath
    """
)

DIZZY = one_of(
    r"""
    dizz(?:y|iness)|light-?headed(?:ness)?|vertigo|room (?:is |was )?spinning|seeing stars
    vision (?:went|goes|is going) (?:black|dark|blurry)
    """
)

CARDIAC = (CHEST_PAIN, FAINTING, HEART, BREATH, DIZZY)
"""Warning signs of the heart, and what may be one (PAR-Q+)."""

NO_BODY_CHEST = one_of(
    r"""
    chest (?:press|fly|flye|flies|flys|day|workout|exercise|exercises|session|muscles?|supported)
    (?:bench|cable|incline|pec) \w+ for chest
    """
)

WORKED_CHEST = one_of(
    r"""
    chest\b.*\b(?:is |are |feels? )?sore\b.*\b(?:from|after)|sore chest (?:from|after|muscles)|chest muscles?
    """
)

SHARP = one_of(
    r"""
    (?:sharp|shooting|stabbing|searing|excruciating|unbearable|electric|spreading|radiating|agonising|agonizing|
        intense|severe|worst)\b[\w ]{0,24}\b(?:pains?|aches?|hurts?)
    pains?\b[\w ]{0,30}\b(?:sharp|shooting|shoots|stabbing|spreads?|spreading|radiates?|radiating|unbearable|
        excruciating|going down|runs? down|running down|moves? into|travels?)
    numb|numbness|tingling|tingles|pins and needles|gave way|gave out|gives way|popped|heard a pop|felt a pop
    snapped|(?:hurts?|aches?|stings?) (?:sharply|terribly|like hell|so bad|so badly|really bad)
    (?:can not|could not) (?:walk|stand up|stand on|put (?:any )?weight|move my|lift my|bend my)
    """
)

HYPOTHETICAL_ALARM = one_of(
    r"""
    if (?:i (?:ever )?(?:get|feel|have|had|start|should)|my|there|it)|what if|in case
    (?:could|can|would|might|will|does|do) [\w ]{1,40}\bcause|suppose|should i (?:stop|worry) (?:if|when)
    what (?:does|is|are|causes)\b.*\b(?:mean|palpitations|angina|sharp pain)|(?:afraid|worried|scared) (?:of|that)
    """
)

CLEARED = one_of(
    r"""
    (?:doctor|dr|cardiologist|gp|physician|physio|physiotherapist|physical therapist|surgeon|specialist|midwife|
        gyna?ecologist|ob-?gyn|orthop(?:a)?edist|consultant|medic)s?\b[\w ,]{0,30}?\b(?:cleared|clears|
        gave me (?:the )?(?:all[- ]clear|green light|clearance|the ok|the okay|permission|the go-ahead|
        the go ahead)|signed me off|says? (?:that )?i (?:can|may|am (?:fine|ok|okay|cleared|allowed|fit|good|
        free) to)|said (?:that )?i (?:can|may|could|am (?:fine|ok|okay|cleared|allowed|fit|good|free) to|
        was (?:fine|ok|okay|cleared|allowed|fit) to)|has allowed|allowed me|approved|okayed)
    (?:cleared|clearance|all[- ]clear|green light|signed off|go-ahead|approval)\b[\w ,]{0,25}\b(?:by|from) (?:my |
        the |a |an )?(?:\w+ )?(?:doctor|dr|cardiologist|gp|physician|physio\w*|surgeon|specialist|midwife|
        gyna?ecologist|ob-?gyn|orthop(?:a)?edist|consultant|therapist)
    (?:i am|i have been|i was|been|got) medically cleared
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
