"""From the outbox to the platform: batch, send, settle, ask, park, back off."""
