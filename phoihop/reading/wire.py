"""What passes between the jail, its keeper and the children: sizes and shapes.

Asker to keeper, one message a child: whether it may serve again, and two handles: the
channel on which papers will come, and the lease. Whoever closes the lease ends the
child; the keeper tells on it how the child ended.

Asker to child, on the channel: ``REQUEST``, words as JSON (the errand and what it
needs to know), the paper. Child to asker: ``ANSWER``, words as JSON.
"""

import os
import struct

# Wait status of a child.
STATUS = struct.Struct("<i")
# How long the words are, and how long the paper.
REQUEST = struct.Struct("<IQ")
# How long the words are, and whether the child waits for another paper.
ANSWER = struct.Struct("<QB")
MESSAGE_BYTES = 4096
# What is read or sent at once where it is little: most papers and their words.
LITTLE_BYTES = 1 << 14
MUCH_BYTES = 1 << 20


def write_all(handle: int, data: bytes) -> None:
    """All of ``data`` into a channel."""
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]
