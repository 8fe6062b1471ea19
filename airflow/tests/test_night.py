"""The test bench itself: whatever a command of Airflow starts ends with it."""

from __future__ import annotations

import subprocess

import psutil
import pytest
from night import Airflow, command_in


def test_a_process_that_a_command_leaves_behind_is_ended_and_told(launcher, tmp_path):
    bench = Airflow(tmp_path, {}, launcher(f"setsid sleep 300 & echo $! > {tmp_path}/pid"))
    with pytest.raises(AssertionError, match="left processes behind"):
        bench.run("dags", "test", seconds=20)
    assert not _runs(int((tmp_path / "pid").read_text()))


def test_a_command_that_takes_too_long_is_ended_with_its_children(launcher, tmp_path):
    bench = Airflow(tmp_path, {}, launcher(f"setsid sleep 300 & echo $! > {tmp_path}/pid; wait"))
    with pytest.raises(subprocess.TimeoutExpired):
        bench.run("dags", "test", seconds=1)
    assert not _runs(int((tmp_path / "pid").read_text()))


def test_a_command_that_fails_shows_its_last_lines(launcher, tmp_path):
    bench = Airflow(tmp_path, {}, launcher("echo 'no such DAG'; exit 1"))
    with pytest.raises(AssertionError, match="airflow dags test ended with 1:\nno such DAG"):
        bench.run("dags", "test", seconds=20)


def test_a_page_without_the_command_is_a_failure():
    with pytest.raises(AssertionError, match="no command that begins 'airflow backfill create'"):
        command_in("read the manual", "backfill create")


def _runs(pid: int) -> bool:
    """Whether it is more than the record of an ended process that nobody has collected."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
