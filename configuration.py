"""What the settings say, as the plain values that everything below takes."""

from typing import TYPE_CHECKING

from pydantic import SecretStr

from db.opening import DatabasePlace
from services.accounts.trusted import TokenSources
from services.composition import Allowances
from services.llm.configuration import Deadlines, ModelConfiguration, ModelPlace
from services.llm.daily_allowance import DailyLimits
from settings import Settings

if TYPE_CHECKING:
    from services.accounts.supabase_users import SupabaseUsers

MICRODOLLARS = 1_000_000
"""In a dollar."""
REQUESTS_A_CONNECTION = 4
"""Under way at once: one has it, and the others will have waited for a moment."""


def database_place(settings: Settings) -> DatabasePlace:
    """Where the settings say that the database is."""
    return DatabasePlace(url=settings.database_url, direct_url=settings.database_direct_url, data_dir=settings.data_dir)


def direct_url(settings: Settings, url: str) -> str:
    """PostgreSQL itself, where the database is otherwise reached through a pooler."""
    direct = settings.database_direct_url
    return url if direct is None else direct.get_secret_value()


def token_sources(settings: Settings) -> TokenSources:
    """Who may vouch for a viewer, as the settings say. In development that includes this program itself."""
    return TokenSources(
        secret=settings.supabase_jwt_secret,
        supabase_url=settings.supabase_url,
        oidc_issuer=settings.oidc_issuer,
        oidc_audience=settings.oidc_audience,
        key_directory=None if settings.is_production else settings.data_dir,
    )


def users(settings: Settings) -> "SupabaseUsers | None":
    """Those who are deleted with their account, where there is the key to do that with."""
    if settings.supabase_url is None or settings.supabase_service_role_key is None:
        return None
    from services.accounts.supabase_users import SupabaseUsers  # brings an HTTP client

    return SupabaseUsers(settings.supabase_url, settings.supabase_service_role_key)


def model_place(settings: Settings) -> ModelPlace | None:
    """Where the language model is and how it is asked; None where there is no key."""
    if settings.openai_api_key is None:
        return None
    return ModelPlace(
        configuration=ModelConfiguration(
            api_key=settings.openai_api_key,
            model=settings.openai_model,
            temperature=settings.openai_temperature,
            base_url=settings.openai_base_url,
            concurrency=settings.model_concurrency,
        ),
        deadlines=Deadlines(usual=settings.model_deadline_seconds, brief=settings.model_brief_deadline_seconds),
        captures_content=settings.otel_instrumentation_genai_capture_message_content,
    )


def model_limits(settings: Settings) -> DailyLimits:
    """What one athlete may use of the model in a day."""
    microdollars = round(settings.model_dollars_per_day * MICRODOLLARS)
    return DailyLimits(calls=settings.model_calls_per_day, microdollars=microdollars)


def allowances(settings: Settings) -> Allowances:
    """What one athlete may ask for in a day."""
    return Allowances(
        free_generations=settings.free_generations_per_day,
        premium_generations=settings.premium_generations_per_day,
        messages=settings.messages_per_day,
    )


def most_under_way(settings: Settings) -> int:
    """Enough to keep the database busy, and those beside who wait for the model, which does not make this process busy."""
    waiting = settings.model_concurrency if settings.uses_model else 0
    return REQUESTS_A_CONNECTION * settings.database_pool_size + waiting


def plain(value: SecretStr | None) -> str | None:
    """A secret in the clear, for the library that needs it so."""
    return None if value is None else value.get_secret_value()
