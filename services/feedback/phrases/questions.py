"""What questions are about, by the words in them: the first topic with a phrase of its own in the text has it."""

from services.feedback.phrases import any_of, one_of

RPE = one_of(r"rpe|rate of perceived.*|perceived exertion|reps? in reserve|rir")
ZONES = one_of(r"zones?|heart ?rates?|bpm|pulse")
DELOAD = one_of(r"de-?load\w*|recovery week|easy week|easier week|light week")
FOOD = one_of(
    r"""
    eat|eating|food|diet|calor\w+|protein|supplement\w*|creatine|carbs?|meals?|nutrition|weight loss|lose weight
    """
)
SYMPTOMS = one_of(
    r"pain|hurts?|hurting|sore|soreness|injur\w+|ache|aching|chest|faint\w*|dizz\w*|doms|ill|sick|fever|cold"
)
SKIPPING = one_of(r"skip|skipped|miss|missed|missing|not train|not do|leave out|if i (?:do not|stop)")
WHY = one_of(
    r"""
    why|how come|what is the (?:point|reason|purpose|idea|logic|benefit)|what for|reason|purpose|what does .* do for
    """
)
WARM_UP = one_of(r"warm(?:ing)?[- ]?ups?|cool(?:ing)?[- ]?downs?|stretch\w*")
REST = one_of(
    r"""
    rest (?:between|times?|periods?|for|after)|(?:long|much) (?:\w+ ){0,3}rest|pauses?|breaks? between|rest days?
    """
)
LOAD = one_of(
    r"""
    how heavy|what weight|which weight|how much weight|what loads?|which loads?|how many (?:kilos?|kg|pounds|lbs)
    weights? (?:should|do|to|am)|heavy
    """
)
END = one_of(
    r"""
    when (?:does|is|will) (?:\w+ ){0,3}(?:end|over|finish|done)|how many weeks|last (?:week|day)
    how long (?:is|does) (?:the|my|this) (?:plan|program|programme)
    """
)
LENGTH = one_of(r"how (?:long|many minutes|much time)|duration|take (?:me )?long")
COUNT = one_of(r"how (?:many|often|much)")
PROGRESS = one_of(r"progress\w*|increase|get (?:harder|heavier)|over time|next weeks|adapt\w*")
EQUIPMENT = one_of(r"equipment|kit|gear|what do i need")
NEXT = any_of(
    r"""
    \b(?:next|upcoming) (?:workout|session|training|run|ride|swim)
    \bwhen (?:is|are|do|does|should)\b
    """
)
ABILITIES = any_of(
    r"""
    \bwhat can (?:you|i (?:ask|change|say|tell))|\bhow (?:do|can|would) (?:i|you) (?:change|edit|swap|use|accept|move)
    \bwho are you|\bare you (?:a|an)\b|\bcan you help|\bhow does this work|\bwhat are you
    """
)
HOW = one_of(
    r"""
    how (?:do|should|to|wide|deep|low|far)|form|technique|correctly|properly|breathe?|where (?:do|should)|should my|explain
    describe|show me
    """
)
"""That somebody wants to know how an exercise is done."""
EXERCISE = one_of(
    r"""
    how (?:do|should|to)|what (?:is|are)|what muscles?|which muscles?|form|technique|explain|show me|instead of
    alternative|replac\w*|swap\w*|substitut\w*|something else
    """
)

TURNING_OVER = one_of(
    r"""
    what (?:if|happens|would happen)|suppose|(?:should|shall|do|must) i|is it (?:ok|okay|fine|bad|safe|better|normal)
    would it be|am i allowed|i wonder|wondering
    """
)
"""Questions with or without a question mark."""
TELLING = any_of(
    r"""
    ^(?:can|could|would|will) (?:you|u) (?:explain|tell|say|show|remind|clarify|describe|walk me)
    ^(?:tell me|explain|show me|remind me|describe|walk me through|talk me through|help me understand|clarify|i (?:do not|
        did not) (?:understand|get (?:why|how|what|the|it$|this$|that$))|i am (?:confused (?:about|why|how)|curious)|i (?:would|
        will) (?:like|love) to know|(?:i )?(?:am |would |will )?(?:want|wish|need|keen|interested|like|love|curious|dying|
        eager) to (?:know|understand|learn|hear|find out)|^(?:i am )?(?:curious|unsure|interested|wondering) (?:how|why|what|if|
        whether|when|which|about)|(?:i am |i was )?not (?:quite |really |entirely )?sure (?:(?:how|why|when|if|which|
        whether)\b(?! i\b)|what\b(?! (?:to|i)\b))|(?:i )?wonder(?:ing)?|any (?:tips|advice|idea|ideas|thoughts|
        recommendations|suggestions)|no idea (?:what|how|why|when)|i do not know (?:what|how|why|when|if|which|whether))\b
    \bwhat does .* mean\b
    """
)
"""Other ways to ask for an answer."""

