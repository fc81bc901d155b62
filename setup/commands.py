"""Running other programs, and telling from what they print why they failed."""

import errno
import os
import shlex
import ssl
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from setup.words import Trouble

# What pip, uv and npm print, by cause. The first that matches wins: a full disk
# and a bad certificate both end in lines that also speak of the network.
SIGNS = (
    ("why.disk", ("no space left", "enospc", "os error 28", "disk quota exceeded")),
    (
        "why.hash",
        ("do not match the hashes", "hash mismatch", "eintegrity", "hashes are req"),
    ),
    (
        "why.certificate",
        (
            "certificate_verify_failed",
            "invalid peer certificate",
            "unable_to_get_issuer_cert",
            "unable_to_verify_leaf",
            "self_signed_cert",
            "self-signed certificate",
            "unable to get local issuer",
        ),
    ),
    (
        "why.network",
        (
            "name resolution",
            "dns error",
            "failed to lookup address",
            "enotfound",
            "eai_again",
            "econnrefused",
            "econnreset",
            "etimedout",
            "enetunreach",
            "network is unreachable",
            "error sending request",
            "failed to fetch",
            "connection refused",
            "connection broken",
            "newconnectionerror",
            "proxyerror",
            "err_socket_timeout",
            "(from versions: none)",
        ),
    ),
    ("why.permission", ("permission denied", "eacces", "read-only file system")),
)

# Where distributions keep the certificates the administrator has added.
SYSTEM_CERTIFICATES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/cert.pem",
)
CERTIFICATE_VARIABLES = ("SSL_CERT_FILE", "PIP_CERT")


def cause_of(output: str) -> str:
    """The code of the sentence that fits what a failed command printed."""
    said = output.lower()
    for code, signs in SIGNS:
        if any(sign in said for sign in signs):
            return code
    return "why.other"


def cause_of_error(error: OSError) -> str | None:
    """The same for an error of our own file work; None when it is not expected."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "why.disk"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "why.permission"
    return None


def run(
    command: Sequence[str | Path],
    *,
    log: Path,
    cwd: Path,
    env: Mapping[str, str] | None = None,
) -> str:
    """Run quietly, keep the output in a log, and answer a failure with a sentence.

    pip and uv carry their own list of authorities. Where an office's own authority
    stands between us and the packages they refuse first and are asked again with
    the machine's list.
    """
    environment = dict(os.environ if env is None else env)
    output, code = _run(command, log, cwd, environment)
    if code and cause_of(output) == "why.certificate":
        machine = system_certificates()
        if machine:
            for name in CERTIFICATE_VARIABLES:
                environment.setdefault(name, machine)
            output, code = _run(command, log, cwd, environment)
    if code:
        raise Trouble(
            cause_of(output),
            log=log,
            command=shlex.join(str(part) for part in command[:4]),
            tail="\n".join(f"    {line}" for line in output.splitlines()[-8:]),
        )
    return output


def _run(
    command: Sequence[str | Path], log: Path, cwd: Path, env: Mapping[str, str]
) -> tuple[str, int]:
    log.parent.mkdir(parents=True, exist_ok=True)
    finished = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    log.write_text(finished.stdout, encoding="utf-8")
    return finished.stdout, finished.returncode


def answers(command: Sequence[str | Path]) -> str | None:
    """What a program prints when asked; None when it is not there or fails."""
    try:
        finished = subprocess.run(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=30,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return finished.stdout.strip() if finished.returncode == 0 else None


def system_certificates() -> str | None:
    """The file with the authorities this machine trusts, if it has one."""
    own = ssl.get_default_verify_paths().cafile
    return next(
        (path for path in (own, *SYSTEM_CERTIFICATES) if path and Path(path).is_file()),
        None,
    )
