"""Every page: for everybody's eyes and hands, by daylight and lamplight, on a narrow phone, asking no stranger."""

import hashlib
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import DESK, PHONE
from tests.e2e.pages import PAGES, go

pytestmark = pytest.mark.browser
VENDOR = Path(__file__).parent / "vendor"
AXE = (VENDOR / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MISSING = "Failed to load resource: the server responded with a status of 404 (Not Found)"


@pytest.fixture
def quiet(page):
    """The console notes a page that is not there; that one is wanted."""
    yield page
    page.heard.errors[:] = [said for said in page.heard.errors if said != MISSING]


def violations(page):
    page.evaluate(AXE)  # over the debugging line, which no content policy forbids
    found = page.evaluate("rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})", RULES)
    return [(one["id"], [node["html"][:160] for node in one["nodes"]][:3]) for one in found["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_and_stays_within_its_policy(quiet, name, scheme):
    quiet.emulate_media(color_scheme=scheme)

    go(quiet, name)

    assert violations(quiet) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_a_narrow_phone_without_scrolling_sideways(quiet, name):
    quiet.set_viewport_size({"width": 320, "height": 640})

    go(quiet, name)

    assert quiet.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_opens_over_a_page_is_accessible(page, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto("/")

    page.keyboard.press("Control+k")
    expect(page.get_by_role("option").first).to_be_visible()
    over_palette = violations(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)  # the browser closes a dialog in its own time
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    over_keys = violations(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("x")
    expect(page.get_by_label("Not now, because…")).to_be_focused()

    assert (over_palette, over_keys, violations(page)) == ([], [], [])


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_drawn(quiet, shots, name):
    """Pictures for people to look at; nothing is compared."""
    for kind, size, scheme in (("light", DESK, "light"), ("dark", DESK, "dark"), ("phone", PHONE, "light")):
        quiet.set_viewport_size(size)
        quiet.emulate_media(color_scheme=scheme)
        go(quiet, name)
        quiet.screenshot(path=shots / f"{name}-{kind}.png", full_page=True)

    assert (shots / f"{name}-phone.png").stat().st_size > 0


def test_a_first_visit_is_light(page):
    """Compressed bytes and requests of Today without fonts, as promised."""
    page.goto("/")
    page.wait_for_load_state("networkidle")
    seen = page.evaluate(
        "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
        ".map(e => [e.name, e.encodedBodySize, e.transferSize])"
    )

    fonts = [one for one in seen if ".woff2" in one[0]]
    others = [one for one in seen if ".woff2" not in one[0]]

    assert len(others) <= 10
    assert sum(size for _, size, _ in others) <= 48_000
    assert sum(size for _, size, _ in fonts) <= 50_000


def test_axe_is_the_one_that_was_looked_at():
    name, digest = "axe.min.js", hashlib.sha256((VENDOR / "axe.min.js").read_bytes()).hexdigest()

    assert (VENDOR / "SHA256SUMS").read_text().split() == [digest, name]
