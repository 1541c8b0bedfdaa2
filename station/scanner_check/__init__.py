"""The scanner doctor: printed codes whose text is known, and what it means when something else arrives."""
