"""Row keys: UUID version 7, made here so that no table needs a sequence."""

import os
import time
import uuid


def new_id() -> uuid.UUID:
    """A UUIDv7 (RFC 9562, section 5.7): sorted by the millisecond it was made in."""
    milliseconds = time.time_ns() // 1_000_000
    noise = int.from_bytes(os.urandom(10), "big")
    return uuid.UUID(
        int=(milliseconds << 80)
        | (0x7 << 76)
        | ((noise >> 68 & 0xFFF) << 64)
        | (0b10 << 62)
        | (noise & ((1 << 62) - 1))
    )
