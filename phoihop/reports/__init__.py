"""Reviews of plans and programmes, assembled from the records."""
