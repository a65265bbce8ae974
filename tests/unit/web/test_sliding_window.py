"""How often a caller may ask, by a clock that is put forward by hand."""

from dataclasses import dataclass

from web.sliding_window import SlidingWindow


@dataclass
class Now:
    """Seconds since some moment."""

    seconds: float = 600.0

    def __call__(self) -> float:
        return self.seconds


async def taken(window: SlidingWindow, times: int, caller: str = "ann") -> list[int]:
    return [await window.take(caller) for _ in range(times)]


async def test_so_many_are_let_through_and_the_next_is_told_how_long_to_wait() -> None:
    now = Now(615.0)
    window = SlidingWindow(3, clock=now)

    assert await taken(window, 4) == [0, 0, 0, 46]
    assert await taken(window, 3, "bob") == [0, 0, 0]


async def test_what_is_refused_is_not_counted() -> None:
    now = Now(659.0)
    window = SlidingWindow(3, clock=now)
    await taken(window, 50)

    now.seconds = 719.0
    assert await taken(window, 3) == [0, 0, 0]


async def test_the_minute_before_counts_for_the_part_of_it_that_is_not_over() -> None:
    now = Now(659.0)
    window = SlidingWindow(10, clock=now)
    await taken(window, 10)

    now.seconds = 660.0
    assert await taken(window, 1) == [1]
    now.seconds = 661.0
    assert await taken(window, 2) == [0, 6]
    now.seconds = 690.0
    assert await taken(window, 5) == [0, 0, 0, 0, 1]


async def test_whoever_waits_as_long_as_told_is_let_through() -> None:
    now = Now(630.0)
    window = SlidingWindow(7, clock=now)
    for _ in range(200):
        now.seconds += max(await taken(window, 8))
        assert await window.take("ann") == 0
        now.seconds += 0.3


async def test_two_minutes_later_nothing_is_left() -> None:
    now = Now()
    window = SlidingWindow(2, clock=now)
    await taken(window, 2)

    now.seconds += 120
    assert await taken(window, 2) == [0, 0]


async def test_only_so_many_callers_are_kept_in_mind_and_the_oldest_is_forgotten_first() -> None:
    window = SlidingWindow(1, clock=Now(615.0), most_callers=3)

    assert [await window.take(caller) for caller in ("a", "b", "c", "c", "d", "d", "b", "a")] == [
        *[0, 0, 0, 46, 0, 46, 46],
        0,
    ]
