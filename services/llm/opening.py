"""Opens the language model for as long as a block: what asks the provider takes a second to load, and is loaded then."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from db.database import Database
from db.seed.catalogue import read_catalogue
from services.llm.access import ModelAccess
from services.llm.configuration import ModelPlace
from services.llm.daily_allowance import DailyAllowances, DailyLimits

if TYPE_CHECKING:
    from services.llm.model import LanguageModel


@asynccontextmanager
async def opened_access(place: ModelPlace, database: Database, limits: DailyLimits) -> AsyncIterator[ModelAccess]:
    """The model with what everybody may use of it."""
    async with _opened(place) as model:
        yield ModelAccess(model=model, allowances=DailyAllowances(database, limits))


async def ask_once(place: ModelPlace) -> None:
    """Ask one small question. Raises ModelUnusable, whose reason says what is wrong."""
    from services.llm.trial import try_out

    async with _opened(place) as model:
        await try_out(model.client)


@asynccontextmanager
async def _opened(place: ModelPlace) -> AsyncIterator["LanguageModel"]:
    from services.llm.model import observed_model

    model = observed_model(place, read_catalogue())
    try:
        yield model
    finally:
        await model.close()
