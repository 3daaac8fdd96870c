"""The pictures that the pages of docs/ show, drawn from the sample life; AMITY_SHOTS=docs/shots puts them there."""

import os
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.e2e.conftest import DESK, PHONE, open_person, quiet_page
from tests.e2e.pages import go

pytestmark = pytest.mark.browser
COLOURS = 128  # enough for flat paper and ink, at a third of the size
SHOWN = ("today", "people", "person", "pair", "promises", "helping")


@pytest.fixture(scope="session")
def album(shots):
    """docs/shots when asked for by AMITY_SHOTS, else beside the other pictures."""
    folder = Path(os.environ.get("AMITY_SHOTS", "") or shots / "docs")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.mark.parametrize("name", SHOWN)
def test_a_page_for_the_docs_is_drawn(page, album, name):
    go(page, name)

    assert keep(page, album / f"{name}.png") > 0


def test_today_is_drawn_by_lamplight_and_on_a_phone(page, album):
    page.emulate_media(color_scheme="dark")
    go(page, "today")
    dark = keep(page, album / "today-dark.png")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(PHONE)
    go(page, "today")

    assert keep(page, album / "today-phone.png") < dark
    page.set_viewport_size(DESK)


def test_the_palette_is_drawn(page, album):
    open_person(page, "Ilse")
    page.keyboard.press("Control+k")
    page.keyboard.type("tom")
    expect(page.locator("#palette [role=option]").first).to_contain_text("Tomasz")

    assert keep(page, album / "palette.png") > 0


def test_the_sheet_of_keys_and_a_form_in_its_place_are_drawn(page, shots):
    page.goto("/")
    page.keyboard.press("?")
    page.screenshot(path=shots / "keys-light.png")
    page.keyboard.press("Escape")
    page.keyboard.press("x")
    expect(page.get_by_role("textbox", name="Not now, because…")).to_be_focused()
    page.screenshot(path=shots / "not-now-light.png")
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    page.screenshot(path=shots / "note-light.png")

    assert (shots / "note-light.png").exists()


def test_signing_in_is_drawn(browser, sample_life, shots):
    pages = quiet_page(browser, sample_life)
    page = next(pages)
    page.goto("/accounts/login/")
    page.screenshot(path=shots / "sign-in-light.png")
    page.emulate_media(color_scheme="dark")
    page.screenshot(path=shots / "sign-in-dark.png")

    assert next(pages, None) is None


def keep(page, path):
    """Draw what is on the screen with few colours; gives the size in bytes."""
    page.screenshot(path=path)
    Image.open(path).convert("RGB").quantize(COLOURS).save(path, optimize=True)
    return path.stat().st_size
