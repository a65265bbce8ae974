"""Finds what comes before any plan: warning signs, pain, conditions, and a doctor's clearance. Rather one alarm too many."""

import re

from domain.terms import LimitationKind
from services.feedback.language import Clause
from services.feedback.wishes import Alarm, Clearance, Spare
from services.feedback.words import AREAS, CONDITIONS

_HURTS = (
    r"hurts?|hurting|pains?|painful|aches?|aching|achy|sore|soreness|injur(?:y|ed|ies)|strain(?:ed)?|sprain(?:ed)?|tweaked|twisted|"
    r"bother(?:s|ing)?|killing me|acting up|playing up|swollen|swelling|stiff|inflamed|inflammation|tend[oi]n[io]tis|tendinopathy|"
    r"arthritis|tear|torn|tore|pulled|giving me (?:trouble|grief|problems)|trouble with|problems? with|issues? with|discomfort|"
    r"flar(?:ed|ing) up|throbb(?:s|ing)|burns?|burning|broke|broken|dislocated|herniated|slipped|bruised|bad|wonky|dodgy|weak|impingement|surgery"
)
_HURT = re.compile(rf"\b(?:{_HURTS})\b")
_NAMED_INJURY = re.compile(
    r"\b(?:tennis elbow|golfer'?s? elbow|sciatica|plantar fasciitis|shin splints|carpal tunnel|rotator cuff|lumbago|runner'?s? knee)\b"
)
_SOFT_AREA = re.compile(r"\b(?:quads?|hamstrings?|thighs?|calf|calves|forearms?|hands?)\b")
_MUSCLE_SORENESS = re.compile(
    r"\b(?:doms|muscle soreness|sore muscles)\b|\b(?:sore|stiff|aching|achy)\b.*\b(?:from|after|since)\b"
)

_NOT_HURTING = re.compile(
    r"\b(?:not|no|never|without|neither|nor|zero|none)\b(?:(?! but )[^,]){0,40}?\b(?:hurt|hurts|hurting|pains?|painful|ache|aches|aching|sore|soreness|"
    r"injur(?:y|ed|ies)|bother(?:s|ing)?|issues?|problems?|trouble|discomfort|palpitations|faint(?:ed|ing)?|dizz(?:y|iness)|chest)\b"
    r"|\bpain[- ]free\b|\bno longer\b|\b(?:stopped|quit) (?:hurting|aching|bothering)\b|\b(?:is|are|feels?|felt) (?:all |totally |completely |much )?"
    r"(?:fine|better|good|great|ok|okay|healed|recovered)\b|\b(?:has|have) (?:fully |completely )?(?:healed|recovered|gone)\b|\bis gone\b|\bgone away\b"
)
_SYMPTOM = re.compile(
    rf"\b(?:{_HURTS}|{AREAS.source}|chest|faint\w*|dizz\w*|palpitations?|symptoms?|doctor|gp|physio|cleared|clearance)\b"
)
_STRONG_NOT = re.compile(
    r"\b(?:not|never) (?:sure|know|certain|able|sleep|train|do|move|lift|run|walk|breathe|go away|going away|getting better|stop)\b"
)

