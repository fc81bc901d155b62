"""Days in Việt Nam: the lunar calendar, days off, working days, anniversaries. Pure."""
