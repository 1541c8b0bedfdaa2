"""Who is at the station: the question for a supervisor, the lock, the people page."""
