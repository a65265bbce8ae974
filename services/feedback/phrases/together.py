"""What stops training where two things are said together, in any order: where it is felt, and what is no ordinary feeling there."""

import re

from services.feedback.phrases import alternatives, one_of
from services.feedback.phrases.injuries import JOINTS, PAIN

_ODD = alternatives(
    r"""
    pains?|painful|ach\w*|hurt\w*|pressure|pressing|tight\w*|squeez\w*|crush\w*|stab\w*|burn\w*|discomfort|uncomfortable|
        twinges?|pinch\w*|sharp|flutter\w*|thump\w*|clench\w*|constrict\w*
    numb\w*|tingl\w*|spasms?|weird\w*|odd\w*|funny|strange\w*|stitch|throb\w*|heaviness|sitting on|elephant|bricks?|vice|
        vise|fullness|band-?like|knot|lump|cramp\w*|sore|tender|dull|stinging|jabb\w*|niggl\w*|wrong
    """
)
_SWELLING = (
    r"(?:swollen|swelling|swelled|swells|puffy|puffed up|ballooned|(?:twice|double) (?:the size|as (?:fat|big|thick|wide))|"
    r"(?:bigger|fatter|thicker) than the other|lump)"
)
TOGETHER_OF_THE_HEART: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        one_of(
            r"""
            (?:my|(?:middle|left|side|left side|centre|center|top) of (?:my|the)|across the|under the|
                behind the) (?:\w+ )?(?:chest|breast ?bone|sternum|ribs?|ribcage|rib cage|jaw|left arm|left shoulder blade)
            """
        ),
        one_of(_ODD),
    ),
    (
        one_of(
            r"""
            (?<!for )(?<!on )(?<!by )(?:my|the) (?:heart|heartbeat|ticker)(?! rate)|^(?:heart|ticker|pulse)(?! rate)|
                heart(?! rate) (?:is|was|goes|went|keeps|has been|been|does|did|starts?|started|feels?|felt)
            """
        ),
        one_of(
            r"""
            (?!strong|healthy|fine|good|ok|okay|happy|full|set|broken)\w+ing|goes|went|go|keeps?|feels?|felt|does|did|beats?|
                somersaults?|flips?|leaps?|bananas|mad|crazy|nuts|fast|slow\w*|irregular\w*|funny|odd|weird|strange|worr\w+|
                scar\w+|sofa|resting|rest|lie|lying|bed|night
            """
        ),
    ),
    (
        one_of(r"vision|eyesight|sight|eyes?|head|everything|hearing"),
        one_of(
            r"""
            black\w*|blur\w*|dark|dim\w*|gr[ea]y\w*|tunnel\w*|spin\w*|spun|swim(?:s|ming)?|woozy|stars|spots|sparkl\w*|
                went (?:all )?(?:funny|weird|odd|strange|fuzzy|hazy)|goes (?:all )?(?:funny|weird|fuzzy)|muffled
            """
        ),
    ),
    (
        one_of(r"(?:on|onto|to|hit) the (?:\w+ )?(?:floor|ground|deck)"),
        one_of(
            r"""
            next thing|woke|wake|came (?:to|round|around)|found myself|ended up|people around me|standing over me|
                out of nowhere|suddenly|do not remember|can not remember|went down
            """
        ),
    ),
    (one_of(r"sweat\w*"), one_of(r"cold|clammy|pale|gr[ea]y|shaky|shaking|faint\w*|sick and")),
)
"""Said in one clause, in any order: where it is felt, and what is no ordinary feeling there."""
TOGETHER: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        one_of(r"calf|calves|legs?|thigh|shin|arm|forearm|knee|ankle"),
        one_of(
            r"""
            (?:hot|warm|red|purple|swollen|swelling|inflamed|puffy|redness)\b.{0,24}\b(?:hot|warm|red|redness|purple|swollen|
                swelling|puffy|throbb\w*|to (?:the )?touch)
            hot and hard(?! to)
            """
        ),
    ),
    (
        one_of(r"blood\w*"),
        one_of(
            r"""
            cough\w*|spit\w*|spat|vomit\w*|threw up|throw\w* up|(?:bring|brought)\w* (?:\w+ )?up|sick|puk\w+|pee\w*|urine|wee|
                piss\w*|stools?|poop?|toilet|phlegm|mucus|saliva|ears?
            """
        ),
    ),
    (
        one_of(r"pee|peeing|urine|wee|weeing|piss|loo|toilet|water(?= is)"),
        one_of(r"dark\w*|brown\w*|cola|coke|tea|coffee|red\w*|pink\w*|black|rust\w*|cloudy and red|burgundy"),
    ),
    (one_of(r"stools?|poop?|poo|shit|bowels?"), one_of(r"black|tar\w*|maroon|blood\w*")),
    (
        one_of(r"swollen|swelling|swelled"),
        one_of(
            r"(?:really|massively|hugely|badly|so|extremely|very|terribly) (?:\w+ )?(?:swollen|swelled)|swollen (?:up )?badly"
        ),
    ),
    (
        one_of(r"breath\w*|breaths"),
        one_of(r"short\w*|trouble|struggl\w*|difficult\w*|gasp\w*|lack|loss|painful|pains?|hurts?"),
    ),
    (
        one_of(rf"{PAIN}|painful"),
        one_of(
            r"""
            sharp|shooting|stabbing|searing|excruciating\w*|unbearabl[ey]|sever(?:e|ely)|agoni[sz]ing\w*|agony|crippling|
                extremely painful|electric
            """
        ),
    ),
    (
        one_of(rf"{JOINTS}|{PAIN}|spine|jaw|hurt|injured|fell|fall|crash\w*|accident|back went|tweaked"),
        one_of(
            r"""
            (?:can not|could not|can (?:barely|hardly)|could (?:barely|hardly)|unable to|not able to) (?:\w+ ){0,2}(?:move|walk|
                straighten|push off|get up|sit up|get out of bed|bear|grip|swallow|stand(?= up| upright| straight| on (?:it|my|
                one)|$))
            """
        ),
    ),
    (
        one_of(
            r"""
            (?:fell|fall\w*|crash\w*|accident|came off|come off|collision|collided|tackle\w*|header|knocked|took|blow|
                elbow(?:ed)?|ball|stick|thrown off|tumble\w*|slipped|tripped|hit|bang\w*|whack\w*|smack\w*|bump\w*|punch\w*|
                landed|dropped|bashed|kicked)\b(?! (?:a|my|the) (?:pb|pr|record|target|goal|best|new|gym|weights?))
            """
        ),
        one_of(
            r"""
            (?:been|was|felt|feel|feeling) (?:\w+ ){0,2}(?:sick|foggy|fuzzy|woozy|confused|dazed|drowsy|sleepy|dozy|out of it|
                spaced out|not right)|vomit\w*|thr(?:ew|ow\w*) up|nause\w+|head ?aches?|pounding head|head (?:\w+ )?(?:pounding|
                thumping|hurts|aching)|forget\w*|memory|(?:not|can not|could not) remember|blurr\w*|ringing|seeing|helmet|(?:to|
                in|on|against) the (?:head|face|skull|temple)|(?:my|the) (?:head|skull|forehead|temple|face(?! pulls?\b))
            """
        ),
    ),
    (
        one_of(r"(?:my|the back of my) (?:head|skull|forehead)"),
        one_of(r"hit|bang\w*|knock\w*|smack\w*|bump\w*|whack\w*|dropped|fell on|landed on"),
    ),
    (
        one_of(r"arms?|hands?|legs?|foot|feet|fingers?|face|side|thumb|grip|toes?"),
        one_of(
            r"""
            (?:went|gone|goes|going|go|completely|totally|suddenly|turned) (?:\w+ )?(?:limp|dead|floppy|weak|numb|cold|white|
                black|blue)|paralys\w*|(?:will|do|does|did) not (?:respond|wake)|will not (?:move|work)|would not (?:move|work|
                respond)|stopped working|can not feel|could not feel|no feeling
            """
        ),
    ),
    (
        one_of(r"calf|calves|legs?|thigh|arm|ankle|foot|knee|elbow|joint"),
        one_of(
            r"""
            <swelling>\b.*\b(?:warm|hot|red|tight|hard|painful|hurts?|sore|purple|blue|fever|throbb\w*|flight)
            (?:warm|hot|red|purple|hard|throbb\w*)\b.*\b<swelling>
            """,
            swelling=_SWELLING,
        ),
    ),
    (
        one_of(PAIN + "|painful"),
        one_of(
            r"""
            so bad (?:that )?i|crawl\w*|cry|crying|cried|tears|scream\w*|vomit\w*|threw up|throwing up|wake (?:up )?(?:at|in|
                with)|wakes? me|woke me|can not sleep|could not sleep|keeps me (?:up|awake)|(?:8|9|10|eight|nine|
                ten) out of (?:10|ten)|(?:9|10)/10|beyond anything|worst ever|never felt|morphine|a&e|er|hospital|ambulance
            """
        ),
    ),
    (
        one_of(rf"{PAIN}|{JOINTS}"),
        one_of(
            r"""
            radiat\w*|shoot(?:s|ing)?(?: \w+)? (?:down|up|into|to|through|along)|shot (?:down|up|into|through)|spread(?:s|
                ing)? (?:down|up|into|to|through|across|along)|travel(?:s|ling|ing)? (?:down|up|into|to|through|along)|
                goes (?:all the way )?down (?:my|the|to)|electric\w*|zap\w*|lightning
            """
        ),
    ),
)
"""The same for what is no matter of the heart, in one sentence."""
