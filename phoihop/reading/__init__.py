"""Reading: text out of files, in a jail; pure, without Django, settings or clock."""
