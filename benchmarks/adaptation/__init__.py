"""Whether adaptation finds out how strong somebody is: athletes whose true maxima it does not know train by its plans."""
