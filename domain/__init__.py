"""The vocabulary: words without IO, that every other package may import."""
