"""Plan generations: asked for, worked on durably, and told about while they go on."""
