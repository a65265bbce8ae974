"""Decides what comes of proposed lessons. Pure, and the same for the same playbook and proposals."""

import datetime
from collections.abc import Iterable

import msgspec

from domain.constraints import WARNING_SIGNS
from domain.lessons import (
    MAXIMUM_FIRM_LESSONS,
    Lesson,
    LessonDraft,
    LessonOperation,
    LessonRule,
    LessonRuleKind,
    LessonSource,
)
from domain.text import normalised
from services.playbook.book import Book
from services.playbook.confidence import confirmed, contradicted, is_faded, is_firm, is_safety, is_said
from services.playbook.contrast import contradict, covers, members, overlap, united, without
from services.playbook.meaning import UNKNOWN, Similarities, means_the_same
from services.playbook.room import make_room
from services.playbook.rules import is_sound, tidied

TEXT_LENGTH = (3, 280)
EVIDENCE_LENGTH = 500

_LEARNED_FROM = {
    LessonSource.ONBOARDING: "Learned from your answers.",
    LessonSource.FEEDBACK: "Learned from what you told your coach.",
    LessonSource.WORKOUT: "Learned from your workouts.",
    LessonSource.ATHLETE: "Taught by you.",
}
_MERGED = "Two lessons on the same thing, now one."


def curate(book: Book, drafts: Iterable[LessonDraft], similarities: Similarities = UNKNOWN) -> None:
    """Work these proposals into the book, one after another; what has faded goes first.

    `similarities` are those of the drafts' texts, as they are stored, to lessons of the book.
    """
    expire_faded(book)
    for draft in drafts:
        proposal = _sound(draft)
        if proposal is not None:
            _take_up(book, proposal, similarities)


def expire_faded(book: Book) -> None:
    """End what no longer counts."""
    for kept in book.active:
        if is_faded(kept, book.now):
            book.end(kept.lesson, LessonOperation.EXPIRE, "Its time is over.")


def lesson_saying(book: Book, draft: LessonDraft, similarities: Similarities = UNKNOWN) -> Lesson | None:
    """The lesson in use that says what the draft does: the very same where there is one, else one that says more."""
    found = [kept.lesson for kept in book.active if _says(kept.lesson, draft, similarities)]
    return min(found, key=lambda lesson: (lesson.rule, lesson.text) != (draft.rule, draft.text), default=None)


def merge_alike(book: Book, similarities: Similarities) -> None:
    """Make one of notes that mean the same, of which nobody knew it when they were learned. The first of them stays."""
    notes = [kept.lesson for kept in book.active if kept.lesson.rule.kind is LessonRuleKind.NOTE]
    stay: list[Lesson] = []
    for note in sorted(notes, key=lambda lesson: (lesson.created_at, lesson.id)):
        same = (
            one for one in stay if one.expires_at == note.expires_at and means_the_same(note.text, one, similarities)
        )
        first = next(same, None)
        stay = (
            [*stay, note] if first is None else [_absorbed(book, first, note) if one is first else one for one in stay]
        )


def _absorbed(book: Book, first: Lesson, second: Lesson) -> Lesson:
    """Both in the first, in the athlete's own wording where they have one."""
    is_own = second.source is LessonSource.ATHLETE
    book.end(second, LessonOperation.SUPERSEDE, f"Says the same as: {first.text}")
    one = msgspec.structs.replace(
        first,
        text=second.text if is_own else first.text,
        source=second.source if is_own else first.source,
        is_hard=first.is_hard or second.is_hard,
        is_pinned=first.is_pinned or second.is_pinned,
        confidence=confirmed(first.confidence, by=second.confidence),
        evidence=_joined(first.evidence, second.evidence, longest=EVIDENCE_LENGTH),
    )
    book.change(one, LessonOperation.MERGE, _MERGED)
    return one


