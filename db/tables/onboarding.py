"""Onboarding: the questions written for an athlete, and the answers."""

from datetime import datetime

from sqlmodel import Field

from db.tables.base import Row, identifier, instant, newest_of_an_athlete, owner, struct_json, word
from domain.ids import AthleteId, QuestionSetId
from domain.questions import Answer, Question
from domain.terms import Author


class QuestionSetRow(Row, table=True):
    """The questions written for one goal and experience. The newest counts."""

    __tablename__ = "question_set"
    __table_args__ = (newest_of_an_athlete("question_set"),)
    id: QuestionSetId = identifier("questions", primary_key=True)
    athlete_id: AthleteId = owner()
    questions: tuple[Question, ...] = struct_json(tuple[Question, ...])
    message: str
    author: Author = word(Author)
    estimated_minutes: int
    created_at: datetime = instant()


class AnswerRow(Row, table=True):
    """The newest answer to a question; it survives a new set."""

    __tablename__ = "answer"
    athlete_id: AthleteId = owner(primary_key=True)
    question_id: str = Field(primary_key=True)
    answer: Answer = struct_json(Answer)
    answered_at: datetime = instant()
