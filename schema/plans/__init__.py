"""Plans, their weeks and days."""
