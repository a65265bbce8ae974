"""Anything that lasts, by id: the kind in front of an id says where to look."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence

from domain.conversation import Message
from domain.errors import BadUserInput, NotFound
from domain.exercise import Exercise
from domain.generations import Generation
from domain.ids import (
    DayId,
    ExerciseId,
    GenerationId,
    LessonId,
    MessageId,
    PlanId,
    WorkoutLogId,
    kind_of,
    plan_and_date_of,
    read_id,
)
from domain.lessons import Lesson, Playbook
from domain.plan import Day, Plan
from domain.profile import Athlete
from domain.questions import QuestionSet
from domain.training import WorkoutLog
from resolvers import athletes, playbooks
from resolvers.context import Context

MAXIMUM_IDS = 100

Node = Athlete | QuestionSet | Plan | Day | Lesson | Generation | Message | Playbook | Exercise | WorkoutLog
Found = Mapping[str, Node]


async def node(context: Context, *, node_id: str) -> Node | None:
    return (await nodes(context, node_ids=[node_id]))[0]


async def nodes(context: Context, *, node_ids: Sequence[str]) -> list[Node | None]:
    """What these ids stand for, in their order, null for what is not there or not the viewer's. One look-up for each kind."""
    viewer = context.signed_in
    if len(node_ids) > MAXIMUM_IDS:
        raise BadUserInput(f"`ids` may have at most {MAXIMUM_IDS} ids.")
    found: dict[str, Node] = {}
    for kind, look_up in _LOOK_UPS.items():
        wanted = [text for text in dict.fromkeys(node_ids) if kind_of(text) == kind and _is_id(kind, text)]
        if wanted and (kind == "exercise" or not viewer.is_service):
            found.update(await look_up(context, wanted))
    return [found.get(text) for text in node_ids]


def _is_id(kind: str, text: str) -> bool:
    try:
        if kind == "day":
            plan_and_date_of(DayId(text))
        else:
            read_id(kind, text)
    except NotFound:
        return False
    return True


async def _exercises(context: Context, ids: Sequence[str]) -> Found:
    found = (context.services.catalogue.get(ExerciseId(text)) for text in ids)
    return {exercise.id: exercise for exercise in found if exercise}


async def _athletes(context: Context, ids: Sequence[str]) -> Found:
    own = context.athlete_id
    return {own: Athlete(own)} if own in ids else {}


async def _questions(context: Context, ids: Sequence[str]) -> Found:
    questions = await athletes.questions(context)
    return {questions.id: questions} if questions and questions.id in ids else {}


async def _playbooks(context: Context, ids: Sequence[str]) -> Found:
    playbook = await playbooks.playbook(context)
    return {playbook.id: playbook} if playbook.id in ids else {}


async def _plans(context: Context, ids: Sequence[str]) -> Mapping[str, Plan]:
    plans = await context.services.plans.plans_by_id(context.athlete_id, [PlanId(text) for text in ids])
    return {str(plan.id): plan for plan in plans.values()}


async def _days(context: Context, ids: Sequence[str]) -> Found:
    plan_ids = dict.fromkeys(plan_and_date_of(DayId(text))[0] for text in ids)
    return {day.id: day for day in _all_days((await _plans(context, list(plan_ids))).values())}


async def _lessons(context: Context, ids: Sequence[str]) -> Found:
    lessons = await context.services.playbooks.lessons_by_id(context.athlete_id, [LessonId(text) for text in ids])
    return {lesson.id: lesson for lesson in lessons.values()}


async def _generations(context: Context, ids: Sequence[str]) -> Found:
    wanted = [GenerationId(text) for text in ids]
    generations = await context.services.generations.generations_by_id(context.athlete_id, wanted)
    return {generation.id: generation for generation in generations.values()}


async def _messages(context: Context, ids: Sequence[str]) -> Found:
    wanted = [MessageId(text) for text in ids]
    messages = await context.services.conversations.messages_by_id(context.athlete_id, wanted)
    return {message.id: message for message in messages.values()}


async def _workouts(context: Context, ids: Sequence[str]) -> Found:
    logs = await context.services.workouts.logs_by_id(context.athlete_id, [WorkoutLogId(text) for text in ids])
    return {log.id: log for log in logs.values()}


def _all_days(plans: Iterable[Plan]) -> Iterable[Day]:
    return (day for plan in plans for week in plan.weeks for day in week.days)


_LOOK_UPS: Mapping[str, Callable[[Context, Sequence[str]], Awaitable[Found]]] = {
    "athlete": _athletes,
    "questions": _questions,
    "plan": _plans,
    "day": _days,
    "lesson": _lessons,
    "generation": _generations,
    "message": _messages,
    "playbook": _playbooks,
    "workout": _workouts,
    "exercise": _exercises,
}
