"""One night on a real Airflow: real events, a real spark-submit, real tables."""

from __future__ import annotations

import csv
import gzip
import json

import pytest
from airflow.dag_processing.dagbag import DagBag
from conftest import DAY, ROOT
from night import command_in
from published import published

pytestmark = pytest.mark.timeout(660)
STAGES = ["ingest", "facts", "marts"]


def test_every_task_succeeded_in_the_order_of_the_route(night):
    tasks = night.airflow.rows("SELECT task_id, state FROM task_instance ORDER BY start_date")
    assert tasks == [(stage, "success") for stage in STAGES]


def test_each_task_returned_its_own_summary_for_the_day_of_the_interval(night):
    for stage in STAGES:
        summary = night.airflow.returned(stage)
        assert (summary["stage"], summary["unit"]) == (stage, DAY)
    publications = [night.airflow.returned(stage)["publication"] for stage in STAGES]
    assert len(set(publications)) == len(STAGES)


def test_ingest_read_every_line_of_the_day(night):
    folder = ROOT / "examples" / "online-retail" / "data"
    with gzip.open(next(folder.glob(f"{DAY}.csv*")), "rt", encoding="utf-8") as lines:
        rows = sum(1 for _ in csv.reader(lines)) - 1
    assert night.airflow.returned("ingest")["rows_in"] == rows


def test_the_published_tables_have_the_rows_that_the_task_wrote(night):
    tables = {table.name: table for table in published(night.warehouse)}
    marts = night.airflow.returned("marts")
    written = tables["meta.publication"].select(
        f"SELECT table_name, table_rows FROM {{}} WHERE publication = '{marts['publication']}' AND is_changed"
    )
    assert {name: tables[name].rows for name, _ in written} == dict(written)
    assert sum(rows for _, rows in written) == marts["rows_out"]
    assert {name for name, rows in written if rows} >= {"mart.activity_daily", "mart.order_economics"}


def test_the_asset_of_the_marts_carries_the_run_key(night):
    events = night.airflow.rows(
        "SELECT e.extra FROM asset_event e JOIN asset a ON a.id = e.asset_id"
        " WHERE a.name = 'groundswell_marts'"
    )
    assert len(events) == 1
    assert json.loads(events[0][0])["run_key"] == night.airflow.returned("marts")["run_key"]


def test_the_tasks_log_shows_the_progress_and_no_setting_of_airflow(night):
    assert '"stage":"marts"' in night.log.replace(" ", "")
    assert "local%5B2%5D" not in night.log


def test_the_backfill_on_the_page_of_the_dag_covers_the_three_days_that_it_names(night):
    page = DagBag(str(ROOT / "airflow/dags")).dags["groundswell_daily"].doc_md
    shown = night.airflow.run(*command_in(page, "backfill create"), "--dry-run", seconds=60)
    assert [f"2026-03-0{day}" in shown.split("Runs to be attempted")[1] for day in (1, 2, 3)] == [True] * 3
