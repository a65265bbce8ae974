"""Who is asking: tokens, and the viewer that they speak for."""
