"""What reported pain means: which limitation it makes, what is learned of it, and what is said. Pure."""

import datetime

from domain.constraints import WARNING_SIGNS
from domain.lessons import LessonDraft, LessonRule, LessonRuleKind, LessonSource
from domain.terms import BodyArea, LimitationKind
from domain.text import normalised
from domain.training import ALARMING_SEVERITY, LIMITING_SEVERITY, PainReport
from services.playbook.confidence import PRIORS

LIMITATIONS: dict[BodyArea, LimitationKind] = {
    BodyArea.NECK: LimitationKind.NECK,
    BodyArea.SHOULDER: LimitationKind.SHOULDER,
    BodyArea.ELBOW: LimitationKind.ELBOW,
    BodyArea.WRIST: LimitationKind.WRIST,
    BodyArea.UPPER_BACK: LimitationKind.UPPER_BACK,
    BodyArea.LOWER_BACK: LimitationKind.LOWER_BACK,
    BodyArea.CHEST: LimitationKind.CARDIAC_WARNING,
    BodyArea.HIP: LimitationKind.HIP,
    BodyArea.GROIN: LimitationKind.HIP,
    BodyArea.THIGH: LimitationKind.HIP,
    BodyArea.KNEE: LimitationKind.KNEE,
    BodyArea.LOWER_LEG: LimitationKind.LOWER_LEG,
    BodyArea.ANKLE: LimitationKind.ANKLE,
    BodyArea.FOOT: LimitationKind.FOOT,
}
"""What spares each area. Groin and thigh are spared by sparing the hip; for the belly and elsewhere there is nothing that fits."""

_CHEST_NOTICE = (
    "Pain in the chest is a warning sign: stop training, and see a doctor before you go on. If it lasts, spreads, or takes your "
    "breath, call for emergency help now. There is no training in your plan until you confirm that a doctor has cleared you."
)


def is_limiting(pain: PainReport | None) -> bool:
    """Whether it is more than a twinge: from 4 on, and in the chest at any severity."""
    return pain is not None and (pain.severity >= LIMITING_SEVERITY or pain.area is BodyArea.CHEST)


def is_news(pain: PainReport | None, before: PainReport | None) -> bool:
    """Whether a limiting pain was not told by an earlier revision of the same log, which was acted on then."""
    if pain is None or not is_limiting(pain):
        return False
    return not (before is not None and is_limiting(before) and before.area is pain.area)


def limitation_of(pain: PainReport) -> LimitationKind | None:
    """The limitation that a limiting pain makes; None where no limitation spares the area."""
    return LIMITATIONS.get(pain.area)


def lesson_of(pain: PainReport, date: datetime.date) -> LessonDraft:
    """A hard limitation; a note for the coach where no limitation spares the area."""
    kind, area = limitation_of(pain), area_called(pain.area)
    if kind in WARNING_SIGNS:
        text = "Pain in the chest was reported: no training until a doctor has cleared it."
    elif kind is not None:
        text = f"Pain in the {area} in training: spare it."
    else:
        text = f"Pain in the {area} in training." if pain.area is not BodyArea.OTHER else "Pain in training."
    rule = LessonRule(kind=LessonRuleKind.NOTE)
    if kind is not None:
        rule = LessonRule(kind=LessonRuleKind.LIMITATION, limitation=kind)
    note = f": {normalised(pain.note)}" if pain.note else "."
    return LessonDraft(
        text=text,
        rule=rule,
        evidence=f"Pain of {pain.severity} of 10 in the workout of {date:%d %B %Y}{note}",
        source=LessonSource.WORKOUT,
        confidence=PRIORS.logged,
        is_hard=kind is not None,
        tags=("pain",),
    )


def notices_on(pain: PainReport | None) -> tuple[str, ...]:
    """What to say to it. The same for the same report, so that an answer that got lost can be given again."""
    if pain is None or not is_limiting(pain):
        return ()
    if pain.area is BodyArea.CHEST:
        return (_CHEST_NOTICE,)
    area = area_called(pain.area)
    notices = []
    if pain.severity >= ALARMING_SEVERITY:
        where = f"your {area}" if pain.area is not BodyArea.OTHER else "it"
        notices.append(
            f"Pain of {pain.severity} of 10 is a lot: have a doctor or a physiotherapist look at {where} before you load it again."
        )
    if limitation_of(pain) is not None:
        notices.append(f"Your plan spares the {area} from now on, until you confirm that a doctor has cleared it.")
    else:
        notices.append("Leave out whatever brings this pain on, and see a professional if it stays.")
    return tuple(notices)


def area_called(area: BodyArea) -> str:
    """An area in a sentence."""
    return area.value.lower().replace("_", " ")
