"""What can be set from outside, read here alone: by app.py and cli.py, from the environment and, in development, from `.env`."""

import ipaddress
import os
import re
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, NamedTuple
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

SECRET_BYTES = 32
"""Shortest secret for HS256 (RFC 7518, section 3.2: as long as the hash)."""
_ORIGIN = re.compile(r"https?://[^/\s,]+|\*")
_ENV_FILE = ".env"

LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]


class Environment(StrEnum):
    """Where this runs. Development needs nothing; production refuses to start without what it needs."""

    DEVELOPMENT = "development"
    PRODUCTION = "production"


class SettingsFault(Exception):
    """Settings with which this cannot start. Its text is the readable list of everything that is wrong."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = tuple(faults)
        lines = "\n".join(f"  - {fault}" for fault in faults)
        super().__init__(f"Coachbook cannot start with these settings:\n{lines}")


def _split(value: object) -> object:
    """Lists are separated by commas."""
    return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value


def _origins(origins: tuple[str, ...]) -> tuple[str, ...]:
    for origin in origins:
        if _ORIGIN.fullmatch(origin) is None:
            raise ValueError(f"{origin!r} is not an origin such as https://app.example.com")
    return origins


def _http_url(url: str) -> str:
    if not re.fullmatch(r"https?://\S+", url):
        raise ValueError("must begin with https:// (or http://)")
    return _without_password(url).rstrip("/")


def _without_password(url: str) -> str:
    if "@" in urlsplit(url).netloc:
        raise ValueError("must not hold a name and a password: an address is shown where a secret is not")
    return url


def _postgres_url(url: SecretStr) -> SecretStr:
    if not re.match(r"postgres(ql)?(\+asyncpg)?://", url.get_secret_value()):
        raise ValueError("must begin with postgresql://")
    return url


def _redis_url(url: SecretStr) -> SecretStr:
    if not re.match(r"(rediss?|unix)://", url.get_secret_value()):
        raise ValueError("must begin with redis:// (or rediss://)")
    return url


def _sentry_dsn(dsn: SecretStr) -> SecretStr:
    if not re.fullmatch(r"https?://[^@/\s]+@[^/\s]+/(\S+/)?\d+", dsn.get_secret_value()):
        raise ValueError("must be such as https://key@o1.ingest.sentry.io/2")
    return dsn


def _networks(networks: tuple[str, ...]) -> tuple[str, ...]:
    for network in networks:
        try:
            ipaddress.ip_network(network)
        except ValueError:
            raise ValueError(f"{network!r} is not an address or a network such as 10.0.0.0/8") from None
    return networks


def _long_secret(secret: SecretStr) -> SecretStr:
    if len(secret.get_secret_value().encode()) < SECRET_BYTES:
        raise ValueError(f"must have at least {SECRET_BYTES} bytes")
    return secret


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


HttpUrl = Annotated[str, AfterValidator(_http_url)]
Origins = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split), AfterValidator(_origins)]
Networks = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split), AfterValidator(_networks)]


class Settings(BaseSettings):
    """Every setting, under its own name in lower case. Secrets hide themselves in reprs and logs."""

    model_config = SettingsConfigDict(
        env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    environment: Environment = Environment.DEVELOPMENT
    debug: bool = False
    host: str = Field(default_factory=lambda values: "0.0.0.0" if _in_production(values) else "127.0.0.1")  # noqa: S104 production listens for its proxy
    port: int = Field(8000, ge=0, le=65535)
    log_level: Annotated[LogLevel, BeforeValidator(_upper)] = Field(
        default_factory=lambda values: "INFO" if _in_production(values) else "DEBUG"
    )
    log_file: Path | None = None
    data_dir: Path = Path(".data")

    database_url: Annotated[SecretStr, AfterValidator(_postgres_url)] | None = None
    database_direct_url: Annotated[SecretStr, AfterValidator(_postgres_url)] | None = None
    database_pool_size: int = Field(10, ge=1, le=500)

    supabase_url: HttpUrl | None = None
    supabase_jwt_secret: Annotated[SecretStr, AfterValidator(_long_secret)] | None = None
    supabase_service_role_key: SecretStr | None = None
    oidc_issuer: Annotated[str, Field(pattern=r"^https?://\S+$"), AfterValidator(_without_password)] | None = None
    oidc_audience: str | None = None

    premium_tier_enabled: bool = True
    playbook_context_matching_enabled: bool = False
    fallback_to_free: bool = True
    openai_api_key: SecretStr | None = None
    openai_model: str = "gpt-4.1-mini"
    openai_temperature: float = Field(0.7, ge=0, le=2)
    openai_base_url: HttpUrl = "https://api.openai.com/v1"
    model_deadline_seconds: float = Field(15, ge=1, le=120)
    model_brief_deadline_seconds: float = Field(45, ge=1, le=300)
    model_concurrency: int = Field(32, ge=1, le=1000)
    model_calls_per_day: int = Field(100, ge=0)
    model_dollars_per_day: float = Field(1, ge=0, le=1000)
    metrics_token: Annotated[SecretStr, AfterValidator(_long_secret)] | None = None
    sentry_dsn: Annotated[SecretStr, AfterValidator(_sentry_dsn)] | None = None
    otel_exporter_otlp_endpoint: HttpUrl | None = None
    otel_instrumentation_genai_capture_message_content: bool = False

    cors_allowed_origins: Origins = ("*",)
    request_timeout_seconds: float = Field(30, gt=0, le=600)
    trusted_documents: Path | None = None
    max_request_bytes: int = Field(262_144, ge=1024, le=16_777_216)
    rate_limit_per_minute: int = Field(300, ge=1, le=1_000_000)
    redis_url: Annotated[SecretStr, AfterValidator(_redis_url)] | None = None
    trusted_proxies: Networks = ()

    free_generations_per_day: int = Field(10, ge=0)
    premium_generations_per_day: int = Field(20, ge=0)
    messages_per_day: int = Field(100, ge=0)

    @property
    def is_production(self) -> bool:
        return self.environment is Environment.PRODUCTION

    @property
    def uses_model(self) -> bool:
        """Whether there is a language model here, and premium athletes may use it."""
        return self.premium_tier_enabled and self.openai_api_key is not None

    def faults(self, already_said: frozenset[str] = frozenset()) -> list[str]:
        """What is missing, or set in a way that this environment refuses, but for settings whose faults were said already."""
        wishes = _EVERYWHERE + (_IN_PRODUCTION if self.is_production else ())
        return [wish.otherwise for wish in wishes if not (wish.settings & already_said or wish.is_kept(self))]


class _Wish(NamedTuple):
    """What must hold among settings, and what is said where it does not."""

    settings: frozenset[str]
    is_kept: Callable[[Settings], bool]
    otherwise: str


_EVERYWHERE = (
    _Wish(
        frozenset({"database_url", "database_direct_url"}),
        lambda settings: settings.database_direct_url is None or settings.database_url is not None,
        "DATABASE_URL is missing: DATABASE_DIRECT_URL is the same database beside it, without a pooler.",
    ),
    _Wish(
        frozenset({"oidc_issuer", "oidc_audience"}),
        lambda settings: settings.oidc_issuer is None or settings.oidc_audience is not None,
        "OIDC_AUDIENCE is missing: OIDC_ISSUER needs it, to know which tokens are meant for this API.",
    ),
    _Wish(
        frozenset({"supabase_url", "supabase_service_role_key"}),
        lambda settings: settings.supabase_service_role_key is None or settings.supabase_url is not None,
        "SUPABASE_URL is missing: SUPABASE_SERVICE_ROLE_KEY deletes users of that project.",
    ),
    _Wish(
        frozenset({"openai_api_key", "fallback_to_free"}),
        lambda settings: settings.fallback_to_free or settings.uses_model or not settings.premium_tier_enabled,
        "OPENAI_API_KEY is missing: with FALLBACK_TO_FREE=false no premium plan can be made without it.",
    ),
)
_IN_PRODUCTION = (
    _Wish(
        frozenset({"database_url"}),
        lambda settings: settings.database_url is not None,
        "DATABASE_URL is missing: production needs a PostgreSQL of its own.",
    ),
    _Wish(
        frozenset({"supabase_url", "supabase_jwt_secret", "oidc_issuer"}),
        lambda settings: bool(settings.supabase_url or settings.supabase_jwt_secret or settings.oidc_issuer),
        "A way to verify tokens is missing: set SUPABASE_URL, SUPABASE_JWT_SECRET, or OIDC_ISSUER and OIDC_AUDIENCE.",
    ),
    _Wish(
        frozenset({"openai_api_key"}),
        lambda settings: settings.uses_model or not settings.premium_tier_enabled or not settings.fallback_to_free,
        "OPENAI_API_KEY is missing: the premium tier needs it. Or set PREMIUM_TIER_ENABLED=false.",
    ),
    _Wish(
        frozenset({"cors_allowed_origins"}),
        lambda settings: "*" not in settings.cors_allowed_origins,
        "CORS_ALLOWED_ORIGINS must name the origins of your apps, separated by commas, and not be `*`.",
    ),
    _Wish(frozenset({"debug"}), lambda settings: not settings.debug, "DEBUG must be false in production."),
)


def _in_production(values: dict[str, object]) -> bool:
    return values.get("environment") is Environment.PRODUCTION


def read_settings() -> Settings:
    """The settings of this process. Raises SettingsFault with all faults at once, invalid values and missing ones alike."""
    env_file = None if os.environ.get("ENVIRONMENT", "").strip().lower() == Environment.PRODUCTION else _ENV_FILE
    invalid: list[str] = []
    replaced: dict[str, object] = {}
    try:
        settings = Settings(_env_file=env_file)
    except ValidationError as error:
        # Once more with the defaults of what was invalid, so that what is missing besides is said in the same list.
        for fault in error.errors(include_url=False, include_input=False, include_context=False):
            name = str(fault["loc"][0])
            replaced[name] = Settings.model_fields[name].get_default(call_default_factory=True, validated_data={})
            if fault["type"] != "default_factory_not_called":  # that one follows from another fault
                invalid.append(f"{name.upper()}: {fault['msg'].removeprefix('Value error, ')}.")
        settings = Settings(_env_file=env_file, **replaced)  # type: ignore[arg-type]  # defaults, by name
    faults = invalid + settings.faults(frozenset(replaced))
    if faults:
        raise SettingsFault(faults)
    return settings
