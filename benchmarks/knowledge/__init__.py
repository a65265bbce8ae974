"""Whether lessons find the notes that belong to them: `make bench-knowledge`."""
