"""What this server is and offers, for everybody to see."""

import msgspec

API_VERSION = "1"
"""Changes only when something in the API breaks."""


class ServiceFacts(msgspec.Struct, frozen=True, kw_only=True):
    """Plain facts on this server, the same for all who ask."""

    version: str
    api_version: str = API_VERSION
    is_premium_enabled: bool
    catalogue_version: str
