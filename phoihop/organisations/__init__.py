"""Who is who over time, and who may do what in which circle."""
