"""What all tests share: how hypothesis runs, and which newsclean is under test."""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

import newsclean

collect_ignore = ["fit"]  # a workshop with data of its own

SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)
# The same examples each time, so that a change is judged by what it changes.
settings.register_profile("same", derandomize=True, deadline=None, max_examples=200, suppress_health_check=SLOW)
# To hunt: HYPOTHESIS_PROFILE=hunt pytest tests/test_laws.py
settings.register_profile("hunt", deadline=None, max_examples=3000, suppress_health_check=SLOW, print_blob=True)


def nothing(path: str) -> bool:
    """No file is one of ours."""
    return False


# By itself hypothesis also tries constants of all modules of ours that happen to be loaded: a new module, or another
# choice of tests, changes every example. To hunt that is welcome; else it is the opposite of the same examples.
if os.environ.get("HYPOTHESIS_PROFILE", "same") == "same":
    vars(providers)["is_local_module_file"] = nothing
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_report_header() -> str:
    return f"newsclean under test: {Path(newsclean.__file__).parent}"
