"""Settings that cannot be used are refused with a sentence and exit code 78, before anything else happens."""

import os
import stat
import subprocess
import sys

import pytest

from tests.processes import CHECKOUT, Home

READ = "from amity.config import settings"


def read_settings(home, script=READ, **given):
    return subprocess.run(
        [sys.executable, "-c", script],
        env=home.environment(**given),
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "data")


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("AMITY_PORT", "eighty", "must be a whole number from 1 to 65535; it is 'eighty'."),
        ("AMITY_PORT", "0", "must be a whole number from 1 to 65535"),
        ("AMITY_PORT", "70000", "must be a whole number from 1 to 65535"),
        ("AMITY_PORT", "８０００", "must be a whole number from 1 to 65535"),
        ("AMITY_WEB_PROCESSES", "-1", "must be a whole number from 1 to 64"),
        ("AMITY_UPLOAD_LIMIT_MB", "much", "must be a whole number"),
        ("AMITY_JOBS_LEASE_SECONDS", "0", "must be a whole number from 1 to 3600"),
        ("AMITY_URL", "amity.example", 'must look like "https://amity.example"'),
        ("AMITY_URL", "https://amity.example/path", 'must look like "https://amity.example"'),
        ("AMITY_URL", "ftp://amity.example", 'must look like "https://amity.example"'),
        ("AMITY_SECRET_KEY", "short", "must have at least 32 characters."),
        ("AMITY_DATABASE_URL", "mysql://localhost/amity", 'must look like "postgresql://'),
        ("AMITY_DATABASE_URL", "postgresql://localhost", 'must look like "postgresql://'),
        ("AMITY_DATABASE_URL", "postgresql://localhost:many/amity", "has a port that is not a number."),
        ("AMITY_INBOX", "nowhere/at/all", "which is not a folder."),
        ("AMITY_TIME_ZONE", "Mars/Olympus", 'must be a time zone like "Europe/Berlin"'),
        ("AMITY_DATA", "/dev/null/amity", "where nothing can be written"),
    ],
)
def test_a_wrong_setting_is_refused_with_a_sentence(home, name, value, says):
    refused = read_settings(home, **{name: value})

    assert refused.returncode == 78
    assert refused.stderr.startswith(f"amity: {name} ")
    assert says in refused.stderr
    assert refused.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("given", "expression", "expected"),
    [
        ({}, "settings.PORT", "8000"),
        ({"AMITY_PORT": " 8123 "}, "settings.URL", "http://localhost:8123"),
        ({"AMITY_PORT": ""}, "settings.PORT", "8000"),
        ({"AMITY_REGION": "gb"}, "settings.REGION", "GB"),
        ({"AMITY_URL": "https://amity.example/"}, "settings.URL", "https://amity.example"),
        ({"AMITY_URL": "https://amity.example"}, "settings.SESSION_COOKIE_SECURE", "True"),
        ({}, "settings.SESSION_COOKIE_SECURE", "False"),
        ({"TZ": "Europe/Berlin"}, "settings.OWNER_TIME_ZONE", "Europe/Berlin"),
        ({"TZ": "nonsense"}, "settings.OWNER_TIME_ZONE", "UTC"),
        ({"AMITY_TIME_ZONE": "Asia/Tokyo"}, "settings.OWNER_TIME_ZONE", "Asia/Tokyo"),
        ({"AMITY_DATABASE_URL": "postgresql://a:b@db.example/amity"}, "settings.DATABASES['default']['PORT']", "5432"),
    ],
)
def test_settings_are_read_with_their_defaults(home, given, expression, expected):
    read = read_settings(home, f"{READ}; print({expression})", **given)

    assert read.stdout.strip() == expected


def test_the_data_folder_and_its_secret_are_the_owners_alone(home):
    first = read_settings(home, f"{READ}; print(settings.SECRET_KEY)").stdout.strip()
    second = read_settings(home, f"{READ}; print(settings.SECRET_KEY)").stdout.strip()

    assert first == second
    assert len(first) >= 32
    assert stat.S_IMODE(home.data.stat().st_mode) == 0o700
    assert stat.S_IMODE((home.data / "secret-key").stat().st_mode) == 0o600
    assert os.listdir(home.data) == ["secret-key"]


def test_processes_that_start_at_once_agree_on_the_secret(home):
    script = f"{READ}; print(settings.SECRET_KEY)"

    starts = [
        subprocess.Popen([sys.executable, "-c", script], env=home.environment(), stdout=subprocess.PIPE, text=True)
        for _ in range(6)
    ]
    secrets = {process.communicate(timeout=60)[0] for process in starts}

    assert len(secrets) == 1
    assert len(secrets.pop().strip()) >= 32
