"""How people tell of injuries that stop training: pain that is no ordinary one, nerves, bones, vessels."""

from services.feedback.phrases import alternatives, one_of
from services.feedback.phrases.failing import FAILING

PAIN = r"(?:pains?|aches?|aching|hurts?|hurting|headaches?|cramps?|twinges?|spasms?)"
_FIERCE = alternatives(
    r"""
    ripping|tearing|sharp|shooting|stabbing|stab|searing|excruciating|unbearable|electric(?:al)?|spreading|radiating|
        agoni[sz]ing|intense|severe
    worst|crippling|horrendous|extreme|blinding|splitting|shocking|awful sharp|crushing|knife-?like|lightning|thunderclap
    """
)
JOINTS = r"(?:knee|back|neck|shoulder|hip|elbow|wrist|ankle|leg|arm|foot|calf|achilles|groin|hamstring|finger|hand)s?"
FIERCE_PAIN = one_of(
    r"""
    <fierce>\b[\w ]{0,24}\b<pain>
    (?:sharp|shooting|stabbing|searing|electric|tearing|ripping|knife-?like|burning) (?:\w+ ){0,2}(?:feelings?|sensations?|line|
        jolts?) (?:in|from|down|into|across|up|through|between)
    <pain>\b[\w ]{0,30}\b(?:sharp|shooting|shoots|stabbing|spread(?:s|ing)?|radiat(?:es?|ing)|unbearable|excruciating|
        going down|runs? down|running down|moves? into|travel(?:s|ling|ing)?|severe|(?:10|9|ten|nine) out of (?:10|ten)|(?:10|
        9)/10)
    <joint>\b[\w ]{0,30}\b(?:radiat(?:es?|ing)|spread(?:s|ing)|shoot(?:s|ing)|travel(?:s|ling|ing)) (?:down|into|to|up|through|
        along|out)
    (?:like|as if|felt like) (?:a |an |i (?:was|am|had) )?(?:\w+ )?(?:knife|knives|needles|electric shock|stabbed|being stabbed|
        hot poker|shot)
    (?:terrible|awful|horrible|massive|huge|insane|incredible|dreadful|so much|a lot of|tons of|loads of|nasty) (?:\w+ )?pain
    <pain>\b.{0,30}\boff the (?:scale|charts?)|pain (?:is |was )?(?:insane|horrific|terrible|awful|[89]/10|(?:\w+ )?(?:getting|
        got|gets) worse (?:every|each|by the) (?:day|hour)|killing me|too much|out of this world)
    <pain>\b[\w ]{0,20}\bfrom my \w+(?: \w+)? (?:all the way )?(?:to|into|down|up|through)
    (?:really bad|very bad|terrible|awful|massive|pounding|killer|explosive|horrible|sudden|throbbing|vicious|
        nasty) (?:\w+ )?(?:headaches?|migraine)|(?:headaches?|migraine)\b.*\b(?:sudden\w*|out of nowhere|out of the blue|
        every time i lift|when i lift)
    (?:stabbing|stabbed|knifing|zapping) (?:me|my|in|into)|in agony|screaming (?:in|with) pain|(?:pain|
        it) (?:\w+ )?(?:keeps me up|wakes me|woke me)(?: up)?
    (?:hurts?|aches?|stings?) (?:sharply|terribly|like hell|so bad|so badly|really bad|like mad|like crazy)
    """,
    fierce=_FIERCE,
    pain=PAIN,
    joint=JOINTS,
)

