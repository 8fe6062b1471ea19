"""One hash of all keys of a table, for readers that share no code.

The text of a key column: strings and integers as they are, dates as in ISO 8601, booleans as true or
false, instants in microseconds since 1970. With its length and a colon before it, or "-" for null, and
all columns of the key in a row, no two keys have the same text. A row's hash is the number of the
first 15 hexadecimal digits of that text's MD5, the table's the sum over its rows, so that the order of
rows does not count and a row that is there twice does.
"""

from __future__ import annotations

import hashlib

import pyarrow as arrow
import pyarrow.compute as compute
import pyarrow.types as types
import yaml
from conftest import ROOT

HASH = "key hash"  # its name among the figures of a table
_DIGITS = 15  # 60 bits: a row's hash is a signed long everywhere
_CONTRACTS = ROOT / "schemas/src/main/resources/contracts"
_EMPTY, _COLON, _NULL = (arrow.scalar(text, arrow.large_string()) for text in ("", ":", "-"))


def key_of(table: str) -> tuple[str, ...]:
    """The key columns of a table's contract; none for a table whose rows have no key."""
    contract = yaml.safe_load((_CONTRACTS / f"{table}.odcs.yaml").read_text())
    keys = [column for column in contract["schema"][0]["properties"] if column.get("primaryKey")]
    return tuple(key["name"] for key in sorted(keys, key=lambda key: key["primaryKeyPosition"]))


def hash_in_duckdb(key: tuple[str, ...], kinds: dict[str, str]) -> str:
    """The hash as an expression of DuckDB, given the type of every column."""
    texts = [_text_in_duckdb(name, kinds[name]) for name in key]
    joined = " || ".join(f"coalesce(length({text}) || ':' || {text}, '-')" for text in texts)
    return f"sum(('0x' || left(md5({joined}), {_DIGITS}))::BIGINT)"


def _text_in_duckdb(column: str, kind: str) -> str:
    if kind.startswith("TIMESTAMP"):
        return f'epoch_us("{column}")::VARCHAR'
    assert kind in ("VARCHAR", "DATE", "BOOLEAN", "INTEGER", "BIGINT"), f"{column} is a {kind}"
    return f'"{column}"::VARCHAR'


def hash_in_arrow(rows: arrow.Table, key: tuple[str, ...]) -> int:
    """The same of Arrow's columns."""
    parts = [_part_in_arrow(rows[name]) for name in key]
    texts = compute.binary_join_element_wise(*parts, _EMPTY)
    return sum(_number(text) for chunk in texts.chunks for text in chunk.to_pylist())


def _part_in_arrow(column: arrow.ChunkedArray) -> arrow.ChunkedArray:
    kind = column.type
    if types.is_timestamp(kind):
        column = column.cast(arrow.timestamp("us", kind.tz)).cast(arrow.int64())
    known = (types.is_string, types.is_large_string, types.is_date, types.is_boolean, types.is_integer)
    assert types.is_timestamp(kind) or any(is_it(kind) for is_it in known), f"a key of {kind}"
    text = column.cast(arrow.large_string())
    length = compute.utf8_length(text).cast(arrow.large_string())
    return compute.fill_null(compute.binary_join_element_wise(length, text, _COLON), _NULL)


def _number(text: str) -> int:
    return int(hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()[:_DIGITS], 16)
