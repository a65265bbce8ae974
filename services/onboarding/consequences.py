"""What follows from a saved form beyond the constraints: limitations that are new, and lessons that come and go. Pure."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from domain.constraints import Limitation
from domain.exercise import Catalogue
from domain.facts import SavedProfile
from domain.lessons import Lesson, LessonDraft
from domain.questions import Answer
from services.onboarding.reading import limitations_in
from services.playbook.reflector import reflect_on_answers, warning_lessons


class Consequences(msgspec.Struct, frozen=True, kw_only=True):
    """`said` are limitations that this form did not name before; `withdrawn` is what it no longer teaches."""

    said: tuple[Limitation, ...]
    drafts: tuple[LessonDraft, ...]
    withdrawn: tuple[LessonDraft, ...] = ()


def of_profile(profile: SavedProfile, before: SavedProfile | None) -> Consequences:
    said = _newly_said(profile.given.limitations, before.given.limitations if before is not None else None)
    return Consequences(said=said, drafts=warning_lessons(said))


def of_answers(changed: Sequence[Answer], before: Mapping[str, Answer], catalogue: Catalogue) -> Consequences:
    """`before` are all answers as they were, by their questions' ids."""
    after = {**before, **{answer.question_id: answer for answer in changed}}
    said = _newly_said(limitations_in(after.values()), limitations_in(before.values()))
    taught = reflect_on_answers(before.values(), catalogue)
    teaches = reflect_on_answers(after.values(), catalogue)
    return Consequences(
        said=said,
        drafts=(*warning_lessons(said), *_beyond(teaches, taught)),
        withdrawn=_beyond(taught, teaches),
    )


def answer_tags(question_id: str) -> tuple[str, ...]:
    """What marks a lesson that a model found in the answer to this question."""
    return ("answer", question_id)


def found_in(changed: Sequence[Answer], lessons: Iterable[Lesson]) -> tuple[LessonDraft, ...]:
    """What a model found in these answers as they were: withdrawn, since they read differently now."""
    tags = {answer_tags(answer.question_id) for answer in changed}
    return tuple(
        LessonDraft(
            text=lesson.text,
            rule=lesson.rule,
            evidence=lesson.evidence,
            source=lesson.source,
            confidence=lesson.confidence,
        )
        for lesson in lessons
        if lesson.tags in tags
    )


def _newly_said(after: Iterable[Limitation] | None, before: Iterable[Limitation] | None) -> tuple[Limitation, ...]:
    """Sending the same form again says nothing new."""
    known = {limitation.kind for limitation in before or ()}
    return tuple(limitation for limitation in after or () if limitation.kind not in known)


def _beyond(drafts: Iterable[LessonDraft], others: Iterable[LessonDraft]) -> tuple[LessonDraft, ...]:
    """Those that say something which the others do not, whatever words they were taken from."""
    known = {(draft.rule, draft.text) for draft in others}
    return tuple(draft for draft in drafts if (draft.rule, draft.text) not in known)
