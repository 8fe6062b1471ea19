"""What a job says about itself: the JSON object on the last line of its standard output."""

from __future__ import annotations

import json
from dataclasses import MISSING, asdict, dataclass, fields
from typing import Any

_SHOWN = 200  # characters of a wrong summary that an error quotes


@dataclass(frozen=True)
class Summary:
    """One run of one stage: rows and seconds; the tables it published, if the job says so."""

    stage: str
    rows_in: int
    rows_out: int
    rejected: int
    seconds: float
    published: list[str] | None = None
    run_id: str | None = None

    @staticmethod
    def parse(line: str, stage: str) -> Summary:
        """Reads and checks the last line of `stage`'s output; fields it does not know are ignored."""
        values = _object(line, stage)
        checked = {
            field.name: _value(values, field.name, stage)
            for field in fields(Summary)
            if field.name in values or field.default is MISSING
        }
        if checked["stage"] != stage:
            raise ValueError(f"summary must be of stage {stage!r} but says {checked['stage']!r}")
        return Summary(**checked)

    def as_dict(self) -> dict[str, Any]:
        return {name: value for name, value in asdict(self).items() if value is not None}


def _object(line: str, stage: str) -> dict[str, Any]:
    try:
        values = json.loads(line)
    except ValueError:
        values = None
    if not isinstance(values, dict):
        raise ValueError(
            f"{stage}: the last line on standard output must be one JSON object"
            f" but is {line[:_SHOWN]!r}"
        )
    return values


def _value(values: dict[str, Any], name: str, stage: str) -> Any:
    if name not in values:
        raise ValueError(f"{stage}: summary lacks {name!r}; it has {', '.join(values) or 'nothing'}")
    value = values[name]
    if not _RULES[name][0](value):
        raise ValueError(f"{stage}: {name} must be {_RULES[name][1]} but is {value!r}")
    return value


def _count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _seconds(value: object) -> bool:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return number and 0 <= value < float("inf")


def _words(value: object) -> bool:
    return isinstance(value, str) and bool(value)


def _names(value: object) -> bool:
    return isinstance(value, list) and all(_words(name) for name in value)


_RULES = {
    "stage": (_words, "a word"),
    "rows_in": (_count, "a count of 0 or more"),
    "rows_out": (_count, "a count of 0 or more"),
    "rejected": (_count, "a count of 0 or more"),
    "seconds": (_seconds, "a finite number of 0 or more"),
    "published": (_names, "a list of table names"),
    "run_id": (_words, "a word"),
}
