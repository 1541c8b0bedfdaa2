"""The pages where a station is set up: its scanners."""
