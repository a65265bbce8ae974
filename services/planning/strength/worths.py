"""What the solver weighs: how much each part of a good week is worth, in points of its objective."""

from domain.terms import MovementPattern

COVER_WORTH = 240
"""For a main pattern trained once a week; the second time is worth as much."""
FIRST_WORTH = 90
"""More for the first time of what a body needs most: a squat, a hinge, a push and a pull, before any of them comes twice."""
NEEDED_MOST = frozenset(
    {
        MovementPattern.SQUAT,
        MovementPattern.HINGE,
        MovementPattern.HORIZONTAL_PUSH,
        MovementPattern.HORIZONTAL_PULL,
    }
)
PLACE_COST = 120
LONG_PLACE_COST = 75
"""What one more exercise costs a session in attention, against its appeal: what is merely common must earn its place, less
where there is much time."""
ASIDE_COST = 60
"""More for isolation of what has no target of its own, such as forearms."""
SHORTAGE_WORTH = 280
"""For a muscle that gets nothing of its target; what is missing counts in proportion."""
FLOOR_WORTH = 150
"""More for what is missing of the fewest sets of a good week."""
EXCESS_WORTH = 20
MOST_USES = 2
"""Of one exercise in a week, where its pattern has others."""
OPEN_SESSION_WORTH = 600
BALANCE_WORTH = 1800
"""Of each session; where there is but one or two, what three would be worth is shared among them."""
MUST_WORTH = 4000
REPEAT_WORTH = 90
HEAVY_WORTH = 1200
"""For heavy work in every session of who wants to be strong."""
MAIN_SETS = 3
MAIN_SETS_WORTH = 130
"""Three sets of a main lift are worth more than two of it and two of something small."""
VARIETY_WORTH = 30
"""Accessories are better two different ones than one twice."""
CLOSE_WORTH = 80
KEPT_WORTH = 400
"""What was trained so far goes on, unless something speaks against it."""
KEPT_SETS_WORTH = 50
NEW_COST = 150
"""What an exercise must be worth beyond its place where others are trained already."""
UNBALANCED_WORTH = 40
BOTH_WAYS_WORTH = 700
"""For a week that pushes and pulls at all."""
CLOSE_HALF_SETS = 12
"""Six hard sets on one muscle want two days of rest (R17)."""