WORKOUT = one_of(
    r"""
    train(?:ing|s|ed)?|work(?:ing)? ?outs?|exercis\w*|sessions?|lift(?:ing|s)?|squat\w*|deadlift\w*|bench\w*|runs?|running|
        muscles?|gym|sets?|reps?|plan|warm[- ]?up
    """
)
"""What makes a question one for a coach, whatever else is in it."""
TRAINING = one_of(
    r"""
    train\w*|work(?:ing)? ?outs?|exercis\w*|sessions?|plan|program\w*|schedule|routine|weeks?|days?|rest\w*|recover\w*|
        deload\w*|sets?|reps?|repetitions?|rounds?
    weights?|loads?|heavy|light|hard|easy|heavier|lighter|harder|easier|kilos?|kg|lbs|pounds|lift\w*|bench\w*|squat\w*|
        deadlift\w*|press\w*|rows?|curls?|lunges?|push-?ups?|pull-?ups?
    dead(?:s|lifts?)|sumo|snatch\w*|cleans?|jerks?|dips?|swings?|raises?|pull-?downs?|thrusts?|meets?|bars?|plates?|racks?|
        \d+ ?x ?\d+
    planks?|core|cardio|endurance|strength|strong\w*|muscles?|fat|gain\w*|bulk\w*|cut|lean|tone\w*|fit\w*|shape|run\w*|jog\w*|
        ride|cycl\w*|bike|swim\w*|walk\w*|pace|speed|distance|km|kilomet\w+|miles?
    zones?|heart ?rate|pulse|rpe|rir|amrap|emom|superset\w*|drop ?sets?|hiit|pr|1rm|max|tempo|failure|form|technique|warm\w*|
        cool ?down|stretch\w*|mobility|foam|gym|equipment|kit|gear|shoes?|belt|gloves|straps
    body|joints?|posture|sore\w*|doms|pain\w*|hurt\w*|injur\w*|tired|sleep|eat\w*|food|diet|protein|calories|water|hydrat\w*|
        supplement\w*|creatine|caffeine|alcohol|weigh
    progress\w*|results?|improv\w*|level|beginner|advanced|goal|race|marathon|5k|10k|half|taper|volume|intensity|frequency|
        overtrain\w*|missed|miss|skip\w*|coach|app|morning|evening|before|after
    <weekday>s?|weekends?|today|tomorrow|next|stand for|short for|mean|means|difference|accept|edit|change|undo|revert|instead|
        swap|alternative|minutes|how long|how often|how many|how much|how far|how fast
    """
)
"""Words of the trade: a question with one of them is one for a coach."""
ABOUT_ME = any_of(
    r"""
    \b(?:i|me|my|mine|myself|we)\b
    ^(?:and |so |but )?(?:why|how|when|is|are|does|do|will|would|should|can|could|what about|what is|what are|which)\b.*\b(?:it|
        this|that|these|those|here|there|them)\b
    \bcan you (?:do|help|change)\b
    ^(?:why|how come|how so|what for|which one|when|how)$
    """
)
OFF_TOPIC = one_of(
    r"""
    weather|rain|capital|president|prime minister|king|queen|election|politics?|news|war|match|score|world cup|football|
        premier league|olympics|won|movie|film|song|music|lyrics|poem|story|joke|funny|riddle
    bitcoin|crypto|stocks?|money|price of|invest|python|javascript|java|code|script|sorts? a|program that|homework|essay|
        translate|french|spanish|german|recipe|cook\w*|cake|pizza|restaurant|hotel|flight|train ticket
    what time is it|what is the time|your (?:name|age|favou?rite|prompt|system prompt|instructions|birthday|mum|mother|
        opinion on)|old are you|chess|play (?:a |some )?(?:games?|cards)|taxi|uber|deliveroo|order me|call (?:my|me)|text my|
        email|remind me to|set (?:an|a) (?:alarm|timer)|are you (?:kidding|serious|joking|real|human|alive|a (?:robot|bot|
        real person|man|woman|human)|single|married|conscious|sentient|gay|happy|ok|okay|well)|do you (?:love|like|dream|sleep|
        have feelings|drink|eat)
    meaning of life|the moon|mars|planet|universe|god|dinosaur\w*|history|wikipedia|google|netflix|instagram|tiktok|facebook|
        taxes|lawyer|girlfriend|boyfriend|date me|marry me|horoscope|lottery
    """
)
"""What is asked of a machine and not of a coach."""
MADE_TO_AMUSE = any_of(
    r"""
    \b(?:write|sing|rap|compose|recite|tell|give|read|draw|paint|make|do|know)\b(?: \w+){0,4} (?:poems?|songs?|raps?|haikus?|
        limericks?|rhymes?|sonnets?|story|stories|jokes?|puns?|riddles?|essays?|letters?|e-?mails?|speech|speeches|novel|
        lullaby|pictures?|drawings?|memes?|impressions?|tricks?)\b
    ^knock,? knock\b|^why did the \w+ cross|^what do you call (?:a|an)\b|\bwalks? into a bar\b|\b(?:talk|speak|answer|write|
        reply) (?:\w+ )?like (?:a|an) \w+
    """
)
"""Off topic, whatever it is about: `write me a rap about leg day`."""