_CHEST_PAIN = re.compile(
    r"\bchest (?:\w+ )?(?:pains?|hurts?|hurting|ache|aches|aching|tightness|pressure|discomfort|is (?:\w+ )?(?:tight|tightening|hurting|aching|"
    r"painful|burning|pounding|sore)|feels? (?:\w+ )?(?:tight|heavy|crushed|pressed|weird|painful|odd|funny|bad)|felt (?:\w+ )?(?:tight|heavy|painful|weird|pressure)"
    r"|was (?:\w+ )?(?:tight|hurting|aching|painful)|tightens|tightened|hurt|started (?:hurting|to hurt|aching))\b"
    r"|\b(?:pains?|ache|aching|pressure|tightness|tight|tightening|squeezing|stabbing|burning|stitch|discomfort|hurts?|weight|sharp|elephant)\b[\w ]{0,30}\b(?:in|on|across|at) "
    r"(?:my |the |his |her )?(?:\w+ )?(?:chest|heart|breastbone|sternum|left arm|jaw)\b|\b(?:heart|jaw|breastbone|sternum) (?:hurts?|aches?|pains?|hurting|aching)\b"
    r"|\bangina\b|\btight[- ]chested\b|\bchestpains?\b"
)
_FAINTING = re.compile(
    r"\b(?:faint(?:ed|ing|s)?|pass(?:ed|ing|es)? out|black(?:ed|ing|s)? out|blackouts?|los(?:t|ing|e) consciousness|unconscious|collapsed|collapsing|"
    r"keeled over|nearly collapsed|syncope)\b"
)
_HEART = re.compile(
    r"\bpalpitations?\b|\bheart (?:\w+ )?(?:flutter(?:s|ing|ed)?|rac(?:es|ing|ed)|skip(?:s|ping|ped)|stopp?(?:s|ing|ed)|jump(?:s|ing|ed)|pound(?:s|ing|ed)|"
    r"attack|is (?:\w+ )?(?:racing|fluttering|skipping|pounding|out of rhythm|irregular|beating (?:strangely|irregularly|weird|funny|too fast|like crazy)))\b"
    r"|\b(?:irregular|racing|fluttering|skipped|skipping|missed|strange) heart ?beats?\b|\bheart beat\w* (?:is |feels )?(?:irregular|funny|strange)\b|\bheart skips\b|\barrhythmia\b|\ba-?fib\b|\bhad a stroke\b"
)
_BREATH = re.compile(
    r"\b(?:can not|could not|can hardly|could hardly|hardly|barely|struggl(?:e|ed|ing) to|unable to|trouble|difficulty|hard to) "
    r"(?:breathe|breathing|catch my breath|get (?:any |enough )?(?:air|breath))\b|\b(?:severe(?:ly)?|sudden(?:ly)?|very|extreme(?:ly)?|terribl[ye]|badly|so|really|unusual(?:ly)?)\b"
    r" (?:short(?:ness)? of breath|breathless(?:ness)?|out of breath)\b|\bshort(?:ness)? of breath (?:at rest|lying|in bed|while sitting|when sitting)\b"
    r"|\bbreathless(?:ness)? (?:at rest|lying|in bed|sitting)\b|\bgasp(?:ing|ed) for (?:air|breath)\b|\bcough(?:ing|ed)? (?:up )?blood\b|\bshortness of breath\b"
)
_DIZZY = re.compile(
    r"\b(?:dizz(?:y|iness)|light-?headed(?:ness)?|vertigo|room (?:is |was )?spinning|seeing stars|vision (?:went|goes|is going) (?:black|dark|blurry))\b"
)
_CARDIAC = (_CHEST_PAIN, _FAINTING, _HEART, _BREATH, _DIZZY)
_NO_BODY_CHEST = re.compile(
    r"\bchest (?:press|fly|flye|flies|flys|day|workout|exercise|exercises|session|muscles?|supported)\b|\b(?:bench|cable|incline|pec) \w+ for chest\b"
)
_WORKED_CHEST = re.compile(
    r"\bchest\b.*\b(?:is |are |feels? )?sore\b.*\b(?:from|after)\b|\bsore chest (?:from|after|muscles)\b|\bchest muscles?\b"
)

_SHARP = re.compile(
    r"\b(?:sharp|shooting|stabbing|searing|excruciating|unbearable|electric|spreading|radiating|agonising|agonizing|intense|severe|worst)\b[\w ]{0,24}\b(?:pains?|aches?|hurts?)\b"
    r"|\bpains?\b[\w ]{0,30}\b(?:sharp|shooting|shoots|stabbing|spreads?|spreading|radiates?|radiating|unbearable|excruciating|going down|runs? down|running down|moves? into|travels?)\b"
    r"|\b(?:numb|numbness|tingling|tingles|pins and needles|gave way|gave out|gives way|popped|heard a pop|felt a pop|snapped)\b"
    r"|\b(?:hurts?|aches?|stings?) (?:sharply|terribly|like hell|so bad|so badly|really bad)\b|\b(?:can not|could not) (?:walk|stand up|stand on|put (?:any )?weight|move my|lift my|bend my)\b"
)
_HYPOTHETICAL_ALARM = re.compile(
    r"\bif (?:i (?:ever )?(?:get|feel|have|had|start|should)|my|there|it)\b|\bwhat if\b|\bin case\b|\b(?:could|can|would|might|will|does|do) [\w ]{1,40}\bcause\b"
    r"|\bsuppose\b|\bshould i (?:stop|worry) (?:if|when)\b|\bwhat (?:does|is|are|causes)\b.*\b(?:mean|palpitations|angina|sharp pain)\b|\b(?:afraid|worried|scared) (?:of|that)\b"
)

_CLEARED = re.compile(
    r"\b(?:doctor|dr|cardiologist|gp|physician|physio|physiotherapist|physical therapist|surgeon|specialist|midwife|gyna?ecologist|ob-?gyn|orthop(?:a)?edist|"
    r"consultant|medic)s?\b[\w ,]{0,30}?\b(?:cleared|clears|gave me (?:the )?(?:all[- ]clear|green light|clearance|the ok|the okay|permission|the go-ahead|the go ahead)|"
    r"signed me off|says? (?:that )?i (?:can|may|am (?:fine|ok|okay|cleared|allowed|fit|good|free) to)|said (?:that )?i (?:can|may|could|am (?:fine|ok|okay|cleared|allowed|fit|good|free) to|was (?:fine|ok|okay|cleared|allowed|fit) to)|"
    r"has allowed|allowed me|approved|okayed)\b"
    r"|\b(?:cleared|clearance|all[- ]clear|green light|signed off|go-ahead|approval)\b[\w ,]{0,25}\b(?:by|from) (?:my |the |a |an )?(?:\w+ )?(?:doctor|dr|cardiologist|gp|physician|physio\w*|surgeon|specialist|midwife|"
    r"gyna?ecologist|ob-?gyn|orthop(?:a)?edist|consultant|therapist)\b|\b(?:i am|i have been|i was|been|got) medically cleared\b"
)
_NOT_CLEARED = re.compile(
    r"\b(?:not|never|no|has yet|have yet|yet to|until|waiting|hope|hoping|hopefully|will|going to|once|when|if|unless|before|after i|ask|asking|need|should|might|soon|tomorrow|"
    r"wants|without|would|could get)\b"
)
_HEART_WORDS = re.compile(
    r"\b(?:heart|cardiac|cardiologist|chest|faint\w*|palpitations?|dizz\w+|black(?:ed|ing)? ?outs?|breath\w*)\b"
)


