"""What is told and not asked for, though it is told in the words of a request: thanks, what is done, hearsay, sayings."""

from services.feedback.phrases import any_of
from services.feedback.phrases.grammar import STARTERS

TOLD = any_of(
    r"""
    ^(?:for|on) (?!(?:the|my|your|this|that|these|those|today|tomorrow|now|next|a|an|me|once|all|every|good)\b)\w+ing\b|
        ^for the (?:extra|added|lighter|easier|shorter|new|additional|change\w*|swap|switch)\b
    ^(?:(?:i|we|am|are|so|and|well|very|super|also|do|just) )*(?:glad|happy|pleased|relieved|delighted|chuffed|grateful|
        thankful|
        lucky|good (?:thing|job|call|idea)|nice (?:one|touch|idea)|love|loved|loving|adore|dig|appreciate)(?: it)? (?:(?:that|
        when|how much|how|because|the way|the fact)(?: that)? (?:you|we|i|they|it|this|that|there|the|my|much|the \w+)|(?:you|
        we|i|
        they) (?!asked|said|want|need))\b
    \b(?:love|loved|loves|hate|hated|like|liked) (?:to|being) (?:hate|love|sick|dislike|loathe|tired)\b
    ^(?:(?:and|so|well|yesterday|today|then|last \w+|this morning|on <weekday>|<weekday>) )*(?:(?:i|we) )(?:just |also |even |
        still |already |actually )*(?:made|swapped|switched|replaced|skipped|moved|changed|added|dropped|shortened|
        did(?! not)|took|used)\b
    ^(?:(?:and|so|well|just|today|yesterday) )*(?:did(?! not)|took|swapped|switched|replaced|skipped|added|dropped|shortened|
        survived|
        had|spent)\b
    ^(?:<weekday>s?|yesterday|it|that|today|the \w+)(?: \w+)? (?:was|were) (?:a |my |our |the )?(?:\w+ )?(?:rest day|day off|
        off day|free day)
    ^(?:the |my |our |this )?(?:\w+ )?(?:swap|switch|change|move|rest day|day off|deload|substitution)\b.* (?:was|were|
        worked|turned out|went|did)\b
    ^(?:\w+ing)\b.*\b(?:was|were) (?:a |an |the |so |such a |really )*(?:good|great|best|nice|genius|brilliant|smart|clever|
        right|inspired|perfect|lovely|fun|worth)\b
    ^(?:in |at |with |on )?my (?:old|last|previous|former|first|ex) (?:plan|program\w*|coach|trainer|routine|pt|app)\b|
        \bused to (?!work\b)\w+|\bback in (?:the day|my|school|college|uni|19\d\d|20\d\d)\b|\bonce upon a time\b
    ^(?:the |my |our )?(?:kids?|children|boys|girls|schools?|nurser(?:y|ies)|shops?|offices?|bars?|pubs?) (?:is|are) (?:off|
        home|back|
        closed|shut|at|on)\b|^it is (?:my|his|her|our|their|\w+) (?:\w+ )?(?:birthday|anniversary)\b
    \bi (?:dreamt|dreamed|had a dream)\b|\bin my dreams?\b|\bif (?:only )?i (?:had|was|were|could)\b
    ^(?:\w+er|(?:more|less) \w+) than (?:a|an|air|light|ever|life|words|my|the)\b|\b(?:was|were|felt) (?:\w+ ){0,2}(?:\w+er|
        (?:more|less) \w+) than (?:an?|the|my|any\w*)\b|\b(?:is|are) (?:\w+ )?(?:(?!better)\w+er|(?:more|
        less) \w+) than (?!(?:i|my|it|planned|
        what|they|we|you|the|this|that|an hour|half|one|two|allowed|necessary|needed|\d+\w*)\b)\w+
    ^(?:(?:it|this|that|\w+ing|which) )?makes (?:me|my \w+) \w+er\b|\bno longer (?:an? |afraid|scared|intimidated|too )
    ^\w+er (?:\w+ ){1,2}(?:makes?|made|leaves?|left|gives?|gave|keeps?|kept|gets?|got) (?:me|us|my|you|
        people|everyone|anyone)\b
    """
)
"""Of one clause."""
STORY = any_of(
    r"""
    \b(?:was|were|am) (?:\w+ )?(?:going|about|tempted|planning|close) to\b.*\b(?:but|then|yet)\b.*\b<went_well>\b
    \b(?:almost|nearly|thought about|thought of|considered|tempted to) \w+.*(?:\bbut\b|,).*\b<went_well>\b
    \b(?:was|were|felt)\b.*\b(?:too \w+|\w+er)\b.*(?:\band i (?:so |really |absolutely )?(?:loved|enjoyed)\b|
        , (?:and )?(?:i )?(?:loved|enjoyed) (?:it|that|this|every)\b)
    \bso i (?:just |simply |went and )*(?:put|added|did|took|went|used|swapped|made|moved|skipped|cut|dropped|ran|switched)\b
    """,
    went_well=r"(?:anyways?|anyhow|went|did|nailed|glad|stayed|managed|decided|kept|changed my mind|happy|loved|did not)",
)
"""Of a whole sentence: what somebody meant to do, and did not; what they have seen to themselves."""
HEARSAY = any_of(
    r"""
    \b(?:they|folks|(?:some|many|most|other) (?:people|guys|folks)|experts|scientists|gurus|influencers|bros|(?:my |the |an? |
        some )(?:\w+ )?(?:watch|
        phone|horoscope|garmin|fitbit|magazine|internet|article|book|video|news|newspaper|tv|advert|poster|podcast|song|movie|
        film|blog|study|tattoo|t-?shirt|mug|meme|quote)|instagram|tiktok|youtube|google|reddit|chatgpt|strava|science|studies|
        research)(?: \w+)? (?:says?|said|thinks?|told|tells?|claims?|claimed|suggests?|recommends?|reckons?|shows?|showed|
        swears?)\b
    \baccording to (?!my (?:doctor|gp|physio\w*|therapist|coach))\w+|^(?:i |just |once )*(?:read|heard|saw|learned|
        learnt)(?: \w+)?
        [ ](?:that|about|how|somewhere|an? \w+)\b|^(?:as )?(?:they|my \w+|people) (?:always )?says?$
    """
)
"""What is said by nobody who would know the athlete."""
SAYING = any_of(
    r"""
    ^(?:(?:\w+er|stronger)\b[ ,]*){3,}|^more \w+ (?:mean|means|equals?|gives?|is|makes?) \w+|\bmakes? (?:you|one|us) \w+er\b
    \bthe (?:\w+er|more|less)(?: \w+){0,2},? the (?:\w+er|more|less)\b|\bmore \w+,? (?:and )?more (?:fun|gains?|pain|joy|power|
        money|problems?|pizza|cake|glory|food)\b|\bmore power to\b|\braising the bar\b|\b(?:less|more) is (?:more|less)\b
    ^away with (?:the fairies|it)\b|^easy (?:come|peasy|does it)\b|^no (?:pain|guts|risk) no \w+|\bone more time$
    ^(?:hit|shake|rock|hold|kiss) me\b|^drop (?:the (?:beat|bass|mic)|it like)\b|^give (?:me (?:strength|five|a break)|it a
        [ ]rest)\W*(?:a?ha\w*|lol)?$|\bbreak free\b|^take it easy\b\W*(?:man|mate|coach|buddy|pal|dude|now|then|everyone)?\W*$
    ^(?:you )?(?:have|enjoy) (?:your|an?|some) (?:\w+ )?(?:rest|break|day off|night off|weekend)\b(?! on\b)(?:\W*(?:you|coach|
        mate|
        man|now|everyone)\b.*)?$
    \bnever thought i\b|\bwho would have thought\b|\b(?:would|can|could) you believe\b|\bnot come soon enough\b|
        \bwere harmed\b|\btoo long,? did not read\b|\bput (?:my \w+|some \w+) into (?:it|this|that)\b|^put the kettle on\b|
        \bof (?:excitement|joy|laughter|happiness)\b
    """
)
"""Sayings, songs and wishes for the coach, by the sentence."""
STILL_ASKED = any_of(
    r"""
    \b(?:please|should|would like|would love|can you|could you|can we|could we|can i|could i|need|(?<!make me )(?<!makes me )want|
        let us|instead of that|
        instead$|from now on|again|do not|no(?! longer)|now (?:make|move|swap|drop|remove|add|give|cut|skip|i (?:can not|hate|
        have|am))|make it|make the|(?:is|are) (?:off|out)(?: for| until|$))\b
    """
)
"""That something is asked for in the same clause."""
_NO_COMMAND = r"(?!(?:i|my|we|it|the|that|today|all|everything|there)\b)"
COMMANDING = any_of(rf"^(?:and |so |then |also )*{_NO_COMMAND}{STARTERS}\b")
"""That a clause does not go on with a story."""
