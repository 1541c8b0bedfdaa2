"""A stand-in for the platform on 127.0.0.1. It shares no code with the client, so that a shared bug cannot hide."""