PACE = one_of(r"how (?:fast|slow|quick)|(?:what|which) (?:pace|speed)|my pace|pace (?:for|of|on)")
DISTANCE = one_of(r"how far|(?:how many|what|which) (?:km|kms|kilomet\w+|miles?|distance|mileage)|my mileage")
EFFORT = one_of(
    r"""
    how (?:hard|intense|intensely|easy)(?! (?:is it to|would it be))
    (?:what|which) (?:rpe|effort|intensity|zone) (?:should|do|am|for|on|in|is (?:the|my))
    """
)
MAXIMUM = one_of(
    r"""
    my (?:\w+ ){0,3}(?:e ?1 ?rm|1 ?rm|one[- ]rep(?:etition)?[- ]max(?:imum)?|max(?:imum)?(?! (?:heart|hr|bpm|pulse))|pr|pb)
    (?:e ?1 ?rm|1 ?rm|one[- ]rep(?:etition)?[- ]max(?:imum)?) (?:for|of|on|in)
    how much (?:can|could) i (?:lift|squat|bench|deadlift|press)
    """
)
ILLNESS = one_of(r"ill|sick|fever|flu|a cold|covid|virus|unwell|under the weather|infection")
SLEEP = one_of(r"sleep(?:ing)?|slept|naps?|hours of sleep")
ALTERNATIVES = one_of(r"instead of|alternatives?|replacements?|substitutes?|in place of")
ACCEPTING = one_of(r"how (?:do|can|would|should) (?:i|we) (?:accept|confirm|approve|start with|begin with|agree to)")
SORENESS = any_of(r"^(?!.*\b(?:pains?|painful|hurt\w*|joints?|chest)\b).*\b(?:sore|soreness)\b")
RESULTS = one_of(
    r"""
    how long (?:until|till|before|will it take|does it take)
    (?:see|notice) (?:any |some |the |more )?(?:results?|muscles?|progress|a difference|gains?)
    """
)
LOGGING = one_of(r"(?:how|where) (?:do|can|should) i (?:log|record|track|enter|write down)")
SETS = one_of(r"how many (?:\w+ ){0,2}(?:sets|reps|repetitions|exercises)")
TRAINING_DAYS = one_of(r"(?:which|what) days (?:do|am|will|should|are)")
PLACES = one_of(r"need (?:a|the|to go to (?:a|the)) gym|at home|from home|in (?:a|the) gym")
BETWEEN_SETS = one_of(r"between (?:the |my |each |two )?(?:sets?|exercises?)")
HISTORY = one_of(
    r"""
    (?:what|why) (?:did you|have you|has|was|is) (?:just )?(?:changed?|different)|what changed
    how (?:do|can|could) (?:i|we) (?:undo|revert|go back|take (?:it|that|this) back)
    """
)