NERVE = one_of(
    r"""
    numb|numbness|tingling|tingles?|tingly|pins and needles
    (?:no|lost(?: all)?(?: the)?|losing|not have any) (?:feeling|sensation|strength|power) (?:in|down|below|from)
    (?:can not|could not|can (?:barely|hardly)) (?:really |even |properly )?feel (?:(?:my |when |anything)(?! the (?:burn|
        muscle|difference))|(?:\w+ ){0,3}(?:toes|fingers|hands?|feet|foot|legs?|arms?|face|side)\b)
    (?:hit|bang(?:ed)?|knock(?:ed)?|smack(?:ed)?|crack(?:ed)?|bump(?:ed)?) my head|concuss\w*|(?:bang|knock|clash|bump|
        crack)\w* heads|weakness (?:in|down|on)|foot drop|(?:foot|leg|toes?|hand) (?:\w+ )?(?:drags|dragging|slaps|is dead|
        has gone dead)|memory loss|bit my tongue|(?:words|speech) (?:will|would|do|did|can|could) not come|
        light hurts my eyes|think straight|(?:clipped|cracked|hit|smashed|caught) my (?:skull|temple|forehead)|lost (?:the |
        all )?use of|(?:thumb|fingers?|hand|toes?|foot|arm|leg)\b(?: \w+){0,4} (?:been|gone|is|are|went) (?:\w+ )?dead|
        (?:went|gone|going) deaf|(?:lost|losing|loss of) (?:my |the )?hearing|disorient\w*|shaking and confused|
        confused and \w+|(?:can|could) not remember (?:the (?:last|first|whole|end)|where|who|what happened|how i|
        my (?:name|address|street|own))|(?:can|could) not (?:speak|talk|get my words out|find (?:my |the )?words)|
        dropping things|(?:keep|keeps|kept) drop(?:ping|ped)? (?:things|my (?:cup|phone|keys|fork|mug|glass))|(?:has|have|
        had|with) no (?:strength|power|grip)|no strength in|slur(?:s|red|ring)?|(?:words|speech) (?:\w+ ){0,4}(?:jumbled|
        garbled|muddled|backwards|wrong|funny)|confused (?:after|since|and)|(?:knock|blow|bang|bump|whack|kick|elbow|knee|
        ball|bar) (?:to|on) (?:the|my) (?:head|face|skull|temple)|(?:arm|hand|leg|foot|shoulder) (?:\w+ )?(?:hangs|hanging|
        dangl\w+|flops)|droop(?:s|y|ed|ing)?|seizures?|had a fit(?! of)|convulsions?|(?:one|left|right) side of my (?:face|
        body)
    (?:can not|could not) (?:tell|feel) when i need|(?:can not|could not|unable to) (?:pee|wee|hold my (?:pee|bladder)|
        control my (?:bladder|bowels?))|wet myself|incontinen\w+
    lost control of my (?:bladder|bowels?|legs?|arms?|hands?)
    """
)

