"""Has the language model word the questions of premium athletes once their profile is saved; else the bank's words stand."""

import structlog
from sqlalchemy.exc import SQLAlchemyError

from db.database import Database
from db.queries.athletes import athlete_for_update
from domain.facts import SavedProfile
from domain.ids import AthleteId
from domain.profile import Viewer
from domain.questions import Question
from services.llm.access import ModelAccess
from services.llm.failures import ModelUnusable
from services.onboarding.question_sets import replace_with_worded

_log = structlog.get_logger(__name__)


class QuestionWording:
    """Asks the model outside of any transaction, and keeps its words in one of their own."""

    def __init__(self, database: Database, access: ModelAccess) -> None:
        self._database = database
        self._access = access

    async def word(self, viewer: Viewer, profile: SavedProfile, questions: tuple[Question, ...]) -> None:
        """Put these questions of a saved profile into words that fit its goal. Raises nothing: they can be asked as they are."""
        allowance = self._access.allowance(viewer.athlete_id, viewer.tier)
        if allowance is None:
            return
        try:
            worded = await self._access.model.questions.write(
                questions, goal=profile.goal, experience=profile.experience, allowance=allowance
            )
            await self._keep(viewer.athlete_id, profile, worded)
        except ModelUnusable:
            """The model's client has told of it."""
        except (OSError, SQLAlchemyError) as error:
            _log.warning("onboarding.wording_not_kept", error=type(error).__name__)

    async def _keep(self, athlete_id: AthleteId, profile: SavedProfile, worded: tuple[Question, ...]) -> None:
        async with self._database.transaction(athlete_id) as session:
            await athlete_for_update(session, athlete_id)
            await replace_with_worded(session, athlete_id, worded, written_for=profile)
