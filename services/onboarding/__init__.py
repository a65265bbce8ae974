"""Profile, questions and answers, and what follows from them: the constraints and the basis of every plan."""
