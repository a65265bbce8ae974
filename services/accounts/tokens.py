"""Tokens: from a bearer token to the viewer that it speaks for."""

import asyncio
from collections.abc import Sequence

from joserfc import jws
from joserfc.errors import JoseError

from domain.clock import Clock
from domain.errors import Unavailable
from domain.ids import athlete_id_of
from domain.profile import Viewer
from services.accounts.claims import Claims, Header, check_claims, read_token, refused
from services.accounts.issuers import OWN_ISSUER, Issuer
from services.accounts.proven import ProvenSignatures


class Tokens:
    """Verifies tokens of the issuers that this server trusts."""

    def __init__(self, issuers: Sequence[Issuer], *, clock: Clock) -> None:
        self._issuers = tuple(issuers)
        self._clock = clock
        self._proven = ProvenSignatures()

    async def viewer(self, token: str) -> Viewer:
        """Whom the token speaks for. Raises Unauthenticated, or Unavailable where an issuer's keys cannot be had now."""
        header, claims = read_token(token)
        issuer = self._issuer_of(header, claims)
        await self._verify(token, header, issuer)
        check_claims(claims, audience=issuer.audience, now=self._clock())
        if claims.is_service and claims.iss not in issuer.service_names:
            raise refused("its issuer may not vouch for services")
        name = claims.iss or OWN_ISSUER
        return Viewer(
            athlete_id=athlete_id_of(issuer=name, subject=claims.sub),
            subject=claims.sub,
            issuer=name,
            tier=claims.tier,
            expires_at=claims.expires_at,
            is_service=claims.is_service,
        )

    async def check_keys(self) -> None:
        """Raises Unavailable where the tokens of an issuer cannot be verified now."""
        ready = await asyncio.gather(*(issuer.keys.ready() for issuer in self._issuers))
        if not all(ready):
            raise Unavailable("The keys of an issuer of tokens cannot be had.")

    async def close(self) -> None:
        for issuer in self._issuers:
            await issuer.keys.close()

    def _issuer_of(self, header: Header, claims: Claims) -> Issuer:
        for issuer in self._issuers:
            if issuer.signs(claims, header.alg):
                return issuer
        raise refused("its issuer or algorithm is not trusted here")

    async def _verify(self, token: str, header: Header, issuer: Issuer) -> None:
        """The signature is the issuer's, by the one algorithm that the header names and the issuer allows."""
        key = await issuer.keys.key(header.kid, header.alg)
        if self._proven.has(token, key):
            return
        registry = jws.JWSRegistry(algorithms=[header.alg], strict_check_header=False)
        try:
            jws.deserialize_compact(token, key, registry=registry)
        except (JoseError, ValueError, RecursionError):
            raise refused("its signature is not its issuer's") from None
        self._proven.add(token, key)
