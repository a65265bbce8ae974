"""Few rows in which every two values of two dimensions meet: a small greedy algorithm, the same for the same seed."""

import random
from collections.abc import Mapping, Sequence
from itertools import combinations

Row = dict[str, int]
"""For each dimension the place of its value."""
Pair = tuple[str, int, str, int]

TRIES = 12
"""Rows that are drawn before the best of them is kept."""


def covering_rows(sizes: Mapping[str, int], seed: int) -> list[Row]:
    """Rows of which at least one has any given pair of values. `sizes`: how many values each dimension has.

    Each row starts from a pair that is not covered yet and takes, dimension by dimension in a drawn order, the value that
    covers most new pairs (after AETG, Cohen 1997).
    """
    chance = random.Random(seed)
    open_pairs = _all_pairs(sizes)
    rows: list[Row] = []
    while open_pairs:
        start = min(open_pairs)
        tries = [_drawn_row(sizes, open_pairs, start, chance) for _ in range(TRIES)]
        best = max(tries, key=lambda row: len(open_pairs & pairs_of(row)))
        rows.append(best)
        open_pairs -= pairs_of(best)
    return rows


def pairs_of(row: Row) -> set[Pair]:
    """Every two values of a row, the dimensions in the order of their names."""
    return {(one, row[one], other, row[other]) for one, other in combinations(sorted(row), 2)}


def uncovered(rows: Sequence[Row], sizes: Mapping[str, int]) -> set[Pair]:
    """The pairs of values that no row has."""
    return _all_pairs(sizes).difference(*(pairs_of(row) for row in rows))


def _all_pairs(sizes: Mapping[str, int]) -> set[Pair]:
    return {
        (one, first, other, second)
        for one, other in combinations(sorted(sizes), 2)
        for first in range(sizes[one])
        for second in range(sizes[other])
    }


def _drawn_row(sizes: Mapping[str, int], open_pairs: set[Pair], start: Pair, chance: random.Random) -> Row:
    row: Row = {start[0]: start[1], start[2]: start[3]}
    names = sorted(sizes.keys() - row.keys())
    chance.shuffle(names)
    for name in names:
        gains = [_gain(row, name, value, open_pairs) for value in range(sizes[name])]
        most = max(gains)
        row[name] = chance.choice([value for value, gain in enumerate(gains) if gain == most])
    return row


def _gain(row: Row, name: str, value: int, open_pairs: set[Pair]) -> int:
    """How many open pairs this value makes with the values that the row has already."""
    return sum(1 for other, place in row.items() if _pair(name, value, other, place) in open_pairs)


def _pair(one: str, first: int, other: str, second: int) -> Pair:
    return (one, first, other, second) if one < other else (other, second, one, first)
