"""History by recorded time: what was recorded at T, whatever became of it later."""
