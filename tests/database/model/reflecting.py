"""Words that athletes write, and what is learned of them."""

from sqlalchemy import text

from db.database import Database
from db.queries.work import REFLECTION_WORKFLOW
from domain.lessons import Lesson
from domain.profile import Viewer
from domain.questions import Answer
from domain.training import WorkoutDraft
from services.composition import Services
from tests.database.training.drafts import draft
from tests.llm.sensible import Json

WORDS = "My knee hurts on stairs, and I am never in the mood on Fridays."
ASKED = "Is there anything you would rather not do?"
NO_RULE: dict[str, Json] = dict.fromkeys(
    ("exercise", "pattern", "muscle", "limitation", "equipment", "weekdays", "sport", "amount")
)
KNEE: Json = NO_RULE | {
    "text": "The knee hurts on stairs.",
    "evidence": "My knee hurts on stairs",
    "kind": "LIMITATION",
    "limitation": "KNEE",
}


def told(words: str = WORDS) -> Answer:
    return Answer(question_id="dislikes", text=words)


def noted(note: str = WORDS, *, revision: int = 1) -> WorkoutDraft:
    return draft(note=note, revision=revision)


async def queued(database: Database) -> int:
    wanted = text("select count(*) from dbos.workflow_status where name = :name")
    async with database.engine.connect() as connection:
        return int(await connection.scalar(wanted, {"name": REFLECTION_WORKFLOW}) or 0)


async def learned(services: Services, viewer: Viewer) -> tuple[Lesson, ...]:
    """The lessons but for what the rules make of the answer: a note in its own words."""
    book = await services.playbooks.playbook(viewer.athlete_id)
    return tuple(lesson for lesson in book.lessons if not lesson.text.startswith("Would rather not do"))
