"""What keeps a backup, a restore or a move from being done, in both languages."""

import errno
import sqlite3

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
# SQLite says “full” only for ENOSPC; a quota or a limit is an I/O error to it.
NO_ROOM_IN_SQLITE = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
NO_ROOM_SAID = ("no space left", "disk quota exceeded", "file too large")


class Trouble(Exception):
    """Nothing was done, and why: what is wrong, and what to do."""

    def __init__(self, vietnamese: str, english: str) -> None:
        super().__init__(f"{vietnamese} / {english}")


def no_room(where: object) -> Trouble:
    """The disk is full."""
    return Trouble(
        f"Hết chỗ lưu ở {where}. Dọn bớt hoặc chọn ổ đĩa khác rồi chạy lại.",
        f"There is no room left at {where}. Make room or name another disk, then "
        "run this again.",
    )


def is_no_room(error: Exception) -> bool:
    """Whether this error says that a disk is full, or a limit reached."""
    if isinstance(error, OSError):
        return error.errno in NO_ROOM
    if isinstance(error, sqlite3.Error):
        code: int = getattr(error, "sqlite_errorcode", 0)
        return code & 0xFF in NO_ROOM_IN_SQLITE
    return any(words in str(error).lower() for words in NO_ROOM_SAID)
