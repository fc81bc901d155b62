"""Who did what, before and after: a hash chain without foreign keys."""
