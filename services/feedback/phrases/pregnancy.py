"""How people speak of a pregnancy, and the signs in it that stop training at once (ACOG 804)."""

from services.feedback.phrases import one_of

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
    (?:less|no|reduced) movements?
    """
)
UNBORN = one_of(
    r"""
    baby (?:\w+ ){0,3}(?:not (?:kicked|kicking|moved|moving)|moving less|kicking less|stopped (?:moving|kicking))|(?:no|any|
        fewer|less|few) kicks
    """
)
"""The one sign of somebody else that is the athlete's own."""
