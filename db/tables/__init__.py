"""Tables, a file a feature. Everything but the catalogue belongs to one athlete and stands under row-level security."""

from db.tables.athletes import AthleteRow, ClearanceRow, IdempotencyRow, ProfileRow
from db.tables.catalogue import ExerciseRow
from db.tables.generations import GenerationRow
from db.tables.onboarding import AnswerRow, QuestionSetRow
from db.tables.plans import MessageRow, PlanRow, PlanVersionRow
from db.tables.playbook import LessonChangeRow, LessonRow
from db.tables.training import WorkoutLogRow

__all__ = [
    "AnswerRow",
    "AthleteRow",
    "ClearanceRow",
    "ExerciseRow",
    "GenerationRow",
    "IdempotencyRow",
    "LessonChangeRow",
    "LessonRow",
    "MessageRow",
    "PlanRow",
    "PlanVersionRow",
    "ProfileRow",
    "QuestionSetRow",
    "WorkoutLogRow",
]
