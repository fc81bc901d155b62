"""Work in the background: asked for by kind and id, done exactly once."""
