"""C16: no text makes any pattern of the house slow.

``found`` lists every pattern that the house compiles; ``adversarial`` makes of each the
texts it would like least.
"""