_BONES = (
    r"(?:bones?|collar ?bone|clavicle|ribs?|skull|nose|jaw|cheek ?bone|pelvis|tibia|fibula|toes?|thumb|femur|tendon|ligament|spine|"
    r"kneecap|patella|muscle|biceps?|pec|quad)"
)
TRAUMA = one_of(
    r"""
    (?:will|would|does|did|can|could) not (?:hold|take|bear|support|carry) (?:my |any |the |full |body )*weight|
        <joint> (?:\w+ )?(?:cracked|crunched|tore|ripped|exploded|shattered)
    balloon(?:ed|ing)|<joint> (?:\w+ )?(?:crunch|crack|pop|snap)\b|buckl(?:e|es|ed|ing)|(?:the )?size of a \w+|(?:like|
        as big as) a (?:\w+ )?(?:balloon|melon|grapefruit|football|tennis ball|golf ball|tree trunk|orange|egg)|(?:twice|double|
        three times) (?:its|the) (?:\w+ )?size|doubled in size|blown up like
    (?:scar|stitches|wound|incision) (?:[\w-]+ ){0,4}(?:open\w*|bleed\w*|weep\w*|infected|burst|came out|split)|prolapse\w*
    (?:hit|knocked (?:off|down|over)|run over|struck) (?:\w+ ){0,4}by (?:a|the) (?:\w+ )?(?:car|van|truck|bus|lorry|cyclist|
        motorbike|taxi)
    <joint> (?:\w+ ){0,2}stuck(?! (?:to|with|at|on|out|in))|(?:pointing|facing|sticking|bent) (?:\w+ )?(?:the wrong way|
        sideways)|clunk in my
    (?:something|muscle|tendon|ligament) (?:\w+ )?(?:tore|ripped|snapped|popped|gave)\b|tore something|(?<!grip )(?:gave|gives|give|
        giving) (?:a?way|out)(?: on me)?(?! (?:to|my|the|his|her|flyers|some|an?|all|old)\b)|popped(?! (?:to|in|round|by|over|into|
        down|up|a|out (?:to|for))\b)|ruptured|snapped(?! (?:a|the|my|two|some|another|at)\b)|pop(?:ped)? out of (?:its|the) socket
    (?:(?:a|the|and|was) |^)(?:loud |sudden |big |nasty |horrible |audible )?(?:pop|crack|snap|crunch|rip|tear) (?:in|from|at|
        near|inside) (?:my|the)|(?:heard|felt|hear|feel) (?:\w+ ){0,5}(?:pop|snap|crack|crunch|tear|rip|ping|tearing|popping|
        snapping|go in my)
    (?:can not|could not|can (?:barely|hardly)|could (?:barely|hardly)|unable to) (?:\w+ )?(?:walk(?! (?:to|the|my|home|there|
        in)\b)|stand up|stand on|put (?:any |my )?(?:full )?weight|bear (?:any )?weight|weight[- ]bear|(?:move|lift|bend|
        straighten|raise|use) (?:it\b(?! to)|(?:my|the) (?:\w+ )?(?:<joint>|head|jaw|body|legs?))|grip)
    (?:is|are|has|have|was|it|knee|back|neck|jaw) (?:\w+ )?(?:locked|locks up|seized up)|deformed|out of (?:its )?(?:place|
        socket)|black and blue
    (?:massively|hugely|badly|really|very|so|extremely) (?:swollen|swelled)|swollen (?:up )?(?:like|to)|swell(?:ed|ing|
        s)? (?:up )?like|(?:huge|massive) swelling|swollen to
    (?:<joint>) (?:\w+ )?dislocated\b(?=.*\b(?:today|yesterday|this (?:morning|week)|just|now|during|while|again)\b)
    (?:broke|broken|fractured|dislocated|ruptured|cracked) (?:something|(?:my|a) (?:\w+ )?(?:<bone>))\b(?=.*\b(?:today|
        yesterday|this (?:morning|week)|just|now|during)\b)
    (?:<joint>|<bone>)\b(?: \w+){0,4} (?:(?:is|are|be|felt|feels?) (?:\w+ )?(?:broken|fractured|dislocated|snapped|ruptured|
        torn(?! up)|deformed|detached|bunched up)|looks? (?:\w+ ){0,2}(?:broken|bent|crooked|deformed|misshapen|dislocated|
        wrong))
    (?:<joint>|<bone>) (?:\w+ ){0,2}(?:(?:slip|slid|pop|jump)\w*(?: \w+){0,2} (?:out|sideways|to the side)|(?:came|come|coming|
        goes|went) (?:\w+ )?out of (?:its |the )?(?:socket|joint|place))|(?:kneecap|patella) (?:\w+ )?(?:mov|shift|dislocat)\w*
    <joint> (?:\w+ ){0,2}(?:bent|bends?|twist\w*|turned|rolled|went|
        goes) (?:\w+ )?(?:backwards?|sideways|the wrong way)|(?:<joint>|<bone>) (?:\w+ ){0,4}(?:wrong|funny|odd|weird|
        strange) (?:angle|shape)
    (?:<joint>|it|something|back) (?:\w+ ){0,2}(?:made|gave|let out|went|goes|go) (?:with )?(?:a |an )?(?:\w+ )?(?:pop|crack|
        snap|crunch|bang|ping|twang|rip|tear)\b|felt (?:something|(?:my|the) (?:\w+ )?(?:<joint>|<bone>)) (?:go|let go|tear|rip|
        give)\b(?! to)
    (?:see|seen|saw) the bone|cut (?:\w+ ){0,3}to the bone|<joint> (?:\w+ ){0,3}(?:catching|catches|jams|jammed)|(?:<joint>|
        <bone>)\b(?: \w+){0,2} (?:sticking|sticks|poking|pokes) (?:up|out)|<joint> (?:\w+ )?not hold me|
        (?:abdomen|belly|stomach|tummy) (?:\w+ ){0,2}(?:rock hard|rigid)
    """,
    joint=JOINTS,
    bone=_BONES,
)

