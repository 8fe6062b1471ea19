"""Runs the stages of Groundswell on Apache Airflow."""

from __future__ import annotations

from typing import Any

__version__ = "0.1.0"


def get_provider_info() -> dict[str, Any]:
    """What `airflow providers get groundswell-airflow` shows."""
    return {
        "package-name": "groundswell-airflow",
        "name": "Groundswell",
        "description": "Runs the stages of Groundswell with spark-submit.",
        "versions": [__version__],
        "operators": [
            {
                "integration-name": "Groundswell",
                "python-modules": ["groundswell_airflow.operator"],
            }
        ],
    }
