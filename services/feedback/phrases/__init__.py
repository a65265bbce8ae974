"""What people say, as data: phrases one below the other, which are made into regular expressions.

A line is one phrase or several with a stroke between them; a line that is set in further goes on with the one above it.
`<weekday>` stands for any day of the week.
"""

import re
import textwrap
from collections.abc import Mapping

from services.feedback.words import WEEKDAY_SOURCE

_FOR_THEMSELVES = re.compile(r"\\.|\[[^]]*\]")


def one_of(text: str, **named: str) -> re.Pattern[str]:
    """Any of these phrases, as whole words. `<name>` in them stands for what is `named` so."""
    return re.compile("|".join(rf"\b(?:{entry})\b" for entry in _entries(text, named)))


def any_of(text: str, **named: str) -> re.Pattern[str]:
    """The same for patterns that say themselves where words begin and end."""
    return re.compile("|".join(_entries(text, named)))


def alternatives(text: str, **named: str) -> str:
    """The same as a piece of other patterns."""
    return f"(?:{'|'.join(_entries(text, named))})"


def _entries(text: str, named: Mapping[str, str]) -> list[str]:
    entries: list[str] = []
    for line in textwrap.dedent(text).strip("\n").splitlines():
        if line.startswith(" ") and entries:
            entries[-1] += line.strip()
        elif line.strip():
            entries.append(line.strip())
    if torn := [entry for entry in entries if not _is_whole(entry)]:
        raise ValueError(f"Lines that go on with the one above are to be set in further: {torn}")
    return [_filled(entry, named) for entry in entries]


def _is_whole(entry: str) -> bool:
    """Whether all brackets are closed, those aside that stand for themselves. A torn entry would match a mere `the`."""
    bare = _FOR_THEMSELVES.sub("", entry)
    return bare.count("(") == bare.count(")")


def _filled(entry: str, named: Mapping[str, str]) -> str:
    for name, source in {**named, "weekday": f"(?:{WEEKDAY_SOURCE})"}.items():
        entry = entry.replace(f"<{name}>", source)
    return entry
