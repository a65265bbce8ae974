"""What the coach has learned."""

from collections.abc import Iterable
from functools import partial
from typing import TypeVar

from domain.errors import Forbidden, NotFound
from domain.ids import AthleteId, LessonId, read_id
from domain.knowledge import LessonContext
from domain.lessons import Lesson, LessonChange, LessonRule, Playbook, TaughtLesson
from domain.pages import Page
from domain.profile import Viewer
from domain.terms import LimitationKind
from resolvers.context import Context
from resolvers.together import Together

Found = TypeVar("Found")


async def playbook(context: Context) -> Playbook:
    athlete_id = context.athlete_id
    return await context.once(("playbook",), lambda: context.services.playbooks.playbook(athlete_id))


async def playbook_of(context: Context, *, athlete_id: str | None) -> Playbook | None:
    """The viewer's own; or, for a service, somebody's. Raises Forbidden where an athlete asks for somebody else's."""
    viewer = context.signed_in
    if athlete_id is None or (athlete_id == viewer.athlete_id and not viewer.is_service):
        return await playbook(context)
    if not viewer.is_service:
        raise Forbidden("The playbook of somebody else is for service tokens alone.")
    try:
        wanted = AthleteId(read_id("athlete", athlete_id))
    except NotFound:
        return None
    found = await context.services.playbooks.playbook_of(viewer, wanted)
    return None if found is None else _noted(context, found.athlete_id, found, found.lessons)


async def retired_lessons(context: Context, playbook: Playbook, *, first: int, after: str | None) -> Page[Lesson]:
    found = await context.services.playbooks.retired_lessons(playbook.athlete_id, first=first, after=after)
    return _noted(context, playbook.athlete_id, found, (edge.node for edge in found.edges))


async def history(context: Context, playbook: Playbook, *, first: int, after: str | None) -> Page[LessonChange]:
    found = await context.services.playbooks.history(playbook.athlete_id, first=first, after=after)
    return _noted(context, playbook.athlete_id, found, (edge.node.lesson for edge in found.edges))


def _noted(context: Context, athlete_id: AthleteId, found: Found, lessons: Iterable[Lesson]) -> Found:
    """Just what was found; whose its lessons are is remembered where they are not the viewer's."""
    if context.signed_in.is_service:
        context.strangers_lessons.update((lesson.id, athlete_id) for lesson in lessons)
    return found


async def context_of(context: Context, lesson: Lesson) -> LessonContext | None:
    """What the knowledge base says on it. The lessons of one list are looked up in one statement."""
    contexts = context.services.contexts
    if not contexts.is_enabled:
        return None

    athlete_id = context.strangers_lessons.get(lesson.id) or context.signed_in.athlete_id

    async def together() -> Together[Lesson, LessonContext | None]:
        return Together(partial(contexts.contexts_of, athlete_id))

    return await (await context.once(("lesson contexts", athlete_id), together)).answer(lesson)


async def add_lesson(context: Context, *, key: str, lesson: TaughtLesson) -> Lesson:
    viewer = context.begin_change()
    return await context.services.teaching.add(viewer, key=key, lesson=lesson)


async def revise_lesson(context: Context, *, lesson_id: str, text: str | None, rule: LessonRule | None) -> Lesson:
    viewer = context.begin_change()
    wanted = _lesson_id(lesson_id)
    return await context.services.teaching.revise(viewer.athlete_id, wanted, text=text, rule=rule)


async def pin_lesson(context: Context, *, lesson_id: str, is_pinned: bool) -> Lesson:
    viewer = context.begin_change()
    return await context.services.playbooks.pin(viewer.athlete_id, _lesson_id(lesson_id), is_pinned=is_pinned)


async def retire_lesson(context: Context, *, lesson_id: str) -> Lesson:
    viewer = context.begin_change()
    return await context.services.playbooks.retire(viewer.athlete_id, _lesson_id(lesson_id))


async def restore_lesson(context: Context, *, lesson_id: str) -> Lesson:
    viewer = context.begin_change()
    return await context.services.teaching.restore(viewer.athlete_id, _lesson_id(lesson_id))


async def confirm_clearance(
    context: Context, *, limitation: LimitationKind, is_cleared_by_doctor: bool, note: str | None
) -> tuple[Viewer, tuple[LessonChange, ...]]:
    viewer = context.begin_change()
    changes = await context.services.playbooks.confirm_clearance(
        viewer, limitation=limitation, is_cleared_by_doctor=is_cleared_by_doctor, note=note
    )
    return viewer, changes


def _lesson_id(text: str) -> LessonId:
    return LessonId(read_id("lesson", text))
