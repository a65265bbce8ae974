"""What is told by the way: remembered once, however it is worded."""

from db.database import Database
from domain.clock import Clock
from domain.exercise import Catalogue
from domain.lessons import LessonOperation
from domain.profile import Viewer
from services.feedback.conversations import Conversations
from services.playbook.vectors import Vectors
from tests.database.conversations.talking import Talk
from tests.embedding import embedder_by_groups


async def test_what_was_told_before_in_other_words_is_heard_again(
    database: Database, catalogue: Catalogue, clock: Clock, viewer: Viewer, talk: Talk
) -> None:
    embedder = embedder_by_groups(["I work shifts.", "My job is in shifts."])
    later = Talk(Conversations(database, clock, catalogue, embedder=embedder), viewer)
    await talk("Remember that I work shifts.")
    await Vectors(database, catalogue, embedder).make_missing()

    again = await later("Please note that my job is in shifts.", key="key-later-1")
    other = await later("Please note that my sister has a gym.", key="key-later-2")

    assert [(change.operation, change.lesson.text) for change in (*again.lesson_changes, *other.lesson_changes)] == [
        (LessonOperation.CONFIRM, "I work shifts."),
        (LessonOperation.ADD, "My sister has a gym."),
    ]
