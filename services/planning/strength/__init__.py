"""The strength part: which exercises, how many sets, at what load and effort."""
