"""The one place that speaks with a language model: it proposes small, strict things, and code decides what becomes of them."""
