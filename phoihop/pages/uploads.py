"""How bytes come in: into memory only, up to a limit, where a page takes them.

Nothing of a request ever touches a disk before it was examined: there is no temporary
file in this house. Django reads a posted form before the view runs, so what may not
come in is stopped here, while it is still on the line.
"""

import logging
from collections.abc import Callable
from io import BytesIO
from typing import IO, Any, TypeVar

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest

from phoihop.reading import caps
from phoihop.refusals import Refused

log = logging.getLogger(__name__)

View = TypeVar("View", bound=Callable[..., Any])


def takes_files(view: View) -> View:
    """Mark a page that takes files; stands under the mark of whom the page is for.

    A file posted to any other page ends the request.
    """
    view.takes_files = True  # type: ignore[attr-defined]  # a mark on a function
    return view


def refused_upload(request: HttpRequest) -> Refused | None:
    """The refusal of a file that was stopped on the line, if one was."""
    found: Refused | None = getattr(request, "refused_upload", None)
    return found


def _is_signed_in(request: Any) -> bool:
    try:
        return bool(request.user.is_authenticated)
    except (DatabaseError, InterfaceError):
        return False


class MemoryOnly(FileUploadHandler):
    """Holds the files of a request in memory; stops reading where they are too much."""

    def handle_raw_input(
        self,
        input_data: IO[bytes],
        META: dict[str, str],
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        """Hear how long the request says it is; a longer one is not read."""
        # Besides its files a request holds what is typed, and the parts' heads.
        self.most = caps.FILE_BYTES
        beside = settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0
        self.is_too_much = content_length > self.most + beside
        self.received = 0

    def new_file(self, field_name: str, file_name: str, *args: Any, **kw: Any) -> None:
        """A file begins: only where one is expected, from somebody signed in."""
        super().new_file(field_name, file_name, *args, **kw)
        request: Any = self.request
        match = request.resolver_match
        if match is None or not getattr(match.func, "takes_files", False):
            name = match.view_name if match else ""
            log.warning("The page %r takes no files: @takes_files", name)
            raise RequestDataTooBig("A file where none is taken.")
        if not _is_signed_in(request):
            # The page leads to the door, or says what is the matter; the file is
            # not even read.
            raise StopUpload(connection_reset=True)
        if self.is_too_much:
            self._refuse()
        self.held = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """The next bytes, of all files of the request together up to the limit."""
        self.received += len(raw_data)
        if self.received > self.most:
            self._refuse()
        self.held.write(raw_data)

    def file_complete(self, file_size: int) -> "UploadedFile[bytes]":
        """The file is whole."""
        self.held.seek(0)
        return InMemoryUploadedFile(
            file=self.held,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )

    def _refuse(self) -> None:
        """Read no further; what was typed before the file is kept."""
        request: Any = self.request
        most = caps.FILE_BYTES // caps.MB
        request.refused_upload = Refused(
            "file.too_large", field=self.field_name or "", most=most
        )
        raise StopUpload(connection_reset=True)
