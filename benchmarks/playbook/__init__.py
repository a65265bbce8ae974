"""What a playbook learns over weeks of talk, and whether plans keep it: `make bench-playbook`."""
