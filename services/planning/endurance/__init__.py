"""The endurance part: which sport, how long, how hard."""
