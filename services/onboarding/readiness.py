"""Whether a plan may be made for an athlete now, and if not, what stands in the way."""

from sqlmodel.ext.asyncio.session import AsyncSession

from db.queries import onboarding as queries
from domain.constraints import WARNING_SIGNS, Constraints
from domain.errors import AnswersMissing, NotSafeToTrain, ProfileMissing
from domain.ids import AthleteId
from domain.terms import LimitationKind
from services.onboarding.constraints import constraints_of
from services.onboarding.question_sets import question_set

_REASONS: dict[LimitationKind, str] = {
    LimitationKind.CARDIAC_WARNING: (
        "You told us about chest pain, fainting or heart disease. Before any hard effort a doctor should look at it."
    ),
}


async def require_readiness(session: AsyncSession, athlete_id: AthleteId) -> None:
    """Raises ProfileMissing, AnswersMissing or NotSafeToTrain; returns where nothing stands in the way."""
    facts = await queries.facts(session, athlete_id)
    if facts is None:
        raise ProfileMissing
    questions = await question_set(session, athlete_id, facts)
    if not questions.is_complete:
        raise AnswersMissing(questions.open_questions)
    require_safety(constraints_of(facts, on=facts.now.date()))


def require_safety(constraints: Constraints) -> None:
    """Raises NotSafeToTrain while a warning sign is in force."""
    signs = [limitation.kind for limitation in constraints.limitations if limitation.kind in WARNING_SIGNS]
    if signs:
        raise NotSafeToTrain(reasons=[_REASONS[kind] for kind in signs], limitations=signs)
