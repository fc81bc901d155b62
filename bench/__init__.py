"""Benchmarks: each figure beside a floor measured in the same run.

``make bench`` prints one JSON object a line; ``make bench SIZE=full`` does the same
with a million tasks. ``measure`` is the machinery, ``databases`` and ``seed`` make the
province that is measured, ``papers`` is what lies on its
desk; ``pages``, ``tasks``, ``trail``, ``reading`` and ``report`` hold the lines.
"""
