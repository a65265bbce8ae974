"""The viewer: who they are, and where they stand."""

import datetime
from collections.abc import Sequence

from domain.basis import PlanBasis
from domain.profile import Onboarding, Profile, ProfileDraft, Viewer
from domain.questions import Answer, QuestionSet
from resolvers.context import Context


def athlete(context: Context) -> Viewer:
    return context.athlete


async def profile(context: Context) -> Profile | None:
    athlete_id = context.athlete_id
    return await context.once(("profile",), lambda: context.services.profiles.profile(athlete_id))


async def basis(context: Context) -> PlanBasis | None:
    """What a plan from today on would have to respect."""
    athlete_id = context.athlete_id
    return await context.once(("basis",), lambda: context.services.profiles.basis(athlete_id))


async def onboarding(context: Context) -> Onboarding:
    athlete_id = context.athlete_id
    return await context.once(("onboarding",), lambda: context.services.profiles.onboarding(athlete_id))


async def questions(context: Context) -> QuestionSet | None:
    athlete_id = context.athlete_id
    return await context.once(("questions",), lambda: context.services.profiles.questions(athlete_id))


async def revision(context: Context) -> int:
    athlete_id = context.athlete_id
    return await context.once(("revision",), lambda: context.services.plans.revision(athlete_id))


async def save_profile(context: Context, draft: ProfileDraft) -> Viewer:
    viewer = context.begin_change()
    await context.services.profiles.save(viewer, draft)
    return viewer


async def save_answers(context: Context, answers: Sequence[Answer]) -> Viewer:
    viewer = context.begin_change()
    await context.services.profiles.save_answers(viewer, answers)
    return viewer


async def delete_account(context: Context, *, confirmation: str) -> datetime.datetime:
    return await context.services.accounts.delete(context.leaver, confirmation=confirmation)
