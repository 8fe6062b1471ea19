"""Reads what a warehouse has published, as a dashboard would: from publish/latest.json alone."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import duckdb
import pyarrow as arrow
import pyarrow.compute as compute
import pyarrow.types as types
from pyiceberg.table import StaticTable

Figures = dict[str, "Decimal | float | None"]  # column → sum; "*" → rows


@dataclass(frozen=True)
class PublishedTable:
    """One table of the publication: its files and its metadata, as absolute paths."""

    name: str
    rows: int
    metadata: str
    snapshot_id: int
    files: tuple[str, ...]

    def select(self, query: str) -> list[tuple]:
        """The rows of a query, which has {} where the table stands."""
        with duckdb.connect() as reader:
            return reader.execute(query.format(self._source())).fetchall()

    def by_duckdb(self) -> Figures:
        """Counts and sums of the listed files; DuckDB sees no catalogue."""
        source = self._source()
        with duckdb.connect() as reader:
            columns = reader.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()
            numeric = [name for name, kind, *_ in columns if _is_number(kind)]
            figures = ", ".join(["count(*)", *(f'sum("{name}")' for name in numeric)])
            values = reader.execute(f"SELECT {figures} FROM {source}").fetchall()[0]
        return dict(zip(["*", *numeric], map(number, values)))

    def _source(self) -> str:
        return f"read_parquet({list(self.files)!r})"

    def by_pyiceberg(self) -> Figures:
        """Counts and sums of the published snapshot, through the table's metadata."""
        table = StaticTable.from_metadata(self.metadata)
        rows = table.scan(snapshot_id=self.snapshot_id).to_arrow()
        figures: Figures = {"*": number(rows.num_rows)}
        for name, column in zip(rows.column_names, rows.columns):
            if types.is_integer(column.type):
                column = column.cast(arrow.decimal128(38))  # a sum of snapshot ids leaves 64 bits
            if types.is_floating(column.type) or types.is_decimal(column.type):
                figures[name] = number(compute.sum(column).as_py())
        return figures


def published(warehouse: Path) -> list[PublishedTable]:
    """Every table that publish/latest.json names."""
    latest = json.loads((warehouse / "publish" / "latest.json").read_text())
    return [
        PublishedTable(
            name,
            table["rows"],
            _path(warehouse, table["metadata"]),
            int(table["snapshot_id"]),
            tuple(_path(warehouse, file) for file in table["files"]),
        )
        for name, table in sorted(latest["tables"].items())
    ]


def number(value: object) -> Decimal | float | None:
    """Integers and decimals exactly, floating point as it is."""
    if value is None or isinstance(value, float):
        return value
    return Decimal(str(value))


def _is_number(duckdb_type: str) -> bool:
    return duckdb_type.startswith(("DECIMAL", "DOUBLE", "FLOAT", "HUGEINT")) or "INT" in duckdb_type


def _path(warehouse: Path, listed: str) -> str:
    return str(warehouse / listed.removeprefix("file:"))
