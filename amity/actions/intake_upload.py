"""Files that were uploaded: kept in the data folder until they are read."""

import os
import re
import uuid
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from amity.actions.lookers import refuse_lookers
from amity.lib.errors import NotAccepted
from amity.lib.viewer import Viewer

_NOT_IN_NAMES = re.compile(r"[^\w.\- ()]+")


def save_upload(viewer: Viewer, name: str, chunks: Iterable[bytes]) -> str:
    """Keep an uploaded file in the data folder, under a name that leads nowhere else; gives its path."""
    refuse_lookers(viewer)
    folder = Path(settings.UPLOADS) / uuid.uuid4().hex
    folder.mkdir(mode=0o700, parents=True)
    safe = _NOT_IN_NAMES.sub("_", os.path.basename(name.replace("\\", "/"))).lstrip(".")[-120:] or "upload"
    path, size = folder / safe, 0
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        for chunk in chunks:
            size += len(chunk)
            if size > settings.UPLOAD_LIMIT_BYTES:
                break
            file.write(chunk)
    if size > settings.UPLOAD_LIMIT_BYTES:
        path.unlink()
        folder.rmdir()
        raise NotAccepted("This file is larger than uploads may be. Use the command line: amity import FILE.", "file")
    return str(path)
