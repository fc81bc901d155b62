"""The reader over texts: each finder, hostile texts, the command, the corpus."""
