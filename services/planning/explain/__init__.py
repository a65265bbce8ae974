"""The words of a plan: written last, from what the plan holds, so that they claim nothing that is not so."""