def alarms_in(clauses: tuple[Clause, ...]) -> tuple[Alarm, ...]:
    """Symptoms that stop training: of the heart, or sharp and spreading pain. Denied, supposed and others' ones are none."""
    found = [alarm for clause in clauses for alarm in _alarms(clause)]
    return tuple(dict.fromkeys(found))


def pains_in(clauses: tuple[Clause, ...]) -> tuple[Spare, ...]:
    """Joints that hurt and conditions that were told. An area that is said to be fine in another clause is left out."""
    fine = {kind for clause in clauses if _is_denied(clause.text) for kind in AREAS.found(clause.text)}
    found = [spare for clause in clauses for spare in _pains(clause) if spare.limitation not in fine]
    return tuple(dict.fromkeys(found))


def denials_in(clauses: tuple[Clause, ...]) -> tuple[LimitationKind, ...]:
    """Areas that are said to be fine."""
    return tuple(kind for clause in clauses if _is_denied(clause.text) for kind in AREAS.found(clause.text))


def is_denial(clause: Clause) -> bool:
    """Whether pain or a symptom is said not to be there."""
    return _is_denied(clause.text) and _SYMPTOM.search(clause.text) is not None


def has_pain(clause: Clause) -> bool:
    return bool(_pains(clause))


def clearance_in(clauses: tuple[Clause, ...]) -> Clearance | None:
    """A doctor's clearance, where it was said outright and has happened already."""
    for clause in clauses:
        match = _CLEARED.search(clause.text)
        if match is None or clause.is_question or clause.is_about_another or clause.is_hypothetical:
            continue
        if _NOT_CLEARED.search(clause.text[: match.end()]) or re.search(r"\bnot\b", clause.text):
            continue
        return Clearance(limitations=_named_limitations(clause.sentence))
    return None


def _alarms(clause: Clause) -> list[Alarm]:
    text = _NO_BODY_CHEST.sub(" ", clause.text)
    if clause.is_about_another or _HYPOTHETICAL_ALARM.search(text) or _CLEARED.search(clause.sentence):
        return []
    if any(_is_felt(pattern, text) for pattern in _CARDIAC) and not _WORKED_CHEST.search(text):
        return [Alarm(limitation=LimitationKind.CARDIAC_WARNING)]
    if _is_felt(_SHARP, text) and not clause.is_hypothetical:
        areas = AREAS.found(text) or AREAS.found(clause.sentence)
        return [Alarm(limitation=area) for area in areas] or [Alarm(limitation=None)]
    return []


def _is_felt(pattern: re.Pattern[str], text: str) -> bool:
    match = pattern.search(text)
    if match is None:
        return False
    before = text[: match.start()]
    denied = re.search(r"\b(?:no|not|never|without|neither|nor|any|zero)\b(?:(?! but )[^,]){0,30}$", before)
    return denied is None or _STRONG_NOT.search(before) is not None


def _pains(clause: Clause) -> list[Spare]:
    text = clause.text
    if clause.asks_for_nothing or _is_denied(text):
        return []
    conditions = (
        [] if re.search(r"\b(?:not|no|never)\b", text) else [Spare(limitation=kind) for kind in CONDITIONS.found(text)]
    )
    areas = AREAS.found(text)
    if not areas or _MUSCLE_SORENESS.search(text):
        return conditions
    hurt = _HURT.search(_SOFT_AREA.sub(" ", text)) if _is_mere_soreness(text) else _HURT.search(text)
    if hurt is None and _NAMED_INJURY.search(text) is None:
        return conditions
    return conditions + [Spare(limitation=area) for area in areas]


def _is_mere_soreness(text: str) -> bool:
    return (
        _SOFT_AREA.search(text) is not None and re.search(r"\b(?:sore|soreness|stiff|tired|weak)\b", text) is not None
    )


def _is_denied(text: str) -> bool:
    return _NOT_HURTING.search(text) is not None and _STRONG_NOT.search(text) is None


def _named_limitations(text: str) -> tuple[LimitationKind, ...]:
    found = [LimitationKind.CARDIAC_WARNING] if _HEART_WORDS.search(text) else []
    return tuple(dict.fromkeys((*found, *AREAS.found(text), *CONDITIONS.found(text))))
