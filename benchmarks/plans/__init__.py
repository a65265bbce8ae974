"""CoachBench: plans for 200 seeded athletes, judged by the checker, beside three baselines; `make bench-plans`."""
