"""What a call costs: prices by model, and for unknown models the highest there is: rather too much than too little.

Prices are those of OpenAI's list for short contexts (https://developers.openai.com/api/docs/pricing), as others quoted it in March
2026 for 5.3 and older, and in June 2026 for 5.4 and 5.5; discounts for batches and cached input are left out of account. A dollar
for a million tokens is a microdollar for one, so that the sums are whole numbers that a ceiling can be held against.
"""

import math
import re
from typing import NamedTuple


class Price(NamedTuple):
    """Dollars for a million tokens."""

    input: float
    output: float


PRICES: dict[str, Price] = {
    "gpt-5.5": Price(5, 30),
    "gpt-5.5-pro": Price(30, 180),
    "gpt-5.4": Price(2.5, 15),
    "gpt-5.4-mini": Price(0.75, 4.5),
    "gpt-5.4-nano": Price(0.2, 1.25),
    "gpt-5.4-pro": Price(30, 180),
    "gpt-5.2": Price(1.75, 14),
    "gpt-5.1": Price(1.25, 10),
    "gpt-5": Price(1.25, 10),
    "gpt-5-mini": Price(0.25, 2),
    "gpt-5-nano": Price(0.05, 0.4),
    "gpt-5-pro": Price(15, 120),
    "gpt-4.1": Price(2, 8),
    "gpt-4.1-mini": Price(0.4, 1.6),
    "gpt-4.1-nano": Price(0.1, 0.4),
    "gpt-4o": Price(2.5, 10),
    "gpt-4o-mini": Price(0.15, 0.6),
    "o3": Price(2, 8),
    "o4-mini": Price(1.1, 4.4),
    "text-embedding-3-small": Price(0.02, 0),
}
"""A newer price counts from the release that has it."""
CAREFUL = Price(max(price.input for price in PRICES.values()), max(price.output for price in PRICES.values()))
"""For models that are not in the table."""
_SNAPSHOT = re.compile(r"-\d{4}-\d{2}-\d{2}$")


def price_of(model: str) -> Price:
    """Snapshots such as `gpt-4o-2024-08-06` cost what their model costs; a longer name is another model."""
    return PRICES.get(_SNAPSHOT.sub("", model), CAREFUL)


def microdollars(model: str, *, input_tokens: int, output_tokens: int) -> int:
    """The cost, rounded up."""
    price = price_of(model)
    return math.ceil(round(input_tokens * price.input + output_tokens * price.output, 6))
