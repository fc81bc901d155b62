"""What an inspection may find, in both languages. A finding tells where, never what."""

from typing import NamedTuple

WORDS = {
    "file.missing": "tệp bị mất, còn dòng / the bytes of a file are missing",
    "file.size": "tệp sai dung lượng / a file of another size than its row says",
    "file.bytes": "nội dung tệp bị thay đổi / a file with other bytes than its row "
    "says",
    "file.stray": "tệp không có dòng / a file without a row",
    "file.waiting": "tệp chờ quá 1 giờ, không có dòng / a file that waits for no row",
    "trail.fault": "nhật ký không nguyên vẹn / the trail is not whole",
    "database.damaged": "cơ sở dữ liệu hỏng / the database is damaged",
    "key.dangling": "khóa trỏ đến dòng không có / a key that leads to no row",
    "constraint.missing": "thiếu ràng buộc / a constraint or index is missing",
    "constraint.unchecked": "ràng buộc chưa hiệu lực / a constraint that does not hold",
    "guard.missing": "thiếu trigger bảo vệ nhật ký / a guard of the trail is missing",
    "version.not_one": "dòng không có đúng một phiên bản hiện hành / a row without "
    "exactly one standing version",
    "version.differs": "phiên bản hiện hành khác dòng / a standing version that says "
    "another thing than its row",
    "version.of_nothing": "phiên bản không có dòng / a version of no row",
    "version.times": "thời gian các phiên bản không nối nhau / versions that do not "
    "follow one another",
    "circle.crossed": "khóa trỏ ra ngoài vòng phối hợp / a key that leads out of the "
    "circle",
    "job.stuck": "việc nền bị treo / a job that nobody carries on",
}
# Of each kind in each place so many are looked for: enough to see what happened.
MOST = 100


class Finding(NamedTuple):
    """One thing that is not as it must be: its kind, and where."""

    kind: str
    where: str

    def __str__(self) -> str:
        return f"{self.where}: {WORDS[self.kind]}"
