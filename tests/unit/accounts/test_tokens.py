"""Which tokens are accepted, in each way of verifying them, and for whom they speak."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.errors import Unauthenticated
from domain.ids import athlete_id_of
from domain.profile import Tier, Viewer
from services.accounts.signing import development_signer, secret_signer
from tests.unit.accounts.conftest import DEVELOPMENT_KEY, MODES, NOW, PROJECT, SECRET, SUPABASE_URL, Mode
from tests.unit.accounts.forgeries import BY_KEY, BY_NAME, FORGERIES


async def test_a_good_token_speaks_for_its_subject_in_the_free_tier(mode: Mode) -> None:
    viewer = await mode.tokens.viewer(mode.signed(mode.claims()))

    issuer = mode.issuer or "coachbook"
    assert viewer == Viewer(
        athlete_id=athlete_id_of(issuer=issuer, subject="ann"),
        subject="ann",
        issuer=issuer,
        tier=Tier.FREE,
        expires_at=NOW + timedelta(seconds=600),
    )


@pytest.mark.parametrize("forgery", FORGERIES)
async def test_a_forgery_is_refused(mode: Mode, forgery: str) -> None:
    await mode.tokens.viewer(mode.signed(mode.claims()))  # a good one that was seen just before lends it nothing

    with pytest.raises(Unauthenticated) as refused:
        await mode.tokens.viewer(FORGERIES[forgery](mode))

    assert str(refused.value).startswith("This token is not accepted: ")


@pytest.mark.parametrize("forgery", BY_NAME)
@pytest.mark.parametrize("name", [mode for mode in MODES if mode != "secret"])
async def test_a_forgery_in_a_wrong_name_is_refused(mode_named: Callable[[str], Mode], name: str, forgery: str) -> None:
    mode = mode_named(name)

    with pytest.raises(Unauthenticated):
        await mode.tokens.viewer(BY_NAME[forgery](mode))


@pytest.mark.parametrize("forgery", BY_KEY)
@pytest.mark.parametrize("name", ["published keys", "development"])
async def test_a_forgery_in_the_name_of_another_key_is_refused(
    mode_named: Callable[[str], Mode], name: str, forgery: str
) -> None:
    mode = mode_named(name)

    with pytest.raises(Unauthenticated):
        await mode.tokens.viewer(BY_KEY[forgery](mode))


@pytest.mark.parametrize(
    "changes",
    [
        {"exp": int(NOW.timestamp()) - 29},
        {"exp": NOW.timestamp() + 0.5},
        {"nbf": int(NOW.timestamp()) + 29, "iat": int(NOW.timestamp()) + 29},
        {"aud": ["other", "authenticated"]},
        {"role": None},
        {"app_metadata": None},
        {"app_metadata": "premium"},
        {"app_metadata": {"tier": ["premium"]}},
        {"user_metadata": {"tier": "premium"}, "tier": "premium"},
        {"sub": "x" * 255},
        {"is_anonymous": True},
    ],
    ids=str,
)
async def test_what_is_unusual_but_sound_is_accepted_in_the_free_tier(mode: Mode, changes: dict[str, object]) -> None:
    viewer = await mode.tokens.viewer(mode.signed({**mode.claims(), **changes}))

    assert (viewer.tier, viewer.is_service) == (Tier.FREE, False)


async def test_the_tier_is_what_the_issuer_put_into_app_metadata(mode: Mode) -> None:
    viewer = await mode.tokens.viewer(mode.signed({**mode.claims(), "app_metadata": {"tier": "premium"}}))

    assert viewer.tier is Tier.PREMIUM


async def test_the_same_subject_of_two_issuers_is_two_athletes(mode_named: Callable[[str], Mode]) -> None:
    modes = [mode_named("secret"), mode_named("secret of a known project")]

    viewers = [await mode.tokens.viewer(mode.signed(mode.claims())) for mode in modes]

    assert viewers[0].athlete_id != viewers[1].athlete_id


@pytest.mark.parametrize("name", ["secret", "secret of a known project", "development"])
async def test_our_own_issuer_vouches_for_services(mode_named: Callable[[str], Mode], name: str) -> None:
    mode = mode_named(name)

    viewer = await mode.tokens.viewer(mode.signed({**mode.claims(), "iss": "coachbook", "role": "coachbook_service"}))

    assert viewer.is_service


@pytest.mark.parametrize("name", ["secret of a known project", "published keys"])
async def test_a_project_cannot_make_services_of_its_users(mode_named: Callable[[str], Mode], name: str) -> None:
    mode = mode_named(name)

    with pytest.raises(Unauthenticated, match="may not vouch for services"):
        await mode.tokens.viewer(mode.signed({**mode.claims(), "role": "coachbook_service"}))


async def test_published_keys_cannot_sign_in_our_own_name(mode_named: Callable[[str], Mode]) -> None:
    mode = replace(mode_named("published keys"), issuer="coachbook")

    with pytest.raises(Unauthenticated):
        await mode.tokens.viewer(mode.signed({**mode.claims(), "role": "coachbook_service"}))


@pytest.mark.parametrize("is_service", [False, True])
@pytest.mark.parametrize("name", ["secret", "secret of a known project", "development"])
async def test_tokens_that_we_sign_are_accepted(mode_named: Callable[[str], Mode], name: str, is_service: bool) -> None:
    signer = {
        "secret": secret_signer(SECRET, supabase_url=None),
        "secret of a known project": secret_signer(SECRET, supabase_url=SUPABASE_URL),
        "development": development_signer(DEVELOPMENT_KEY),
    }[name]

    token = signer.token("ann", tier=Tier.PREMIUM, is_service=is_service, lifetime=timedelta(hours=1), now=NOW)
    viewer = await mode_named(name).tokens.viewer(token)

    is_project = name == "secret of a known project" and not is_service
    assert viewer.issuer == (PROJECT if is_project else "coachbook")
    assert (viewer.subject, viewer.tier, viewer.is_service) == ("ann", Tier.PREMIUM, is_service)
    assert viewer.expires_at == datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
