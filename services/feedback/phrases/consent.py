"""How people say that a plan is good as it stands, and what shows that they do not."""

from services.feedback.phrases import alternatives, any_of, one_of

_IT = alternatives(
    r"""
    it|this|that|these|(?:the|this|that|your) (?:new |whole |updated |current |overall |proposed |revised )?(?:plan|program|
        programme|schedule|week|version|layout|structure|split|set-?up|thing|lot|mix|balance|outline|calendar|routine|set)
    the weeks|my (?:new )?(?:plan|program|programme|week|schedule)|this (?:new |whole )?(?:plan|program|programme|one|version|
        schedule|week)|that (?:plan|one|version)
    everything(?: else)?|all|all of (?:it|this|that)|it all|this all|that all|the changes?|the rest
    """
)
_WANTED = (
    r"what i (?:was (?:after|looking for|hoping for)|wanted|want|needed|need|had in mind|hoped for|asked for|imagined)"
)
GOOD_WORDS = alternatives(
    r"""
    good|great|fine|perfect(?:ly)?|perfection|awesome|excellent|amazing|fantastic|wonderful|brilliant|ideal|nice|solid|super|
        superb|lovely|beautiful|gorgeous|outstanding|exceptional|impressive|incredible|tremendous|delightful|thorough|pukka|
        epic|wicked|banging|prime|golden|sublime|proper good|insane|champion|wunderbar|bellissimo|immaculate|faultless
    spot on|bang on|(?:precisely|exactly) right|ok|okay|all right|alright|just right|exactly right|right|cool|doable|
        manageable|
        achievable|realistic|sensible|reasonable|fair|balanced
    (?:reads|flows) well|well (?:balanced|thought (?:out|through)|structured|made|rounded)|ready to go|good to go|good enough|
        sweet|ace|mint|magic|grand|terrific|splendid|stellar|decent|neat
    top notch|top|first class|class|smashing|cracking|belting|tidy|peachy|dandy|lush|dope|legit|promising|exciting|marvellous|
        magnificent|fab|fabulous|phenomenal
    (?:much |a lot |way |far |so much )?better|flawless|the dream|a dream|brill|super duper|professional|clever|smart|logical|
        efficient|effective|detailed|comprehensive|convincing|motivating|inspiring|varied|fitting|suitable|appropriate|
        adequate|
        tailored|clear|straightforward|well done|elegant|tempting|attractive|(?:sick|insane|killer|wicked|banging|
        mental) (?:plan|program\w*|schedule)|to my (?:liking|taste)|the business|a winner|(?:the )?best (?:plan|thing|one|
        program\w*|schedule)(?: (?:i have|ever|yet|so far|you|for).*)?|(?:right )?up my street|right up my alley|10/10|
        ten out of ten|thumbs up|lgtm|as it is|as is|unreal|fun|in (?:good )?order
    fire|lit|gold|a banger|chef kiss|bob on|just the job|like a glove|mega|quality|no notes|exactly it|it exactly|a go(?:er)?|
        (?:the )?right (?:one|fit|mix|amount|level)|a (?:good|great|perfect|nice) (?:fit|match|mix|balance)|well (?:suited|
        laid out|planned|designed|put together|judged|paced)
    the way i (?:want|like) it|<what>
    """,
    what=_WANTED,
)
_VERY = alternatives(
    r"""
    so|very|really|pretty|absolutely|all|just|totally|quite|super|truly|already|actually|even|such|thoroughly|perfectly
    completely|well|more than|now|a|an|the|like|about|exactly|still|bloody|dead|finally|at last|overall|100%?|percent|proper|
        rather|seriously|genuinely
    """
)
AGREEING_NEGATION = one_of(
    r"""
    (?:i (?:have |have got |really have )?)?(?:no|nothing|not (?:one|a single|any))(?: (?:more|further|other|else|real|
        left))* (?:to (?:change|add|complain about|moan about|say against|\w+)(?! (?:with|in|from (?!me|my))\b)|complaints?|
        wishes|requests|remarks|comments|feedback|tweaks|edits|adjustments|amendments|alterations|revisions|corrections|
        suggestions|changes?|objections?|notes|issues?|problems?|concerns?|criticism|questions)(?: (?:needed|necessary|
        required|
        from me|from my side|at all|here|with (?:it|this|that)|for now|on my end))*
    (?:do not|no need to|you do not (?:need|have) to|would not|need not|should not|there is no need to) (?:change|touch|alter|
        tweak|modify) (?:anything|a thing|it|this|that|the plan|one thing|a single thing|a word)(?: about (?:it|this))?
    no (?:reason|need|sense|point) (?:to|in) (?:chang|alter|tweak|touch|modify)\w*(?: (?:anything|a thing|it|this|that|
        the plan))?
    (?:nothing|not a thing|no \w+) (?:that )?(?:i|we) (?:would|want to|wish to|need to|have to) (?:want )?(?:chang|alter|add|
        improv|tweak|adjust|edit|remov|mov|object|different)\w*(?: (?:to|about|in|with) (?:it|this|that))?|no (?:more |
        further )?(?:\w+ing)(?: (?:is )?(?:needed|required|necessary))
    nothing (?:needs|has) (?:changing|to change|to be changed)|could not (?:be|ask for|wish for|have (?:asked|
        wished) for) (?:\w+ )?(?:better|happier|more|clearer|improved)(?: (?:with|about) (?:it|this))?
    (?:can not|could not|do not|did not) (?:\w+ )?(?:find|see|think of|spot|have) (?:anything|a thing|one thing|a fault|
        any \w+|
        what)(?: (?:wrong|bad|off|amiss|to (?:change|fix|improve|complain about|add|object to|criticise)|i would (?:change|
        improve)))*(?: (?:with|in|about) (?:it|this|that|the plan))?
    can not (?:wait(?= (?:to|until|for (?:it|this|week|<weekday>))|$)|complain|fault (?:it|this|that)|argue with (?:it|that))|
        not bad(?: at all)?|why not|no brainer|not a (?:thing|single thing)|nothing at all|could not (?:fit|suit|be|
        work)(?: \w+){0,3} better|could not have (?:\w+ ){0,4}better(?: myself)?|nothing (?:else|
        more)(?: from me| from my side|
         to say| needed| here)?|what is not to like
    """
)
"""A `not` that consents."""
LEAD_IN = any_of(
    r"""
    ^(?:(?:(?:yeah|yep|yes|no|nah) nah|nah yeah|yes|yep|yeah|yup|yah|aye|ya|ok|okay|k|right|righto|alright|all right|sure|so|
        now|and|well|wow|oh|ah|great|perfect|nice|cool|sweet|grand|good|brilliant|lovely|ace|dope|awesome|excellent|fine|super|
        cheers|thanks|thank you|please|bingo|boom|all good|spot on|absolutely|definitely|of course|nice one|good stuff|that|
        hell|in that case)(?: (?:that|one|please|then|by (?:me|us)|with me|from me|from my (?:side|end)|on my (?:side|end)|
        mate|
        man|coach))*[ ]+(?=\w))+
    """
)
"""What people say before they say that they agree."""
_ACCEPTING = alternatives(
    r"""
    go|start|begin|run|keep|save|take|use|follow|accept|approve|confirm|activate|adopt|lock|stick|roll|proceed|commence|
        publish|
        finali[sz]e|launch|stay|try|do|book|ship|send|apply|train|crack|get|get (?:going|started|cracking|stuck in)|sign off|
        set
    going|starting|beginning|running|keeping|saving|taking|using|following|accepting|approving|confirming|activating|adopting|
        locking|sticking|rolling|proceeding|staying|booking|sending
    """
)
_TIME = alternatives(
    r"""
    (?:from |on |as of |first thing |bright and early )?(?:now|today|tomorrow|<weekday>|next week|this week|day one)
    (?:straight|right) away|asap
    """
)
CONSENT = any_of(
    r"""
    ^that (?:plan|version|split)$|\b<it> (?:is )?the (?:plan|one) (?:then|for me|save it|now)\b|\b<it> is the (?:plan|one)$|
        \bsave it$
    \b<it>(?: as (?:proposed|planned|offered|written|presented|it (?:is|stands)))? is (?:<very> )*(?:acceptable|agreeable)\b
    (?<!trouble )(?<!difficulty )(?<!not )\b(?:running|taking|keeping|using|saving) (?:it|this|that)(?: as (?:it )?(?:is|planned|
        stands|written))?$
    ^(?:(?:i|we|let us|am|are|is|will|shall|can|may|would|like|love|want|happy|glad|gladly|happily|ready|keen|pleased|going|to|
        all|then|you (?:can|may)|(?:can|could|will|would) you|time|best|and|now|definitely) )*<accepting>(?: (?:on|ahead|with|
        for|in|to|by|off|onto|live|through))*(?: <it>| that one| this one)(?: (?:as (?:it|is|proposed|planned|
        written)(?: is| stands)?|like(?:this|that)|then|please|for (?:now|me|us)|in|on|live|going|rolling|off|<time>|
        (?:un)?changed|happily))*$
    ^(?:(?:let us|you (?:can|may)|i will|we will|we can|i am|we are|ready to|good to|happy to|time to) )*(?:go|start|begin|
        proceed|activate|commence|get (?:going|started|cracking|stuck in))(?: (?:on|ahead|then|please|for it|<time>|as planned|
        as (?:it is )?written))*$
    \b(?:leave|keep|leaving|keeping) <it>(?: (?:exactly|just|precisely|all))*(?: (?:as|how|like|the way) (?:it|they|that|this|
        things|everything|is)\b.*| so$| there$| unchanged\b| untouched\b| alone\b| the same\b| that way\b| this way\b)
    <it> (?:is|are) (?:now )?(?:accepted|approved|agreed|confirmed|settled)\b|\b(?:is|are) (?:as|how|the way) i (?:wanted|want|
        like|hoped|needed|need|imagined)(?: it| them)?$|\byes to <it>$|\bhas my name on it\b|\bthought of everything\b|
        \blocked in$|\bhappy to (?:\w+ ){1,2}(?:like|by|with|to) <it>$
    ^(?:exactly|just|precisely) (?:as|how|the way) (?:it|they|things|everything) (?:is|are|stands?)$|^sold$
    ^(?:i think |i reckon |i feel |i believe |i am sure |reckon |think )*<it> (?:is going to|will|would|does|should|ought to|
        could|can)[ ](?:\w+ )?(?:work|suit|fit|do)(?: (?:out|for|me|us|my \w+|very|really|so|pretty|just|<good>|nicely|well|
        down to the ground|a treat|in|with|around))*$
    \b(?:agree|on board|in agreement|at peace|comfortable|go along) with <it>$
    ^(?:(?:yes|yep|yeah|yup|ok|okay|great|perfect|wow|nice|so|now|and|well|right|alright|cool|overall|lovely|i feel like|
        i would say|good|brilliant|for now|think) )*(?:\w+ ){0,3}?<it> (?:is|are|looks?|sounds?|seems?|feels?|reads?|will be|
        turned out|appears?|has turned out|looks like|sounds like) (?:to be )?(?:<very> )*<good>
    ^(?:(?:yes|yep|yeah|yup|ok|okay|great|perfect|wow|nice|so|now|and|well|right|alright|cool|all|overall) )*(?:looks?|sounds?|
        seems?|feels?|is looking|looking) (?:<very> )*(?:<good>|a plan|to me)
    \b<what>\b|\bwhat i call a\b|\byou (?:have )?(?:got|get) it (?:exactly |just |so |spot )?(?:right|on)\b|\bstart it\b|
        \b(?:definitely|absolutely|totally|hell) yes\b|^(?:very |so |super |more than )*(?:happy|satisfied|pleased|delighted|
        content)$|\b(?:exactly|just|precisely) the (?:sort|kind|type) of\b|^(?:yes |yep |yeah )*this one$|\byes from me\b|
        ^(?:\w+ ){0,2}exactly (?:like (?:that|this)|that|this|right|so)$|\bmore like it\b|\b<it> (?:rocks|rules|slaps|delivers|
        hits the spot|does it|fits|works|suits me)$|^(?:\w+ ){0,2}<good> for (?:me|us|my \w+)$|\b(?:all|everything) (?:as|how|
        like|the way) i (?:like|want|wanted|need|imagined|hoped|planned)|\bread(?:ing)? my mind\b|\b(?:great|good|amazing|
        fantastic|excellent|brilliant|lovely|wonderful|super) (?:job|work) (?:with|on) <it>|\ba plan (?:that )?i can (?:follow|
        stick (?:to|with)|live with|do|use|believe in|get behind|manage)\b|\bi am (?:very |really |quite |totally |
        all )?(?:comfortable|at ease|convinced)\b|\bbetter than (?:i )?(?:was )?(?:expected|hoped|thought|imagined|
        expecting)\b|
        \b(?:meets?|exceeds?|matches|fulfils?|covers?|hits?|satisf(?:y|ies)) (?:all |exactly )?(?:of )?my \w+|\b(?:all|
        everything) (?:that )?i (?:wanted|want|need|needed|asked for|hoped|was after)\b|\b(?:exactly|just|precisely) (?:how|
        the way|as) i (?:like|want|wanted|need|imagined|hoped|planned|pictured)|\bi (?:find|think|reckon|feel|believe|
        consider) <it> (?:is |to be )?(?:<very> )*<good>\b
    \bi am (?:<very> )*(?:happy|pleased|satisfied|content|impressed|amazed|blown away|excited|stoked|pumped|hyped|psyched|
        buzzing|fired up|raring to go|eager|motivated|itching|jazzed|over the moon|made up|well up|thrilled|delighted|chuffed|
        keen|sold|on board|game|all set|all for it|up for (?:it|this)|good with|fine with|ok with|okay with|cool with|
        looking forward)\b
    \bi am (?:<very> )*(?:in|good|fine|ok|okay|cool|ready)$|\bi am ready (?:to (?:go|start|begin|roll)|whenever|when you are)\b
    ^(?:(?:yes|yep|yeah|ok|okay|so|and|well|wow|very|really|super|more than|totally|quite) )*(?:happy|pleased|satisfied|
        thrilled|stoked|excited|keen|eager|pumped|ready|comfortable|good|fine|cool|ok|okay)(?: with| by me| to (?:try|see|get|
        go|start|begin|proceed|follow|accept|commit|run|crack on|give))\b
    \b(?:<it> )?(?:will (?:do|work)|works|suits (?:me|my \w+)|fits(?: (?:me|my \w+|in|into|perfectly|well|nicely))|
        does the (?:job|trick)|ticks? (?:all|every|each)(?: (?:the|my|of the))? box(?:es)?)(?: (?:nicely|well|perfectly|great|
        fine|down to the ground|me|a treat|really|very|for|my \w+|with))*$
    \b(?:<it>|we have|you have|i think we have) (?:is |got )?(?:the (?:one|plan|ticket|deal)|it|a (?:deal|yes|winner|keeper|
        plan))(?: (?:i|for me|that i|we|right there).*)?$|\b(?:you )?(?:have )?nailed it\b|\bgo on then\b|
        \btalked me into (?:it|this)\b|\byou have (?:sold|convinced|persuaded|won) me\b|\bhit the nail\b|^(?:go|begin|
        start)(?: go| it| then)*$|\bi am (?:convinced|sold|persuaded)\b|\blet us have it\b|\bjust what the doctor ordered\b|
        \bmusic to my ears\b|\bgame on\b|\bi am (?:down|up|in|game) (?:for|with) <it>$|\b(?:add|put) (?:it|this) (?:to|in|on|
        into) (?:my |the )?(?:calendar|diary|action|practice|motion|schedule)$|\b(?:my|full) (?:approval|support|agreement|
        blessing|consent|ok|okay|go-ahead)\b|\byour way$|\bsettled\b|\b(?:we|i) (?:are|am) (?:all )?(?:good|sorted|set)$|
        \ball i need(?:ed)?$|\bready to (?:rock|roll|rumble|hit it|crush|smash|start|begin|go)\b|\bgot what i need(?:ed)?$|
        \bthat is me (?:happy|sorted|done)\b|\bwill crack on\b|\b(?:could|can) (?:definitely |totally |really |
        certainly )?(?:work with|live with|get behind|do) (?:this|that|it)\b
    ^(?:\w+ ){0,3}(?:excited|keen|eager|pumped|stoked|ready) to (?:try|start|begin|get|see|give|go)\b
    ^100 ?%? (?:happy|sold|in|on board|agree\w*)
    ^(?:\w+ )?happy (?:as \w+ )?with <it>
    \bgo ahead\b|\bgo for it\b|\block (?:it|this|that) in\b|\b(?:sign|count) me (?:up|in)\b|\bstart me (?:off|up)\b|
        \bready when you are\b|\bbring it on\b|\bmake it (?:so|official)\b|\bgreen ?light\b|^proceed\b|\bcrack on\b|
        \bsend it\b|
        \bship it\b|\bbook it in\b|\blooking forward to (?:it|this|start\w*|getting|training|week one|week 1)\b
    \blet us (?:try|test)(?: (?:it|this|that)| out)*$|\blet us (?:go(?! (?!for it|with|then|on|ahead|now|coach|mate|man|team|
        baby|guys|already|again|please|yes|yay|all)\w+$| (?:out|home|to (?!it|work)|for (?!it))\b)|do (?:it|this|that)|
        start(?! (?:an?|with an?)\b)|begin|roll|get (?:going|started|
        cracking|into it|to work|moving|after it)|run with|stick with|go with|make it happen|keep (?:it|this)|use (?:it|this)|
        rock|crack on|give it|lock|get this)\b
    \b(?:i|we) (?:will|can|shall|am going to|are going to|would like to|would love to|want to) (?:happily |gladly )?(?:take it|
        take (?:this|that)|follow (?:it|this|that|the plan)|stick (?:with|to)|go with|run with|roll with|work with|live with|
        train by|do (?:it|this|that)|use (?:it|this)|start (?:with )?(?:it|this|now|on|next|straight)|begin with|give (?:it|
        this) a (?:go|try|shot|whirl)|keep (?:it|this)|go ahead|get started|get going)\b
    \b(?:i |we )?(?:hereby |fully |completely |totally )?(?:accept|approve|agree|confirm)(?: (?:<it>(?: (?:like (?:this|that)|
        as is|as it is|now|then|this way|that way|happily|gladly|fully|with pleasure))*|of it|of this|to it|to this|with (?:it|
        this|everything|the plan)))?$|^(?:\w+ ){0,2}(?:accepted|approved|agreed|confirmed|deal|done|sorted|all set|all (?:good|
        fine|ok|okay|perfect|great)|all sorted|good to go|ready to (?:start|go|roll|begin))$
    ^(?:(?:yes|yep|yeah|ok|okay|so|and|wow|i|we|do|really|absolutely|quite|totally|also|genuinely|just|both|must say i|
        have to say i) )*(?:like|love|loving|adore|dig|digging|am loving|approve of|endorse) (?:<it>|how (?:it|this|you)|
        what you|the (?:look|sound|balance|mix|structure|way))\b
    \b(?:leave|keep) (?:<it>)(?: (?:unchanged|the same|exactly|just|as it is|as is|like (?:this|that)|that way|this way))*$
    """,
    it=_IT,
    accepting=_ACCEPTING,
    time=_TIME,
    good=GOOD_WORDS,
    very=_VERY,
    what=rf"(?:exactly|just|precisely) {_WANTED}",
)
_SMALL = alternatives(
    r"""
    yes|yep|yeah|yup|ok|okay|wow|oh|stuff|one|work|job|plan|program|programme|coach|mate|now|then|so|far|too|all|very|really|a|
        an|the|it|this|that
    is|me|to|with|by|for|and|there|again|absolutely|just|totally|pretty|quite|super|exactly|simply|thanks|thank|you|cheers|
        jubbly|indeed|overall|much|both|well|truly|i|think|like|more than|on|my|our|end|side|part|from|here|in|of|yes|at|this|
        point|happy days|days|happy|start|begin|result|outcome|solution|choice|many|bosh|boom|yay|woohoo|hooray|you
    """
)
MERE_PRAISE = any_of(r"^(?:<small> )*<good>(?: (?:<small>|<good>))*$", small=_SMALL, good=GOOD_WORDS)
"""Nothing but words of praise: `great stuff coach`."""
OBJECTING = one_of(
    r"""
    not|no|never|nothing|nope|nah|without|if|unless|should|could|wish|rather|instead|hm+|meh|ugh|bit|except|apart from|problem|
        issue
    change|changes|changed|swap\w*|replace\w*|remov\w*|drop\w*|add|adding|move|moved|moving|skip\w*|adjust\w*|tweak\w*|fix|
        less|
        fewer|shorter|longer|easier|harder|heavier|lighter
    different|else|another|worried|concern\w*|hard|tough|heavy|difficult|long|boring|weird|strange|confus\w*|hurt\w*|pains?|
        ach\w*|dizzy|faint\w*|chest|heart|sore|tired|sick|ill|wrong|bad|worse|hate|dislike|unsure|doubt\w*|miss\w*|lack\w*
    busy|(?:happy|pleased|glad|content|satisfied|delighted|thrilled|proud|in love) (?:with|about) (?:my|our|his|her) (?:new |
        own |little )*(?!new\b|own\b|little\b|plan|program|schedule|week|training|split|days?\b|
        set-?up|routine|choice|goal|work|calendar|block|sessions?\b)\w+|good (?:on|in) (?:you|me|him|her|them)
    too (?:much|many|few|little|\w+)|only thing|session|sessions|workout|workouts|exercise|exercises|sets|reps|went|felt|was|
        were|did|used to|(?<!when )you are|your(?! (?:way|plan|program\w*|schedule|proposal|suggestion|version))
    """
)
"""What stands in no sentence that consents."""
WITH_WAS = one_of(
    r"""
    (?:sick|insane|killer) (?:plan|program\w*|schedule)|better than (?:i )?(?:was )?(?:expected|hoped|thought|imagined|
        expecting)
    (?:was|were) (?:after|looking for|hoping for|worried|expecting|going to)|before i was|did (?:well|great|a great|an amazing|
        a good|an excellent)
    (?:plan|split|program\w*|schedule) is (?:sick|insane|killer)|long (?:rides?|runs?|swims?|walks?)
    should (?:work|suit|fit|do)|you did|(?:the|your|these|those) changes?|changes you made|you (?:are )?read(?:ing)? my mind
    """
)
"""What looks like an objection and is none."""
MERE_MOOD = any_of(
    r"""
    ^(?:i am )?(?:(?:so|very|really|just|super) )*(?:happy|pleased|excited|stoked|pumped|thrilled|delighted|buzzing)$
    """
)
"""Beside other news it is they that make somebody happy."""
BUT = one_of(r"but|however|although|though|except|only|just|yet")
NAMES_A_DAY = one_of(r"<weekday>s?|today|tomorrow")
STARTING = one_of(r"start\w*|begin\w*|see you|kick\w* off|get going|let us|from")
"""`Happy to begin on Monday` names a day and objects to nothing."""
