"""What everything is drawn with: theme, fonts, icons, painted text, the base of the tables."""
