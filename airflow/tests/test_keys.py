"""The hash of keys tells apart what differs and nothing else, in DuckDB as in Arrow."""

from __future__ import annotations

from datetime import date, datetime, timezone

import duckdb
import pyarrow as arrow
import pytest
from keys import hash_in_arrow, hash_in_duckdb

NASTY = {
    "name": ["ä", "1:b", "-", "", "\U0001f600", None, "a\x00b\n", "\u202eright"],
    "day": [date(2024, 2, 29), None, date(1969, 12, 31), *[date(999, 1, 1)] * 5],
    "at": [datetime(2024, 3, 31, 1, 0, 0, 1, timezone.utc), None, *[datetime(1960, 1, 1)] * 6],
    "is_it": [True, False, None, *[True] * 5],
    "number": [0, -1, 2**31, None, *[7] * 4],
}
TYPES = arrow.schema(
    [
        ("name", arrow.string()),
        ("day", arrow.date32()),
        ("at", arrow.timestamp("us", "UTC")),
        ("is_it", arrow.bool_()),
        ("number", arrow.int64()),
    ]
)


def test_duckdb_and_arrow_agree_on_nasty_keys():
    rows = arrow.table(NASTY, schema=TYPES)
    assert in_duckdb(rows) == hash_in_arrow(rows, tuple(rows.column_names))


def test_the_order_of_rows_does_not_count_and_a_row_that_is_there_twice_does():
    rows = arrow.table(NASTY, schema=TYPES)
    backwards = rows.take(list(reversed(range(rows.num_rows))))
    twice = arrow.concat_tables([rows, rows.slice(0, 1)])
    assert in_duckdb(backwards) == in_duckdb(rows) != in_duckdb(twice)


@pytest.mark.parametrize(
    ("one", "other"),
    [(("a", "bc"), ("ab", "c")), (("a", None), ("a", "")), ((None, "a"), ("a", None)), (("-", ""), (None, ""))],
)
def test_keys_that_look_alike_when_joined_differ(one, other):
    assert in_duckdb(pair(one)) != in_duckdb(pair(other))


def test_a_key_that_readers_may_write_differently_is_refused():
    rows = arrow.table({"share": [0.1]})
    with pytest.raises(AssertionError, match="a key of double"):
        hash_in_arrow(rows, ("share",))
    with pytest.raises(AssertionError, match="share is a DOUBLE"):
        in_duckdb(rows)


def pair(values: tuple) -> arrow.Table:
    return arrow.table({"a": [values[0]], "b": [values[1]]}, schema=arrow.schema([(n, arrow.string()) for n in "ab"]))


def in_duckdb(rows: arrow.Table) -> int:
    with duckdb.connect() as reader:
        kinds = {name: kind for name, kind, *_ in reader.sql("DESCRIBE SELECT * FROM rows").fetchall()}
        query = f"SELECT {hash_in_duckdb(tuple(rows.column_names), kinds)} FROM rows"
        return reader.execute(query).fetchone()[0]