VESSELS = one_of(
    r"""
    (?:calf|leg|arm|thigh|calves|ankle|foot)\b[\w ,]{0,24}\b(?:swollen|swelling|swelled|puffy|hot|red|warm|
        purple)\b[\w ,]{0,24}\b(?:swollen|swelling|red|hot|warm|hurts?|hurting|painful|throbb\w+|sore|tender|puffy)
    (?:swollen|swelling|puffy|hot|red|warm|purple) (?:and )?(?:\w+ )?(?:swollen|hot|red|warm|painful|tender|puffy) (?:calf|leg|
        arm|thigh)
    (?:blood )?clots?|dvt|embolism|thrombosis
    (?:cough\w*|vomit\w*|thr(?:ow|ew|owing|own) up|spit\w*|spat|puk\w+|pee\w*|piss\w*|pass\w*) (?:up |out )?(?:some |bright |
        fresh )?blood
    blood in (?:my|the) (?:urine|pee|wee|stools?|poo|poop|sick|spit|phlegm|vomit)
    (?:pee|peeing|urine|wee|weeing|piss)\b[\w ']{0,30}\b(?:dark|brown|cola|coke|coffee|red|pink|black|blood\w*)
    (?:dark|brown|cola|coke|coffee|rust\w*|red|bloody|tea)[- ]?(?:\w+ )?(?:pee|urine|wee|piss)
    hernia|testic\w+ (?:\w+ ){0,5}(?:pain|hurts?|swollen|swelling|lump)|testic\w+ pain|red (?:streaks?|lines?) (?:going|running|
        up|down|on)|black stools?|tarry|(?:bulge|lump) in my (?:groin|stomach|belly|abdomen|tummy)|(?:groin|stomach|belly|
        abdomen|tummy)\b(?: \w+){0,3} (?:bulge|lump)|blood sugar (?:\w+ )?(?:crash\w*|low|dropped)|heat exhaustion|hypos?\b|
        hypogly\w+
    (?:came|comes|coming) out (?:\w+ ){0,2}(?:coke|cola|brown|black|red|blood\w*)|bloody (?:diarrh\w+|stools?|poo)|
        (?:rectal|vaginal) bleeding|bleeding from (?:my|the) (?:bottom|bum|back passage|rectum|anus|behind)|
        vomit\b.*\bcoffee|not (?:\w+ ){0,2}able to (?:pee|wee|urinate)
    nose ?bleeds?|(?:can|could) not stop (?:shaking|trembling)|(?:shaking|trembling) uncontrollably
    rhabdo\w*|heat ?stroke|stopped sweating|anaphyla\w+|hives|can not swallow|blood when i (?:wipe|wiped|go|went)|
        (?:bleeding|bled) (?:heavily|badly|a lot|from (?:my|the) (?:nose|ear|eye)s?|and (?:it )?will not stop)
    """
)

EMERGENCY = one_of(
    r"""
    (?:ended up|end up|taken|rushed|admitted|went straight|sent|landed|brought) (?:\w+ ){0,3}(?:hospital|a and e|er|
        emergency(?: room)?|casualty)|ambulance|paramedics|defibrillator
    (?:doctor|dr|gp|physio\w*|cardiologist|surgeon|specialist|midwife|consultant)s? .*\b(?:not to (?:train|exercise|lift|run|
        work out|do any)|to (?:stop|pause|avoid) (?:all |any )?(?:training|exercis\w*|sports?|lifting|running|working out)|
        no (?:exercise|training|lifting|sports?|gym)|against (?:exercis\w*|training|lifting|sports?)|forb\w+ (?:me )?(?:to|from|
        training|exercise)|banned me from|i (?:must|should|may|can|am) not (?:to |allowed to )?(?:train|exercise|lift|run|
        work out|do (?:any )?sports?))
    (?:ecg|ekg|echo|scan|heart scan|stress test)\b(?: \w+){0,4} (?:abnormal|irregular|worrying|bad|concerning)|(?:found|have|
        got|see|showed)\b[\w ]{0,20}\b(?:fluid|blockages?|narrowing|leak|tear|bulge) (?:around|in|on|near) my (?:heart|lungs?|
        brain|arter\w+|aorta)
    something is (?:really|seriously|very|badly) wrong|body is shutting down|(?:i|it) feels? like (?:i am )?dying|
        think i am dying
    """
)
"""Somebody else has found that it is serious."""
SHARP = (*FAILING, FIERCE_PAIN, NERVE, TRAUMA, VESSELS, EMERGENCY)
"""Injuries, nerves and vessels: no heart, and no less a reason to stop."""
