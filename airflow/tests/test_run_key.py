"""What a run key depends on."""

from __future__ import annotations

from groundswell_airflow.run_key import run_key

KEY = run_key("daily", "marts", -1, "2026-03-14")


def test_the_same_work_has_the_same_key_on_every_machine_and_in_every_year():
    # printf '["daily", "marts", -1, "2026-03-14"]' | sha256sum | cut -c1-32
    assert KEY == "3bfaf661ebb728827e717a3d8e810ec2"


def test_another_dag_task_map_index_or_unit_is_other_work():
    others = {
        run_key("launch", "marts", -1, "2026-03-14"),
        run_key("daily", "facts", -1, "2026-03-14"),
        run_key("daily", "marts", 0, "2026-03-14"),
        run_key("daily", "marts", -1, "2026-03-15"),
    }
    assert len(others | {KEY}) == 5


def test_the_parts_cannot_run_into_each_other():
    assert run_key("a", "bc", -1, "d") != run_key("ab", "c", -1, "d")
