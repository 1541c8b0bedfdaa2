"""About this program: what it is made of, and whether all of it is here."""
