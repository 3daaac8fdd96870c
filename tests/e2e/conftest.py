"""A real browser before a real server: once with the sample life of Maren Holt, once with nothing in it.

Whatever a page does, it may ask no other host, break no content policy and write nothing to the console.
"""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

from tests.processes import claim, django_says, new_home, serving

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # the browser's event loop runs beside our own code
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAME, PASSWORD = "maren", "quarry street thirty"
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 780}
PATIENCE_MS = 20_000  # of a busy machine; nothing here is timed
TOKEN = "from amity.actions.setup import prepare, new_set_up_token\nprepare()\nprint(new_set_up_token())"
FILL = """
from amity.actions.demo import fill_with_sample_life
from amity.lib import clock
from amity.queries.access import owner_here
fill_with_sample_life(owner_here(), clock.today(owner_here().time_zone))
"""
TELLS = """
addEventListener("securitypolicyviolation", e => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`));
"""


@dataclass
class Heard:
    """What a page should not have said or asked."""

    errors: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", headless=True, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def sample_life(tmp_path_factory):
    """The address of an Amity that holds the sample life."""
    folder = tmp_path_factory.mktemp("sample-life")
    with new_home(folder / "data") as home:
        claim(home, django_says(home, TOKEN).strip(), NAME, PASSWORD)
        django_says(home, FILL)
        with serving(home, folder / "log") as (_, port):
            yield f"http://localhost:{port}"


@pytest.fixture(scope="session")
def empty_life(tmp_path_factory):
    """The address of a new Amity, and the token that claims it."""
    folder = tmp_path_factory.mktemp("empty-life")
    with new_home(folder / "data") as home, serving(home, folder / "log") as (_, port):
        token = re.search(r"/welcome/([^/\s]+)", (folder / "log").read_text())[1]
        yield f"http://localhost:{port}", token


@pytest.fixture(scope="session")
def signed_in(browser, sample_life):
    """The cookies of somebody who has signed in."""
    context = browser.new_context(base_url=sample_life, locale="en-GB")
    page = context.new_page()
    sign_in(page)
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def page(browser, sample_life, signed_in):
    """A signed-in page on the sample life; at its end nothing was wrong and nobody else was asked."""
    yield from quiet_page(browser, sample_life, storage_state=signed_in)


@pytest.fixture
def new_page(browser, empty_life):
    """A page on the new Amity, not signed in."""
    yield from quiet_page(browser, empty_life[0])


@pytest.fixture(scope="session")
def shots():
    folder = Path(__file__).parent.parent.parent / "shots"
    folder.mkdir(exist_ok=True)
    return folder


def quiet_page(browser, address, **settings):
    context = browser.new_context(base_url=address, viewport=DESK, locale="en-GB", **settings)
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(TELLS)
    page = context.new_page()
    heard = Heard()
    page.on("console", lambda said: heard.errors.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: heard.errors.append(str(error)))
    page.on("request", lambda request: _listen(heard, address, request.url))
    page.heard = heard
    yield page
    context.close()
    assert heard.strangers == []
    assert heard.errors == []


def _listen(heard, address, url):
    if urlsplit(url).scheme not in ("data", "blob") and not url.startswith(address):
        heard.strangers.append(url)


def sign_in(page):
    page.goto("/accounts/login/")
    page.get_by_label("Username").fill(NAME)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", level=1).wait_for()


def open_person(page, name):
    """Open somebody's page by their name."""
    page.goto(f"/people/?find={name}")
    page.locator("#people a.name").first.click()
    page.locator("main.p-person").wait_for()
    page.wait_for_load_state()
