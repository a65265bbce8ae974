"""Text that people wrote: stored as given, but normalised and without control characters."""

import re
import unicodedata

_DROPPED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Unicode's categories Cc and Cs, but for line breaks and tabs."""


def normalised(text: str) -> str:
    """NFC, without control characters (line breaks and tabs stay) and lone surrogates, and without blanks at the ends."""
    return unicodedata.normalize("NFC", _DROPPED.sub("", text)).strip()
