"""How people speak of a pregnancy, and the signs in it that stop training at once (ACOG 804)."""

from services.feedback.phrases import one_of
from services.feedback.phrases.grammar import PEOPLE

PREGNANT = one_of(
    r"""
    baby|my waters|at \d\d weeks|contractions (?:started|are|every|came|began|since|during|after)|due (?:in|date)|antenatal|
        postpartum|gave birth|pregnan\w+|trimester|expecting|weeks? along|\d+ ?weeks? gone|^(?:i am )?[1-4]\d weeks (?:and|my)|
        bump
    """
)
IN_PREGNANCY = one_of(
    r"""
    bleed(?:s|ing)?|bled|blood|spotting|leak(?:s|ed|ing)?|fluid|waters? (?:broke|have broken)|contractions?|head ?aches?|
        head is (?:pounding|throbbing)|swollen (?:hands|face)|cramp(?:s|ing)?|gush\w*
    my waters (?:\w+ ){0,3}(?:gone|went|broke\w*|leak\w*)
    (?:belly|tummy|stomach|abdom\w+|bump)(?: \w+){0,2} (?:pains?|hurts?|ach\w+|cramp\w*|tight\w*)|(?:hands?|face|calf|
        calves)(?: \w+){0,2} (?:swollen|swelled|puffy)|swelling (?:in|of) (?:my |the )?(?:hands?|face|calf)
    (?:less|no|reduced|fewer) movements?|movements? (?:\w+ ){0,3}(?:dropped|slowed|reduced|less|gone|stopped)
    """
)
UNBORN = one_of(
    r"""
    <unborn>\b(?: \w+){0,5} (?:not|barely|hardly|scarcely|stopped|less|never|quit) (?:\w+ ){0,3}(?:mov|kick|activ)\w*
    <unborn>\b(?: \w+){0,3} (?:mov|kick)\w*(?: \w+){0,2} (?:less|slow\w*|dropped|stopped|reduced|barely|hardly|weak\w*)
    <unborn> (?:\w+ )?(?:gone|went|going) (?:\w+ )?(?:quiet|still)|no movements? (?:from|of) (?:my |the )?<unborn>
    (?:not|barely|hardly|stopped|can not) (?:\w+ )?(?:felt|feel|feeling) (?:\w+ ){0,2}<unborn> (?:\w+ )?(?:mov|kick)\w*
    (?:no|any|fewer|less|few) kicks|(?:reduced|fewer) movements
    amniotic|waters? (?:just |has |have |is |may have |might have )*(?:broke(?! (?:through|into|the|up|down)\b)|broken|leaking)
    \d\d weeks\b.*\b(?:bleed\w*|bled|gush\w*|fluid|contractions)|(?:bleed\w*|bled|gush\w*|fluid|contractions)\b.*\b\d\d weeks$
    (?:movements?|tummy|bump|belly)(?: \w+){0,2} (?:dropped|slowed|stopped|tighten\w*|hard)\b.*\b\d\d weeks
    """,
    unborn=r"(?:baby|bump|foetus|fetus)",
)
"""The one sign of somebody else that is the athlete's own."""
WATERS_OF_ANOTHER = one_of(
    r"(?:his|her|their|(?:my|his|her|their|our|a|the) (?:\w+ )?<people>s?) waters?", people=PEOPLE
)
