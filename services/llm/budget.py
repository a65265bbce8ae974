"""A token bucket for retries, so that a provider in trouble is not asked twice as often by everybody at once."""

from collections.abc import Callable

CAPACITY = 10.0
PER_SECOND = 0.2


class RetryBudget:
    """Starts full; each retry takes one, and time gives back. The clock gives monotonic seconds."""

    def __init__(
        self, clock: Callable[[], float], *, capacity: float = CAPACITY, per_second: float = PER_SECOND
    ) -> None:
        self._clock = clock
        self._capacity = capacity
        self._per_second = per_second
        self._left = capacity
        self._filled_at = clock()

    def take(self) -> bool:
        """Whether one more retry is allowed; if so, it is taken."""
        now = self._clock()
        self._left = min(self._capacity, self._left + (now - self._filled_at) * self._per_second)
        self._filled_at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True
