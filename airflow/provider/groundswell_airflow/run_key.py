"""The name of a piece of work: the same for every try and every run that does the same thing."""

from __future__ import annotations

import hashlib
import json


def run_key(dag_id: str, task_id: str, map_index: int, unit: str) -> str:
    """32 hex digits from what is worked on; `unit` is the day or the scenario.

    Run id and try number stay out on purpose: a retry, a cleared task and a second run of the
    same day are the same work.
    """
    work = json.dumps([dag_id, task_id, map_index, unit], ensure_ascii=False)
    return hashlib.sha256(work.encode()).hexdigest()[:32]
