"""The trunk: programmes, their parties, yearly plans, tasks."""
