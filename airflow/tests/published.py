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
from keys import HASH, hash_in_arrow, hash_in_duckdb, key_of
from pyiceberg.catalog import Catalog

Figures = dict[str, "Decimal | float | None"]  # column → sum; "*" → rows; HASH → hash of the keys


@dataclass(frozen=True)
class PublishedTable:
    """One table of the publication: its files and its metadata, as absolute paths."""

    name: str
    rows: int
    metadata: str
    snapshot_id: int
    files: tuple[str, ...]
    key: tuple[str, ...]

    def select(self, query: str) -> list[tuple]:
        """The rows of a query, which has {} where the table stands."""
        with duckdb.connect() as reader:
            return reader.execute(query.format(self._source())).fetchall()

    def by_duckdb(self) -> Figures:
        """Count, sums and key hash of the listed files; DuckDB sees no catalogue."""
        source = self._source()
        with duckdb.connect() as reader:
            columns = reader.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()
            kinds = {name: kind for name, kind, *_ in columns}
            figures = {"*": "count(*)"}
            figures |= {name: f'sum("{name}")' for name, kind in kinds.items() if _is_number(kind)}
            if self.key:
                figures[HASH] = hash_in_duckdb(self.key, kinds)
            values = reader.execute(f"SELECT {', '.join(figures.values())} FROM {source}").fetchall()[0]
        return dict(zip(figures, map(number, values)))

    def _source(self) -> str:
        return f"read_parquet({list(self.files)!r})"

    def by_pyiceberg(self, catalogue: Catalog) -> Figures:
        """The same of the published snapshot, as the catalogue knows it."""
        rows = catalogue.load_table(self.name).scan(snapshot_id=self.snapshot_id).to_arrow()
        figures: Figures = {"*": number(rows.num_rows)}
        for name, column in zip(rows.column_names, rows.columns):
            if types.is_integer(column.type):
                column = column.cast(arrow.decimal128(38))  # a sum of snapshot ids leaves 64 bits
            if types.is_floating(column.type) or types.is_decimal(column.type):
                figures[name] = number(compute.sum(column).as_py())
        if self.key:
            figures[HASH] = number(hash_in_arrow(rows, self.key))
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
            key_of(name),
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
