"""Hints at a wish that nothing else understood; and reports, insults and figures of speech, which are none."""

from services.feedback.phrases import any_of, one_of

UNWELL = one_of(
    r"""
    tired|exhausted|sore|soreness|doms|stressed|sick|ill|poorly|unwell|a (?:\w+ )?cold|the flu|flu|covid|fever|a temperature|
        a (?:stomach )?bug|tummy bug|man ?flu|sniffles|migraine
    (?:slept|sleeping|sleep) (?:\w+ )?(?:badly|poorly|little|terribl[ye]|awful(?:ly)?|horribl[ye]|rubbish|crap|like crap|
        wors[te]|nothing|\w+ hours?)|(?:bad|no|little|rough|awful|terrible|lack of|not much|hardly any) (?:sleep|
        night(?: sleep)?)|(?:did not|hardly|barely|not|never) (?:slept|sleep)
    worn out|wiped(?: out)?|hung ?over|stiff|(?:no|low|zero|little|lack\w*|losing|lost) (?:\w+ )?(?:energy|motivation|interest|
        drive|mojo)|run down|drained|knackered|shattered|burnt? out|fried|dead on my feet|jet ?lag\w*|nauseous|nausea|queasy|
        sluggish
    under the weather|off colour|(?:not|do not|never) (?:been )?(?:feel(?:ing)? )?(?:too |so |very |all that |really |
        at all )?(?:great|well|good|right|myself|100 ?%?|a hundred percent|the best|up to (?:it|much))(?: (?:today|
        at the moment|right now|lately|this \w+))
    feel(?:ing)? (?:\w+ ){0,3}(?:rough|rubbish|crap|crappy|awful|terrible|horrible|bad|weak|lousy|grim|ropey|low|flat|off|down|
        like death|like crap)|not feeling (?:great|well|good|it|right|myself|up to it|the best)|lurgy|coming down with|
        time of the month|period
    """
)
TROUBLE = one_of(
    r"""
    no good|going nowhere|in two minds|silly|overd(?:one|id)|mixed .* up|mixed up|muddled|^eh+$|no from me|
        throw\w* in the towel|pack\w* it in|had enough|wits end|misunder\w+|misread|fail(?:ing|ed|s)?|so[- ]so|(?:falling|
        fallen|getting|lagging) behind
    struggl\w+|tricky|hectic|rough|overwhelm\w*|problems?|issues?|unhappy|disappoint\w*|frustrat\w*|annoy\w*|confus\w*|unsure|
        doubts?|concern(?:s|ed)?|worried|nervous|anxious|scared
    mixed feelings|reservations?|second thoughts|could be (?:better|worse|improved)|could do better|underwhelm\w*|meh|ugh|hm+|
        so-?so|nah|nope|^no(?:$| (?:i|it|that|this|not|we|you|from|way|different|no|still)\b)|(?:is|are|feel\w*|felt|looks?|
        seems?|bit|little|something|somewhat|way|was|been) (?:\w+ )?off\b|wrong|weird|strange|odd|random|stupid|awful|terrible|
        horrible|rubbish|crap|bad|worse|worst|boring|bored|dull|pointless|useless
    hate|dislike|dreading|dread|giving up|give up|quit|stuck|lost|fed up|demotivat\w*|intimidat\w*|daunting|(?:is|are|asking|
        quite|all) a lot|too much|too many|trouble|difficult|hard|awkward|complicated|impossible|unrealistic|a mess|a joke|
        all over the place|changed
    bug(?:s|ging)? me|irks?|irritat\w*|bothers? me|puts? me off|does my head in|on my nerves|grates|forgot\w*|missing|missed|
        overlooked|left out|mistake|error|glitch
    expect(?:ed|ing)|hoped|hoping|was hoping|supposed to|thought it (?:was|would)|busy|crazy|chaos|chaotic|nightmare|mental|
        manic|exams?|deadline|visiting|travell?ing|moving house|stress\w*
    suck\w*|gone to pot|disaster|having a wobble|shake[- ]up|deflated|miserable|dejected|depress\w*|sad|gloomy|grumpy|hopeless|
        helpless|zombie|so over|over it|went sideways|pear[- ]shaped|off the rails|joyless|unmotivated|uninspired|apathetic|
        jaded|frazzled|want to cry|letdown|let down|grind|slog|chore|drag(?:s|ging)?|dissatisf\w*|discourag\w*|fail(?:ed|ure)|
        going (?:nowhere|in circles|backwards?|downhill|badly)|get(?:ting)? nowhere|plateau\w*|stall(?:ed|ing)|stagnat\w*|
        hit (?:a|the) wall|(?:break|kill|wear|grind|drain|burn|stress)\w* me|getting to me|(?:get|got|getting|brings?) me down|
        has to give|in a (?:rut|slump|funk)|slump\w*|rock[- ]bottom|on empty|at a loss|blah|bleh|sceptical|skeptical|hesitant|
        torn|undecided|conflicted|in two minds|on the fence|spent|beat|wrecked|done in
    (?:los(?:e|t|ing)|lack(?:s|ing)?|low on|short on|out of|running out of|no) (?:\w+ ){0,2}(?:motivation|interest|energy|drive|
        steam|focus|mojo|enthusiasm|faith|heart|will|willpower|confidence|patience|progress)|(?:motivation|energy|confidence|
        enthusiasm|progress|mojo) (?:is|has|keeps) (?:\w+ )?(?:gone|low|dropp\w+|fad\w+|down|dipp\w+|slow\w*|slipp\w+)
    """
)
WISHING = one_of(
    r"""
    want|wants|need|needs|needing|would (?:like|love|prefer|rather|be (?:nice|good|great|better))|prefer|wish(?! (?:me|us|
        you)\b)|hope|can (?:you|we|i)|could (?:you|we|i|it|this|that|do|use|be)|should (?:be|have)|ought|how about|what about|
        about the|regarding|as for|maybe
    change|changes|changing|different|differently|adjust\w*|adapt\w*|modify|tweak\w*|fix|improve\w*|(?<!nothing )better|alter|
        update|rework|redo|rethink|rejig|rearrange|reshuffle|rewrite|start over|sort (?:\w+ )?out|sort it|do something|look at|
        help
    swap(?:ping)?|switch(?:ing)?|replac(?:e|ing)|remov(?:e|ing)|move|skip(?:ping)?|drop(?:ping)?|cut|tak(?:e|
        ing) (?:\w+ )?(?:out|away|off)|put|add|delete|undo|revert|go back|leave out|get rid|less(?! than)|more(?! than)|easier|
        harder|shorter|longer|lighter|heavier|alternative|something (?:else|different|new|other)
    throw in|includ\w+|increas\w+|reduc\w+|lower|raise|doubl\w+|halv\w+|keep(?! (?:it up|up|going|being|on)\b)|leave|push|
        stop(?! (?:smiling|grinning|laughing|talking|thinking))|avoid\w*|limit|schedule|so (?:just|keep|use|only)|(?:can|
        will) (?:only|train)|(?:is|are) (?:\w+ )?(?:broken|out of order|closed)|get rid|lose
    make (?:it|this|that|them|the)|nicer|give me (?:a|an|another|some|more|less|something|the (?:old|other|first|same))|get me|
        version|other one|another|the other|instead|reconsider|think (?:again|about it)|the usual|as usual|as before|same as|
        (?:try|do it|go|look|start) again|^(?:not |maybe |try )?(?:this|that|those|these) ones?|the (?:first|second|third|last|
        one|ones|thing|stuff)|yes|maybe|not
    """
)
GLAD_AFTER_ALL = one_of(
    r"""
    but (?:(?!not |no |never )\w+ ){0,4}(?:happy|fun|worth it|loved|enjoyed|proud|smiling|done|got (?:it|through|up|there|
        \w+ today)|made it|here we are|glad|great|good laugh)
    """
)
"""`Tired but happy` asks for nothing."""
PLEADING = one_of(r"please|kindly")
"""Courtesies, which a clause is read without."""
REPORT = one_of(
    r"""
    new (?:\w+ )?(?:max|record|best|pb|pr)|can not wait|(?:week|day|session|workout) (?:\w+ )?(?:completed|done|finished|
        ticked off|complete|smashed)
    lost \d+|down \d+ (?:kilos|kg|pounds|lbs)|no (?:regrets|complaints so far)|can not stop (?:smiling|grinning|laughing)
    (?:went|gone|going|goes|is going|has been going|been going) (?:really |very |so |pretty |quite |super |surprisingly |a lot |
        much )*(?:well|great|fine|good|smooth(?:ly)?|ok|okay|better|to plan|brilliantly|amazing(?:ly)?|strong)
    (?:felt|feeling|feel|feels) (?:really |very |so |pretty |quite |super |surprisingly |a bit |much |a lot )*(?:strong(?:er)?|
        great|good|amazing|awesome|powerful|fresh(?:er)?|energi[sz]ed|better|fantastic|brilliant|fitter|solid|unstoppable|proud|
        on top)
    (?:(?:all|both|week \w+|day \w+) done|done for (?:today|the day|this week|the week|now)|what a (?:session|workout|day|run|
        week)|got (?:home|back)|home from|got \d+|woop\w*|woo+ ?hoo+|yay|chuffed|over the moon|buzzing|back from|
        in (?:under )?\d+ (?:minutes|mins|min)|enjoyed|enjoying|loved|liked|adored|proud|impressed|happy with)|pb|pr|prs|pbs|
        personal best|new (?:max|record|best)|best (?:session|workout|run|lift|set|time) (?:ever|yet|so far)
    (?:smashed|crushed|nailed|completed|finished|did|done|ticked off|got through|survived|managed|hit(?! (?:a|the) wall)|logged|
        made it|powered through|aced|bossed) (?:with |off |out )?(?:it|this|that|the|my|all|every\w*|today|yesterday|<weekday>|
        week|a|another|both|\w+ (?:reps|sets|kg|kilos|miles|minutes|k)|\d+\w*)
    (?:great|good|perfect|fun|solid|cracking|tough but|brilliant|lovely|nice|awesome|killer|brutal|hard) (?:session|workout|run|
        lift|day|training|pump|burn|ride|swim|weekend|weather)|(?:workout|session|run|day|week) \w+ (?:done|complete|in the bag)
    (?:ate|drank|watched|squatted|benched|deadlifted|ran|lifted|pressed|cycled|swam|walked|rode|jogged|rowed|went for|went to|
        have been training|been training|trained|been lifting|been going to the gym)
    """
)
OF_LIFE = any_of(
    r"""
    ^(?:stuck|late|waiting|delayed|sat|sitting) (?:at|in|on|for|behind) (?!\d)(?!my\b)
    ^it (?:is |was |has been |has )?(?:rain\w*|snow\w*|sunny|hot|cold|freezing|windy|dark|pouring)\b
    ^(?:the|my|our) (?:\w+ )?(?:music|boss|job|weather|neighbou?rs?|car|phone|tv|film|game|team|food|commute|traffic|kitchen|
        house|flat|shower|lockers?|receptionist|gym)\b
    ^(?:i |we )lost my (?!(?:\w+ )?(?:motivation|interest|energy|drive|steam|focus|mojo|enthusiasm|faith|heart|will\w*|confidence|
        patience|way|rhythm|routine|progress|form|strength|fitness|gains?|desire|spark)\b)
    ^(?:(?:today|yesterday|this morning|last night|last week|so|and|just) )*(?:lost my|had (?:a|an|some)|went|bought|got my|
        made|found|saw|met|ate)\b
    ^(?:today|yesterday|this morning|last night|last week) i (?:did|had|went|was|made|saw|ate|played|ran|walked|swam)\b
    """
)
"""Of everything but the plan."""
INSULT = any_of(
    r"""
    \b(?:useless|stupid|garbage|trash|idiot(?:ic)?|moron(?:ic)?|dumb|worthless|pathetic|rubbish|crap|shit\w*|shite|bullshit|
        suck\w*|terrible|awful|joke|scam|clueless|incompetent|liar|clown|worst|hate|hated|waste of|fuck\w*|f\*+\w*|wank\w*|
        bloody)\b.*\b(?:you|your|yourself|app|bot|robot|ai|machine|computer|software|coach|thing ever|company|programmers?|
        developers?|money)\b
    \b(?:you|your|app|bot|robot|ai|machine|computer|software|coach|company|programmers?|developers?)\b.*\b(?:useless|stupid|
        garbage|trash|idiot\w*|moron\w*|dumb|worthless|pathetic|rubbish|crap|shit\w*|shite|bullshit|suck\w*|terrible|awful|joke|
        scam|clueless|incompetent|liar|clown|worst|hate|wank\w*|fuck\w*|f\*+\w*|waste of)\b
    """
)
SWEARING_AT = any_of(
    r"""
    \b(?:fuck|screw|f\*+k?|f) (?:you|off|this app|yourself)\b|\bgo (?:to hell|away|fuck|screw|f\*+\w*|jump)\b|\b(?:shut up|
        piss off|sod off|bugger off|get lost|get stuffed|drop dead|stfu|wtf|eat shit|bite me|up yours|fu)\b|
        \byou (?:are )?(?:\w+ ){0,2}(?:idiot|moron|loser|dumbass|prick|wanker|twat|clown)\b
    """
)
NOT_PLAN_INSULT = one_of(
    r"""
    (?:the|rowing|smith|leg|cable|chest) (?:\w+ )?machine|plan|program|programme|schedule|workout|session|exercises?
    """
)
"""Somebody who finds the plan rubbish has a wish."""
BARE_MENTION = any_of(
    r"^(?:(?:the|these|those|this|that|my|about|<weekday>) )*[a-z-]+(?: (?:press|thing|bit|part|one|session|though|day))*$"
)
"""`The bench thing`: a name, and nothing said of it."""
NOTHING_SAID = any_of(
    r"^(?!no$|eh+$|h+m+$)(?:\W*|\d+|[a-z]{1,2}|[bcdfghjklmnpqrstvwxz]{4,}|(?:asdf|qwer|blah|bla|la|test)\w*)$"
)
"""Keys that were hit, and nothing said."""
