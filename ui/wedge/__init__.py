"""A scanner in keyboard mode: its keys are found among all others and kept away from everything else."""
