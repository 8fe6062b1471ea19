"""Every night: yesterday's events become facts and marts."""

from __future__ import annotations

from datetime import datetime, timedelta

from airflow.sdk import DAG, Asset, CronDataIntervalTimetable, Param
from groundswell_airflow.operator import GroundswellJobOperator

HOME = "{{ var.value.get('groundswell_home', '/opt/groundswell') }}"
WAREHOUSE = "{{ var.value.get('groundswell_warehouse', '/srv/groundswell/warehouse') }}"
SOURCE = "{{ var.value.get('groundswell_source', '/etc/groundswell/source.yaml') }}"
INPUT = "{{ var.value.get('groundswell_input', '/srv/groundswell/input') }}"
DAY = (
    "{{ params.day or"
    " (data_interval_start | ds if data_interval_start is defined and data_interval_start else '') }}"
)

COMMON = {
    "owner": "data-engineering",
    "pool": "groundswell_spark",
    "execution_timeout": timedelta(hours=2),
    "retries": 3,
    "retry_delay": timedelta(minutes=2),
    "retry_exponential_backoff": True,
    "max_retry_delay": timedelta(minutes=20),
    "unit": DAY,
    "home": HOME,
    "warehouse": WAREHOUSE,
}

DOC = """
### Every night: events → facts → marts

| task | what it does |
|---|---|
| `ingest` | reads the day's files; each row becomes an event or a counted rejection |
| `facts` | members, interactions, orders, launches from the events that arrived |
| `marts` | the published tables; readers see all of the night or nothing of it |

**Settings** are Airflow Variables: `groundswell_home`, `groundswell_warehouse`, `groundswell_source`,
`groundswell_input`. The Spark master is the host of the connection `spark_default`.

**By hand**: trigger with `{"day": "2026-03-14"}`. The same day again changes nothing.

**Backfill**: `airflow backfill create --dag-id groundswell_daily --from-date 2026-03-01T02:00 --to-date 2026-03-03T02:00`

**When a task fails**, by exit code:

| code | meaning | do |
|---|---|---|
| 2, 10 | a setting or a mapping is wrong | correct what the last line names, clear the task |
| 11 | no file for the day in the folder it names | wait for the delivery or correct `groundswell_input`, clear `ingest` |
| 20, 21, 22 | the counts, an audit rule or a contract do not hold; nothing was published | read the hint of the rule; correct the source, clear from `ingest` |
| 23 | an event type changed incompatibly | talk to who sends it; add the new schema version |
| 30, 31 | somebody else wrote or holds the lock | nothing: it is tried again three times |
| 40 | a fault in Groundswell | report it with the task's log |
"""

with DAG(
    dag_id="groundswell_daily",
    schedule=CronDataIntervalTimetable("0 2 * * *", timezone="UTC"),
    start_date=datetime(2010, 1, 1),
    catchup=False,
    max_active_runs=1,
    params={
        "day": Param(
            None,
            type=["null", "string"],
            format="date",
            description="The day to work on; empty: the day of the schedule",
        )
    },
    default_args=COMMON,
    doc_md=DOC,
    tags=["groundswell"],
) as dag:
    ingest = GroundswellJobOperator(
        task_id="ingest",
        stage="ingest",
        arguments={"source": SOURCE, "input": INPUT, "day": DAY},
        outlets=[Asset("groundswell_events")],
    )
    facts = GroundswellJobOperator(task_id="facts", stage="facts", outlets=[Asset("groundswell_facts")])
    marts = GroundswellJobOperator(task_id="marts", stage="marts", outlets=[Asset("groundswell_marts")])
    ingest >> facts >> marts
