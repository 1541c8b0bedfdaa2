"""The page History: search in everything that was ever scanned here."""
