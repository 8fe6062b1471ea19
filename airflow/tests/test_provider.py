"""How the provider looks from outside: its entry point, its types, its spark-submit."""

from __future__ import annotations

import re
import subprocess
from importlib.metadata import entry_points, version
from importlib.resources import files

import groundswell_airflow
from airflow.providers_manager import ProvidersManager
from conftest import ROOT
from groundswell_airflow.submit import RUNNER_JAR, SPARK_SUBMIT


def test_airflow_lists_the_provider():
    provider = ProvidersManager().providers["groundswell-airflow"]
    assert provider.version == version("groundswell-airflow") == groundswell_airflow.__version__


def test_the_entry_point_is_the_one_that_airflow_looks_for():
    found = [e for e in entry_points(group="apache_airflow_provider") if "groundswell" in e.value]
    assert [e.load()()["package-name"] for e in found] == ["groundswell-airflow"]


def test_the_package_says_that_it_is_typed():
    assert files("groundswell_airflow").joinpath("py.typed").is_file()


def test_spark_submit_opens_the_same_packages_as_the_build():
    pom = (ROOT / "pom.xml").read_text()
    build = set(re.findall(r"--add-opens=java\.base/(\S+?)=", pom.split("</spark.opens>")[0]))
    listed = re.search(r"for package in (.*?); do", SPARK_SUBMIT.read_text(), re.DOTALL).group(1)
    assert set(listed.replace("\\", " ").split()) == build


def test_spark_keeps_quiet_by_a_file_that_is_shipped_beside_it():
    settings = re.search(r'log4j2.configurationFile="\$here/(\S+)"', SPARK_SUBMIT.read_text()).group(1)
    assert "rootLogger.level = warn" in (SPARK_SUBMIT.parent / settings).read_text()


def test_the_runner_is_the_one_that_the_build_makes():
    version_of_build = re.search(r"<version>(.*?)</version>", (ROOT / "pom.xml").read_text()).group(1)
    assert RUNNER_JAR.endswith(f"/runner-{version_of_build}.jar")
    assert f"$home/{RUNNER_JAR}" in SPARK_SUBMIT.read_text()


def test_spark_submit_says_what_to_build_when_the_runner_is_missing(tmp_path):
    result = subprocess.run(
        [str(SPARK_SUBMIT)],
        env={"PATH": "/usr/bin:/bin", "GROUNDSWELL_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=20,
    )
    assert result.returncode == 10
    assert f"there is no {tmp_path}/{RUNNER_JAR}; build it" in result.stderr
