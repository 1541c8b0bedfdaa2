"""What is heard: which event plays what and how often, and the process that plays it."""
