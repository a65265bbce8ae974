"""What settings mean, and with which ones nothing starts."""

import re
from pathlib import Path

import pytest

from settings import Environment, Settings, SettingsFault, read_settings

PRODUCTION = {
    "ENVIRONMENT": "production",
    "DATABASE_URL": "postgresql://app:canary-password@db/coachbook",
    "SUPABASE_JWT_SECRET": "canary-secret-of-more-than-thirty-two-bytes",
    "OPENAI_API_KEY": "canary-key",
    "CORS_ALLOWED_ORIGINS": "https://app.example.com, https://www.example.com",
}


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of whoever runs the tests, and no `.env` of theirs."""
    for name in (
        *PRODUCTION, "DEBUG", "HOST", "PORT", "LOG_LEVEL", "LOG_FILE", "DATA_DIR", "DATABASE_POOL_SIZE", "SUPABASE_URL",
        "SUPABASE_SERVICE_ROLE_KEY", "OIDC_ISSUER", "OIDC_AUDIENCE", "PREMIUM_TIER_ENABLED", "FALLBACK_TO_FREE", "OPENAI_MODEL",
        "OPENAI_TEMPERATURE", "OPENAI_BASE_URL", "MODEL_DEADLINE_SECONDS", "MODEL_BRIEF_DEADLINE_SECONDS", "MODEL_CONCURRENCY",
        "MODEL_CALLS_PER_DAY", "MODEL_DOLLARS_PER_DAY",
        "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", "REQUEST_TIMEOUT_SECONDS", "MAX_REQUEST_BYTES",
        "RATE_LIMIT_PER_MINUTE", "REDIS_URL", "TRUSTED_PROXIES", "METRICS_TOKEN", "SENTRY_DSN",
    ):  # fmt: skip
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def set_all(monkeypatch: pytest.MonkeyPatch, values: dict[str, str]) -> None:
    for name, value in values.items():
        monkeypatch.setenv(name, value)


def faults_of(monkeypatch: pytest.MonkeyPatch, values: dict[str, str]) -> tuple[str, ...]:
    set_all(monkeypatch, values)
    with pytest.raises(SettingsFault) as refused:
        read_settings()
    return refused.value.faults


def test_development_needs_nothing() -> None:
    settings = read_settings()

    assert settings.environment is Environment.DEVELOPMENT
    assert (settings.host, settings.port, settings.log_level) == ("127.0.0.1", 8000, "DEBUG")
    assert (settings.request_timeout_seconds, settings.max_request_bytes) == (30, 262_144)
    assert (settings.free_generations_per_day, settings.premium_generations_per_day, settings.messages_per_day) == (
        10,
        20,
        100,
    )
    assert settings.premium_tier_enabled is True
    assert settings.data_dir == Path(".data")


def test_production_listens_to_everybody_and_logs_less(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch, PRODUCTION)

    settings = read_settings()

    assert (settings.host, settings.log_level) == ("0.0.0.0", "INFO")
    assert settings.cors_allowed_origins == ("https://app.example.com", "https://www.example.com")


def test_bare_production_is_told_everything_that_is_missing_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    faults = faults_of(monkeypatch, {"ENVIRONMENT": "production"})

    assert [fault.split(" ")[0] for fault in faults] == ["DATABASE_URL", "A", "OPENAI_API_KEY", "CORS_ALLOWED_ORIGINS"]


def test_what_is_invalid_and_what_is_missing_come_in_one_list(monkeypatch: pytest.MonkeyPatch) -> None:
    faults = faults_of(
        monkeypatch, {**PRODUCTION, "PORT": "many", "DEBUG": "true", "OPENAI_API_KEY": "", "LOG_LEVEL": "LOUD"}
    )

    assert [fault.split(" ")[0] for fault in faults] == ["PORT:", "LOG_LEVEL:", "OPENAI_API_KEY", "DEBUG"]


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"DATABASE_URL": ""}, "DATABASE_URL"),
        ({"SUPABASE_JWT_SECRET": ""}, "A way to verify tokens"),
        ({"OPENAI_API_KEY": ""}, "OPENAI_API_KEY"),
        ({"CORS_ALLOWED_ORIGINS": ""}, "CORS_ALLOWED_ORIGINS"),
        ({"CORS_ALLOWED_ORIGINS": "https://app.example.com,*"}, "CORS_ALLOWED_ORIGINS"),
        ({"CORS_ALLOWED_ORIGINS": "app.example.com"}, "CORS_ALLOWED_ORIGINS"),
        ({"DEBUG": "true"}, "DEBUG"),
        ({"OPENAI_API_KEY": "", "FALLBACK_TO_FREE": "false"}, "OPENAI_API_KEY"),
        ({"OPENAI_BASE_URL": "localhost:8089"}, "OPENAI_BASE_URL"),
        ({"OPENAI_TEMPERATURE": "2.5"}, "OPENAI_TEMPERATURE"),
        ({"OIDC_ISSUER": "https://login.example.com"}, "OIDC_AUDIENCE"),
        ({"DATABASE_URL": "mysql://app:canary-password@db/coachbook"}, "DATABASE_URL"),
        ({"SUPABASE_JWT_SECRET": "canary"}, "SUPABASE_JWT_SECRET"),
        ({"SUPABASE_URL": "example.supabase.co"}, "SUPABASE_URL"),
        ({"SUPABASE_SERVICE_ROLE_KEY": "canary"}, "SUPABASE_URL"),
        ({"SUPABASE_URL": "https://ann:canary@example.supabase.co"}, "SUPABASE_URL"),
        ({"OPENAI_BASE_URL": "https://ann:canary@proxy.example.com/v1"}, "OPENAI_BASE_URL"),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": "https://canary@collector.example.com"}, "OTEL_EXPORTER_OTLP_ENDPOINT"),
        ({"OIDC_ISSUER": "https://:canary@login.example.com", "OIDC_AUDIENCE": "x"}, "OIDC_ISSUER"),
        ({"REQUEST_TIMEOUT_SECONDS": "0"}, "REQUEST_TIMEOUT_SECONDS"),
        ({"MAX_REQUEST_BYTES": "-1"}, "MAX_REQUEST_BYTES"),
        ({"ENVIRONMENT": "prod"}, "ENVIRONMENT"),
        ({"RATE_LIMIT_PER_MINUTE": "0"}, "RATE_LIMIT_PER_MINUTE"),
        ({"REDIS_URL": "localhost:6379/canary"}, "REDIS_URL"),
        ({"TRUSTED_PROXIES": "10.0.0.0/8, *"}, "TRUSTED_PROXIES"),
        ({"METRICS_TOKEN": "canary"}, "METRICS_TOKEN"),
        ({"SENTRY_DSN": "https://canary.example.com/2"}, "SENTRY_DSN"),
        ({"TRUSTED_PROXIES": "proxy.example.com"}, "TRUSTED_PROXIES"),
    ],
    ids=str,
)
def test_one_fault_is_the_only_one_said_and_tells_no_secret(
    monkeypatch: pytest.MonkeyPatch, change: dict[str, str], named: str
) -> None:
    faults = faults_of(monkeypatch, {**PRODUCTION, **change})

    assert len(faults) == 1
    assert faults[0].startswith(named)
    assert "canary" not in faults[0]


def test_without_the_premium_tier_no_key_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch, {**PRODUCTION, "OPENAI_API_KEY": "", "PREMIUM_TIER_ENABLED": "false"})

    assert read_settings().premium_tier_enabled is False


def test_a_premium_tier_without_rules_to_fall_back_on_needs_a_key_in_development_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert [fault.split(" ")[0] for fault in faults_of(monkeypatch, {"FALLBACK_TO_FREE": "false"})] == [
        "OPENAI_API_KEY"
    ]


@pytest.mark.parametrize(
    ("values", "is_used"),
    [
        ({}, False),
        ({"OPENAI_API_KEY": "canary-key"}, True),
        ({"OPENAI_API_KEY": "canary-key", "PREMIUM_TIER_ENABLED": "false"}, False),
    ],
)
def test_a_model_takes_a_key_and_the_premium_tier(
    monkeypatch: pytest.MonkeyPatch, values: dict[str, str], is_used: bool
) -> None:
    set_all(monkeypatch, values)

    assert read_settings().uses_model is is_used


def test_no_secret_shows_in_any_form_of_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    deleting = {"SUPABASE_URL": "https://one.supabase.co", "SUPABASE_SERVICE_ROLE_KEY": "canary-role"}
    set_all(
        monkeypatch,
        PRODUCTION
        | deleting
        | {
            "REDIS_URL": "redis://:canary-redis@cache:6379",
            "METRICS_TOKEN": "canary-metrics-of-more-than-thirty-two-bytes",
            "SENTRY_DSN": "https://canary@sentry.example.com/2",
        },
    )

    settings = read_settings()

    assert settings.supabase_service_role_key is not None
    assert "canary" not in f"{settings} {settings!r} {settings.model_dump()} {settings.model_dump_json()}"


def test_every_text_is_a_secret_or_known_to_be_none() -> None:
    texts = {name for name, field in Settings.model_fields.items() if "str" in str(field.annotation).lower()}
    secrets = {name for name in texts if "SecretStr" in str(Settings.model_fields[name].annotation)}
    assert texts - secrets == {
        "host",
        "supabase_url",
        "oidc_issuer",
        "oidc_audience",
        "openai_model",
        "openai_base_url",
        "otel_exporter_otlp_endpoint",
        "cors_allowed_origins",
        "trusted_proxies",
    }


def test_development_reads_a_dotenv_file_and_the_environment_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("PORT=9001\nLOG_LEVEL=warning\nNOT_OURS=1\n")
    monkeypatch.setenv("PORT", "9002")

    settings = read_settings()

    assert (settings.port, settings.log_level) == (9002, "WARNING")


def test_production_reads_no_dotenv_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("PORT=9001\n")
    set_all(monkeypatch, PRODUCTION)

    assert read_settings().port == 8000


def test_the_example_names_every_setting_and_no_other() -> None:
    example = (Path(__file__).parents[3] / ".env.example").read_text()

    assert set(re.findall(r"^# ([A-Z_]+)=", example, re.MULTILINE)) == {name.upper() for name in Settings.model_fields}