def withdraw(book: Book, drafts: Iterable[LessonDraft]) -> None:
    """End what an answer taught that now reads differently, unless the athlete said it elsewhere or holds on to it."""
    for draft in drafts:
        for lesson in [kept.lesson for kept in book.active]:
            is_same = lesson.rule == draft.rule and lesson.text == draft.text
            if is_same and lesson.source is draft.source and not is_firm(lesson):
                book.end(lesson, LessonOperation.SUPERSEDE, "You changed your answer.")


def stored_text(draft: LessonDraft) -> str:
    """The text of a lesson that comes of the draft."""
    return normalised(draft.text)[: TEXT_LENGTH[1]].strip()


def _sound(draft: LessonDraft) -> LessonDraft | None:
    """The draft as it may be stored: a rule that does not hold makes it a note; None where its text says nothing."""
    text = stored_text(draft)
    if len(text) < TEXT_LENGTH[0]:
        return None
    rule = tidied(draft.rule) if is_sound(draft.rule) else LessonRule(kind=LessonRuleKind.NOTE)
    return msgspec.structs.replace(
        draft,
        text=text,
        rule=rule,
        evidence=normalised(draft.evidence)[:EVIDENCE_LENGTH].strip(),
        is_hard=(draft.is_hard and _may_be_hard(draft.source, rule)) or rule.limitation in WARNING_SIGNS,
    )


def _may_be_hard(source: LessonSource, rule: LessonRule) -> bool:
    """A note forbids nothing; by their own hand the athlete may hold on to one all the same."""
    return rule.kind is not LessonRuleKind.NOTE or source is LessonSource.ATHLETE


def _take_up(book: Book, draft: LessonDraft, similarities: Similarities) -> None:
    if not is_safety(draft) and draft.is_hard and book.firm_count >= MAXIMUM_FIRM_LESSONS:
        draft = msgspec.structs.replace(draft, is_hard=False)  # a safety lesson always finds room; others lean at least
    known = lesson_saying(book, draft, similarities)
    if known is not None:
        _hear_again(book, known, draft)
        return
    if _is_buried(book, draft, similarities):
        return
    heeded = _argue(book, draft)
    if heeded is not None:
        _keep(book, heeded)


def _says(lesson: Lesson, draft: LessonDraft, similarities: Similarities) -> bool:
    """Whether the lesson says all that the draft does. Notes have no scope, and are told apart by what they mean."""
    if draft.rule.kind is LessonRuleKind.NOTE:
        return lesson.rule == draft.rule and means_the_same(draft.text, lesson, similarities)
    return covers(lesson.rule, draft.rule)


def _hear_again(book: Book, lesson: Lesson, draft: LessonDraft) -> None:
    changed = msgspec.structs.replace(
        lesson,
        confidence=confirmed(lesson.confidence, by=draft.confidence),
        is_hard=lesson.is_hard or draft.is_hard,
        expires_at=_later(lesson.expires_at, draft.expires_at),
    )
    now_said = is_said(draft.source, draft.confidence) and not is_said(lesson.source, lesson.confidence)
    if now_said or changed.is_hard != lesson.is_hard:
        changed = msgspec.structs.replace(changed, source=draft.source, evidence=draft.evidence)
    if draft.source is LessonSource.ATHLETE and lesson.rule == draft.rule and not is_safety(lesson):
        changed = msgspec.structs.replace(changed, text=draft.text)  # by hand it is worded as they like it
    if changed.is_hard != lesson.is_hard:
        book.change(changed, LessonOperation.UPDATE, "Firm from now on.")
        make_room(book, newcomer=lesson.id)
    elif changed.text != lesson.text:
        book.change(changed, LessonOperation.UPDATE, "Reworded by you.")
    else:
        book.change(changed, LessonOperation.CONFIRM, "Heard again.")


def _later(one: datetime.datetime | None, other: datetime.datetime | None) -> datetime.datetime | None:
    """The later end; None is never, and later than all."""
    return None if one is None or other is None else max(one, other)


