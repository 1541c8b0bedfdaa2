"""The four questions about replacing PIDs, answered where the work is done, without a network."""
