"""A playbook in the middle of a change: the lessons as they are now, and the entries that led there."""

import datetime
from collections.abc import Callable, Iterable

import msgspec

from domain.facts import KeptLesson
from domain.ids import LessonId
from domain.lessons import Lesson, LessonDraft, LessonOperation, LessonState
from services.playbook.confidence import is_firm, weight

LEAVES_TIME_AS_IT_IS = frozenset({LessonOperation.PIN, LessonOperation.UNPIN, LessonOperation.CONTRADICT})
"""Operations by which nothing is heard anew, so that the lesson goes on fading from when it last was."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What was done to a lesson, and the lesson as it was after."""

    operation: LessonOperation
    kept: KeptLesson
    reason: str


class Book:
    """Holds an athlete's active and retired lessons, and notes each change as an entry for the ledger."""

    def __init__(
        self, lessons: Iterable[KeptLesson], *, now: datetime.datetime, new_lesson_id: Callable[[], LessonId]
    ) -> None:
        self._lessons = {kept.lesson.id: kept for kept in lessons}
        self._new_lesson_id = new_lesson_id
        self.now = now
        self.entries: list[Entry] = []

    def __getitem__(self, lesson_id: LessonId) -> KeptLesson:
        return self._lessons[lesson_id]

    @property
    def active(self) -> tuple[KeptLesson, ...]:
        return self._in_state(LessonState.ACTIVE)

    @property
    def retired(self) -> tuple[KeptLesson, ...]:
        """The tombstones: what the athlete took out of use by their own hand."""
        return self._in_state(LessonState.RETIRED)

    @property
    def firm_count(self) -> int:
        return sum(is_firm(kept.lesson) for kept in self.active)

    @property
    def others(self) -> tuple[KeptLesson, ...]:
        """Active lessons beyond the hard and the pinned, weakest first."""
        found = (kept for kept in self.active if not is_firm(kept.lesson))
        return tuple(sorted(found, key=lambda kept: (weight(kept, self.now), kept.changed_at, kept.lesson.id)))

    def add(self, draft: LessonDraft, reason: str) -> LessonId:
        """A new lesson from this draft."""
        lesson = Lesson(
            id=self._new_lesson_id(),
            text=draft.text,
            rule=draft.rule,
            is_hard=draft.is_hard,
            is_pinned=False,
            state=LessonState.ACTIVE,
            source=draft.source,
            evidence=draft.evidence,
            confidence=draft.confidence,
            tags=draft.tags,
            created_at=self.now,
            expires_at=draft.expires_at,
        )
        self._note(LessonOperation.ADD, KeptLesson(lesson=lesson, changed_at=self.now), reason)
        return lesson.id

    def change(self, lesson: Lesson, operation: LessonOperation, reason: str) -> None:
        """The lesson becomes this, by that operation."""
        before = self._lessons[lesson.id]
        changed_at = before.changed_at if operation in LEAVES_TIME_AS_IT_IS else self.now
        self._note(operation, KeptLesson(lesson=lesson, changed_at=changed_at), reason)

    def end(self, lesson: Lesson, operation: LessonOperation, reason: str) -> None:
        """The lesson goes out of use, into the state that belongs to the operation."""
        self.change(msgspec.structs.replace(lesson, state=_ENDS_IN[operation]), operation, reason)

    def _note(self, operation: LessonOperation, kept: KeptLesson, reason: str) -> None:
        self._lessons[kept.lesson.id] = kept
        self.entries.append(Entry(operation=operation, kept=kept, reason=reason))

    def _in_state(self, state: LessonState) -> tuple[KeptLesson, ...]:
        return tuple(kept for kept in self._lessons.values() if kept.lesson.state is state)


_ENDS_IN = {
    LessonOperation.SUPERSEDE: LessonState.SUPERSEDED,
    LessonOperation.EXPIRE: LessonState.EXPIRED,
    LessonOperation.RETIRE: LessonState.RETIRED,
}
