"""On demand: one scenario is simulated, planned and reported."""

from __future__ import annotations

from datetime import timedelta

from airflow.sdk import DAG, Asset, Param
from groundswell_airflow.operator import GroundswellJobOperator

HOME = "{{ var.value.get('groundswell_home', '/opt/groundswell') }}"
WAREHOUSE = "{{ var.value.get('groundswell_warehouse', '/srv/groundswell/warehouse') }}"
SCENARIO = "{{ params.scenario }}"

COMMON = {
    "owner": "launch-planning",
    "pool": "groundswell_spark",
    "execution_timeout": timedelta(hours=2),
    "retries": 3,
    "retry_delay": timedelta(minutes=2),
    "retry_exponential_backoff": True,
    "max_retry_delay": timedelta(minutes=20),
    "unit": SCENARIO,
    "home": HOME,
    "warehouse": WAREHOUSE,
    "arguments": {"scenario": SCENARIO},
}

DOC = """
### A launch: simulate → plan → report

| task | what it does |
|---|---|
| `simulate` | replays the launch of the scenario many times: word of mouth, then the flash sale |
| `plan` | chooses the quantities per round, compared with the usual rules on the same draws |
| `report` | writes one `report.html` that needs no network |

**Start**: trigger with `{"scenario": "/srv/groundswell/scenarios/spring.yaml"}`. The marts and the
community bundle must be there (run `groundswell_daily`, then `groundswell calibrate`).

**The same scenario again** gives the same numbers: every draw depends on the scenario's seed only.

**Backfill**: none; a scenario has no day.

**When a task fails**, by exit code:

| code | meaning | do |
|---|---|---|
| 2, 10 | the scenario breaks its schema, or a setting is wrong | each violation is named with its path and what would be right |
| 11 | there is no bundle or no simulation for the scenario | run the stage before it |
| 20, 21, 22, 23 | the results broke a rule; nothing was published | read the hint of the rule |
| 30, 31 | somebody else wrote or holds the lock | nothing: it is tried again three times |
| 40 | a fault in Groundswell | report it with the task's log |
"""

with DAG(
    dag_id="groundswell_launch",
    schedule=None,
    catchup=False,
    max_active_runs=1,
    params={
        "scenario": Param(
            type="string",
            minLength=1,
            description="Path of the scenario file on the workers",
        )
    },
    default_args=COMMON,
    doc_md=DOC,
    tags=["groundswell"],
) as dag:
    simulate = GroundswellJobOperator(task_id="simulate", stage="simulate")
    plan = GroundswellJobOperator(task_id="plan", stage="plan")
    report = GroundswellJobOperator(task_id="report", stage="report", outlets=[Asset("groundswell_report")])
    simulate >> plan >> report
