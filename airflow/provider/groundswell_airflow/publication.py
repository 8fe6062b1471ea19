"""Which publication a warehouse shows to its readers."""

from __future__ import annotations

import json
from pathlib import Path


def publication_of(warehouse: str) -> str | None:
    """The name in `publish/latest.json`; None when nothing is published or it is not a local folder."""
    latest = Path(warehouse) / "publish" / "latest.json"
    try:
        name = json.loads(latest.read_text(encoding="utf-8"))["publication"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return name if isinstance(name, str) else None
