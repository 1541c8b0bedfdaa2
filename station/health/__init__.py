"""Health of this station: what can be wrong with it, each with what to do."""
