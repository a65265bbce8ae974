"""How much the variables of a request may hold: it is coerced, checked and, where it is wrong, answered value by value."""

from web.limits import Variables, too_complex

MOST_VALUES = 3_000
"""As many as a document may have tokens, and nearly twice what the largest workout log holds."""


def check_variables(variables: Variables) -> None:
    """Raises the refusal where they hold too much. Looks at no more of them than that."""
    waiting: list[object] = [variables]
    count = 0
    while waiting:
        value = waiting.pop()
        inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        count += len(inside)
        if count > MOST_VALUES:
            raise too_complex(f"The variables hold more than {MOST_VALUES} values.")
        waiting.extend(inside)
