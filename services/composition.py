"""Builds all services once, from plain values: the one place that knows who needs whom."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.database import Database
from db.notifications import Board
from domain.clock import Clock
from domain.exercise import Catalogue
from domain.service import ServiceFacts
from services.accounts.deleted import DeletedAccounts
from services.accounts.deletion import Accounts
from services.accounts.export import Exports
from services.accounts.tokens import Tokens
from services.feedback.conversations import Conversations
from services.feedback.safeguard import Safeguard
from services.feeds.feeds import CalendarFeeds
from services.generation.generations import Generations
from services.llm.access import ModelAccess
from services.onboarding.profiles import Profiles
from services.planning.catalogue import CatalogueSearch
from services.plans.changing import PlanChanges
from services.plans.plans import Plans
from services.playbook.context import LessonContexts
from services.playbook.embedders import Embedder
from services.playbook.playbooks import Playbooks
from services.playbook.teaching import Teaching
from services.training.logs import Workouts
from services.training.looking_back import LookingBack

if TYPE_CHECKING:
    from services.accounts.supabase_users import SupabaseUsers  # brings an HTTP client


@dataclass(frozen=True, kw_only=True)
class Services:
    """What the product does, for resolvers to delegate to."""

    info: ServiceFacts
    catalogue: Catalogue
    exercises: CatalogueSearch
    tokens: Tokens
    accounts: Accounts
    deleted_accounts: DeletedAccounts
    exports: Exports
    profiles: Profiles
    playbooks: Playbooks
    teaching: Teaching
    contexts: LessonContexts
    plans: Plans
    plan_changes: PlanChanges
    generations: Generations
    conversations: Conversations
    workouts: Workouts
    looking_back: LookingBack
    calendar_feeds: CalendarFeeds


@dataclass(frozen=True, kw_only=True)
class Allowances:
    """How much one athlete may ask for in a day."""

    free_generations: int
    premium_generations: int
    messages: int


def compose(
    *,
    database: Database,
    clock: Clock,
    catalogue: Catalogue,
    tokens: Tokens,
    allowances: Allowances,
    info: ServiceFacts,
    board: Board | None = None,
    matches_contexts: bool = False,
    model: ModelAccess | None = None,
    embedder: Embedder | None = None,
    users: "SupabaseUsers | None" = None,
) -> Services:
    """The services of one process. Beyond what is passed in here they hold nothing that could not be lost.

    Without a model, premium athletes have what everybody has: the rules. Without an embedder, texts are compared by their words.
    """
    exercises = CatalogueSearch(catalogue)
    safeguard = Safeguard(catalogue, clock)
    deleted_accounts = DeletedAccounts(database, clock)
    return Services(
        info=info,
        catalogue=catalogue,
        exercises=exercises,
        tokens=tokens,
        accounts=Accounts(database, deleted_accounts, users),
        deleted_accounts=deleted_accounts,
        exports=Exports(database, clock),
        profiles=Profiles(database, clock, catalogue, on_new_limitation=safeguard.make_safe, model=model),
        playbooks=Playbooks(database, clock),
        teaching=Teaching(database, catalogue, safeguard, embedder=embedder),
        contexts=LessonContexts(
            database, catalogue, is_enabled=matches_contexts, model=embedder.model if embedder is not None else None
        ),
        plans=Plans(database, clock),
        plan_changes=PlanChanges(database, clock, catalogue),
        generations=Generations(database, clock, allowances, board=board),
        conversations=Conversations(
            database,
            clock,
            catalogue,
            names=exercises,
            messages_per_day=allowances.messages,
            model=model,
            embedder=embedder,
        ),
        workouts=Workouts(database, clock, catalogue, model=model),
        looking_back=LookingBack(database, clock, catalogue),
        calendar_feeds=CalendarFeeds(database, clock, catalogue),
    )