def _is_buried(book: Book, draft: LessonDraft, similarities: Similarities) -> bool:
    """Whether the athlete retired this once: then inference does not bring it back, only their own new words do."""
    if is_safety(draft) or is_said(draft.source, draft.confidence):
        return False
    tombstones = (kept.lesson for kept in book.retired)
    return any(_says(lesson, draft, similarities) or lesson.rule.scope() == _scope(draft) for lesson in tombstones)


def _scope(draft: LessonDraft) -> LessonRule | None:
    """Notes have none: they all look alike."""
    return None if draft.rule.kind is LessonRuleKind.NOTE else draft.rule.scope()


def _argue(book: Book, draft: LessonDraft) -> LessonDraft | None:
    """Settle the draft with the lessons against it; gives what is left of it, if anything."""
    left = draft
    for lesson in [kept.lesson for kept in book.active]:
        if not contradict(lesson.rule, left.rule) or _is_an_exception(left, lesson):
            continue
        if not _stands(lesson, left):
            left = _overcome(book, lesson, left)
            continue
        weakened = msgspec.structs.replace(lesson, confidence=contradicted(lesson.confidence))
        book.change(weakened, LessonOperation.CONTRADICT, f"Stands against: {left.text}")
        rule = without(left.rule, lesson.rule)
        if rule is None:
            return None
        left = msgspec.structs.replace(left, rule=rule)
    return left


def _is_an_exception(draft: LessonDraft, lesson: Lesson) -> bool:
    """Whether the draft holds for a while only, such as a journey: the lesson stays, and counts again after it."""
    return draft.expires_at is not None and lesson.expires_at is None and not _stands(lesson, draft)


def _stands(lesson: Lesson, draft: LessonDraft) -> bool:
    """Whether the lesson outweighs a draft against it: what is pinned does, and what was said against what is inferred.

    Nothing outweighs the athlete's own hand.
    """
    if draft.source is LessonSource.ATHLETE:
        return False
    if lesson.is_pinned:
        return True
    firmly_said = lesson.is_hard or is_said(lesson.source, lesson.confidence)
    return firmly_said and not is_said(draft.source, draft.confidence)


def _overcome(book: Book, lesson: Lesson, draft: LessonDraft) -> LessonDraft:
    """The draft takes the lesson's place, or its share of it."""
    rule = without(lesson.rule, draft.rule)
    if rule is not None:
        narrowed = msgspec.structs.replace(lesson, rule=rule)
        book.change(narrowed, LessonOperation.UPDATE, f"Holds for less: {draft.text}")
        return draft
    book.end(lesson, LessonOperation.SUPERSEDE, f"Newer: {draft.text}")
    # What was firm stays firm with its new amount; the opposite of it is as firm as it was said.
    is_hard = draft.is_hard or (lesson.is_hard and lesson.rule.kind is draft.rule.kind)
    return msgspec.structs.replace(draft, is_hard=is_hard)


def _keep(book: Book, draft: LessonDraft) -> None:
    """Merge it into a lesson that lists some of the same, or add it."""
    for lesson in [kept.lesson for kept in book.active]:
        is_alike = (lesson.is_hard, lesson.expires_at) == (draft.is_hard, draft.expires_at)
        if is_alike and overlap(lesson.rule, draft.rule):
            changed = msgspec.structs.replace(
                lesson,
                rule=tidied(united(lesson.rule, draft.rule)),
                confidence=max(lesson.confidence, draft.confidence),
                text=draft.text if members(draft.rule) >= members(lesson.rule) else _joined(lesson.text, draft.text),
                evidence=_joined(lesson.evidence, draft.evidence, longest=EVIDENCE_LENGTH),
            )
            book.change(changed, LessonOperation.MERGE, _MERGED)
            return
    make_room(book, newcomer=book.add(draft, _LEARNED_FROM[draft.source]))


def _joined(first: str, second: str, *, longest: int = TEXT_LENGTH[1]) -> str:
    """Both sentences, where they fit; else the newer."""
    both = first if second in first else f"{first} {second}"
    return both if len(both) <= longest else second
