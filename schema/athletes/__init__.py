"""The athlete, and all that hangs on them."""
