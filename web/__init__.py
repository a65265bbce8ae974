"""HTTP, and nothing of what the product does."""
