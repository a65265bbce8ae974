"""What comparing costs: plans with ever more lessons, explained with and without the plans that there would be without each."""
