"""What passes between the jail, its keeper and the children: sizes and shapes."""

import struct

# Wait status of a child, and whether the keeper ended it for taking too long.
STATUS = struct.Struct("<iB")
# An answer is as long as it says: whoever has all of it need not wait for the child.
LENGTH = struct.Struct("<Q")
MESSAGE_BYTES = 4096
# Asked for by this ending, a file is an e-mail whose attachments are wanted.
MAIL = "eml"
