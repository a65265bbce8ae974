"""Tables, a file a feature. Everything but the catalogue and the workers belongs to one athlete, under row-level security."""

from db.tables.athletes import AthleteRow, ClearanceRow, DeletedAccountRow, IdempotencyRow, ProfileRow
from db.tables.calendar_feeds import CalendarFeedRow
from db.tables.catalogue import ExerciseRow
from db.tables.generations import GenerationRow
from db.tables.knowledge import KnowledgeNoteRow, NoteVectorRow
from db.tables.model_use import ModelUseRow
from db.tables.onboarding import AnswerRow, QuestionSetRow
from db.tables.plans import MessageRow, PlanRow, PlanVersionRow
from db.tables.playbook import LessonChangeRow, LessonRow, LessonVectorRow
from db.tables.reflection import UnreflectedRow
from db.tables.training import WorkoutLogRow
from db.tables.workers import WorkerRow

__all__ = [
    "AnswerRow",
    "AthleteRow",
    "CalendarFeedRow",
    "ClearanceRow",
    "DeletedAccountRow",
    "ExerciseRow",
    "GenerationRow",
    "IdempotencyRow",
    "KnowledgeNoteRow",
    "LessonChangeRow",
    "LessonRow",
    "LessonVectorRow",
    "MessageRow",
    "ModelUseRow",
    "NoteVectorRow",
    "PlanRow",
    "PlanVersionRow",
    "ProfileRow",
    "QuestionSetRow",
    "UnreflectedRow",
    "WorkerRow",
    "WorkoutLogRow",
]
