"""How a job is read and how it is ended."""

from __future__ import annotations

import os
import select
import threading

import pytest
from groundswell_airflow.process import JobProcess


def test_lines_of_both_streams_are_handed_over_and_the_last_ones_kept(launcher):
    script = launcher("echo one; echo two >&2; echo three; echo four >&2; exit 3")
    lines: list[str] = []
    job = JobProcess([script], os.environ)

    assert job.run(lines.append) == 3
    assert sorted(lines) == ["four", "one", "three", "two"]
    assert job.last_output == "three"
    assert list(job.last_errors) == ["two", "four"]


def test_a_flood_on_one_stream_does_not_block_the_other(launcher):
    job = JobProcess([launcher("seq 1 200000 >&2; echo done")], os.environ)

    assert job.run(lambda line: None) == 0
    assert job.last_output == "done"
    assert job.last_errors[-1] == "200000"


def test_bytes_that_are_no_text_do_not_stop_the_reading(launcher):
    job = JobProcess([launcher(r"printf '\377\n'; echo after")], os.environ)

    assert job.run(lambda line: None) == 0
    assert job.last_output == "after"


def test_stopping_lets_the_job_clean_up(launcher, tmp_path):
    job = JobProcess(
        [launcher(f"trap 'echo cleaned > {tmp_path}/mark; exit 143' TERM\necho up\nwhile :; do sleep 0.1; done")],
        os.environ,
    )
    assert _run_until_up_then_stop(job, patience_seconds=10) == 143
    assert (tmp_path / "mark").read_text() == "cleaned\n"


def test_stopping_ends_what_the_job_has_started_even_if_all_of_it_refuses(launcher, tmp_path):
    job = JobProcess(
        [launcher(f"trap '' TERM\nsleep 300 & echo $! > {tmp_path}/child\necho up\nsleep 300")],
        os.environ,
    )
    assert _run_until_up_then_stop(job, patience_seconds=0.5) == -9
    assert _is_gone(int((tmp_path / "child").read_text()))


def test_a_timeout_that_arrives_while_reading_ends_the_job(launcher, tmp_path):
    script = launcher(f"echo $$ > {tmp_path}/pid\necho up\nexec sleep 300")

    def interrupt(line: str) -> None:
        raise TimeoutError(line)

    with pytest.raises(TimeoutError):
        JobProcess([script], os.environ).run(interrupt)
    assert _is_gone(int((tmp_path / "pid").read_text()))


def test_stopping_a_job_that_never_began_or_has_ended_does_nothing(launcher):
    job = JobProcess([launcher("exit 0")], os.environ)
    job.stop()
    assert job.run(lambda line: None) == 0
    job.stop()


def _run_until_up_then_stop(job: JobProcess, patience_seconds: float) -> int:
    """The exit code of a job that is stopped as soon as it has said 'up'."""
    up = threading.Event()
    stopper = threading.Thread(target=lambda: up.wait(20) and job.stop(patience_seconds))
    stopper.start()
    code = job.run(lambda line: up.set())
    stopper.join()
    return code


def _is_gone(pid: int) -> bool:
    """Whether the process has ended within five seconds; one that nobody has reaped counts."""
    try:
        process = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([process], [], [], 5)[0])
    finally:
        os.close(process)
