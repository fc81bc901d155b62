"""Papers: received, read, looked through by a person; the desk of nobody else."""
