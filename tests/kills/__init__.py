"""The real server and worker, killed while people work."""
