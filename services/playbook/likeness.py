"""How near new notes are to those that the playbook has, asked where they are learned: in the transaction, of a model at hand."""

from collections.abc import Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from db.queries.vectors import like_notes
from domain.ids import AthleteId
from domain.lessons import LessonDraft, LessonRuleKind
from services.playbook.curator import stored_text
from services.playbook.embedders import Embedder
from services.playbook.meaning import SAME_MEANING, UNKNOWN, Similarities


async def similarities_of(
    session: AsyncSession, athlete_id: AthleteId, drafts: Sequence[LessonDraft], embedder: Embedder | None
) -> Similarities:
    """Of the drafts' texts to the athlete's notes. Nothing where the model is a provider's: then notes of one meaning are merged
    afterwards (vectors.py), because nobody waits for a provider with an athlete's account locked.
    """
    notes = [text for one in drafts if one.rule.kind is LessonRuleKind.NOTE and (text := stored_text(one))]
    if embedder is None or not embedder.is_at_hand or not notes:
        return UNKNOWN
    meanings = dict(zip(notes, await embedder.embed(notes), strict=True))
    return await like_notes(session, athlete_id, meanings, model=embedder.model, least=SAME_MEANING)
