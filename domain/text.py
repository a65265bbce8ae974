"""Text that people wrote: stored as given, but normalised and without control characters."""

import unicodedata

_KEPT = {"\n", "\t"}


def normalised(text: str) -> str:
    """NFC, without control characters (line breaks and tabs stay) and lone surrogates, and without blanks at the ends."""
    kept = (
        character for character in text if character in _KEPT or unicodedata.category(character) not in {"Cc", "Cs"}
    )
    return unicodedata.normalize("NFC", "".join(kept)).strip()
