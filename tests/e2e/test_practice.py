"""Promises, helping and the briefing with the keyboard alone: kept, let go, decided, asked, printed, taken back."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import open_person

pytestmark = pytest.mark.browser


@pytest.fixture
def promise(page):
    """Jam for Tomasz, for today; taken off the list again at the end."""
    page.goto("/promises/")
    page.keyboard.press("a")
    expect(page.get_by_label("What", exact=True)).to_be_focused()
    page.keyboard.type("Bring quince jam")
    page.get_by_label("To or from whom").fill("Tomasz Wiśniewski-Kowalczyk")
    page.get_by_label("By when").fill("today")
    page.keyboard.press("Enter")
    expect(line(page)).to_have_count(1)
    yield "Bring quince jam"
    page.goto("/promises/?all")
    row = line(page)
    row.locator("td").last.click()
    row.get_by_role("link", name=re.compile("^Change")).click()
    page.get_by_role("button", name="Take it away").click()
    expect(line(page)).to_have_count(0)


def line(page, what="Bring quince jam"):
    return page.locator("tr[data-row]").filter(has_text=what)


def choose(page, row):
    """Move to a line with the keys, from wherever one is."""
    page.locator("#main [data-row]").first.wait_for()
    for key in ("k", "j"):
        for _ in range(page.locator("#main [data-row]").count()):
            if "is-current" in (row.get_attribute("class") or ""):
                return
            page.keyboard.press(key)


def test_a_promise_is_kept_by_one_key_and_opened_again_by_another(page, promise):
    choose(page, line(page))

    page.keyboard.press("d")
    expect(page.locator(".toast")).to_contain_text("“Bring quince jam” is kept")
    expect(line(page).locator(".tick")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("z")

    expect(page.locator(".toast")).to_contain_text("Taken back")
    expect(line(page).locator(".tick")).to_have_attribute("aria-pressed", "false")


def test_letting_go_asks_whether_they_know_in_place(page, promise):
    choose(page, line(page))

    page.keyboard.press("r")
    expect(page.get_by_label("Tomasz knows")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_label("Tomasz knows")).to_have_count(0)
    page.keyboard.press("r")
    page.get_by_label("Tomasz knows").press("Space")
    page.keyboard.press("Enter")

    expect(page.locator(".toast")).to_contain_text("Let go of “Bring quince jam”")
    expect(line(page)).to_contain_text("Let go, and you told him")
    page.keyboard.press("z")
    expect(page.locator(".toast")).to_contain_text("Taken back")


def test_a_promise_is_changed_in_place_by_keys(page, promise):
    choose(page, line(page))

    page.keyboard.press("e")
    expect(page.get_by_label("What", exact=True)).to_have_value("Bring quince jam")
    page.get_by_label("By when").fill("in spring")
    page.keyboard.press("Enter")

    expect(line(page)).to_contain_text("In spring")


def test_a_promise_of_the_day_stands_on_today_and_is_kept_there(page, promise):
    page.goto("/")
    row = page.locator(".row-promise").filter(has_text="Bring quince jam")
    choose(page, row)

    page.keyboard.press("d")
    expect(page.locator(".toast")).to_contain_text("“Bring quince jam” is kept")
    expect(row).to_have_count(0)
    page.keyboard.press("z")

    expect(page.locator(".toast")).to_contain_text("Taken back")
    expect(row).to_have_count(1)


def test_what_is_kept_leaves_the_choice_and_the_focus_in_its_section(page, promise):
    page.goto("/")
    rows = page.locator("section[aria-labelledby=h-prom] [data-row]")
    before = rows.count()
    choose(page, rows.first)

    page.keyboard.press("d")
    expect(rows).to_have_count(before - 1)

    expect(rows.first).to_have_class(re.compile("is-current"))
    expect(rows.first.locator("a.name")).to_be_focused()
    page.keyboard.press("z")
    expect(rows).to_have_count(before)


def test_what_was_found_is_decided_one_after_the_other(page):
    page.goto("/promises/")
    waiting = page.locator("section[aria-labelledby=p-2] [data-row]")
    expect(page.locator("[data-row].is-current")).to_have_count(1)
    before = waiting.count()
    first = waiting.first.locator(".sub").inner_text()

    page.keyboard.press("x")
    expect(page.locator(".toast")).to_contain_text(first[:20])
    page.keyboard.press("z")
    expect(page.locator(".toast")).to_contain_text("Taken back")
    expect(waiting).to_have_count(before)
    page.goto("/promises/")
    page.keyboard.press("y")
    expect(page.locator(".toast")).to_contain_text(first[:20])
    expect(line(page, first)).to_have_count(1)
    page.keyboard.press("z")

    expect(page.locator(".toast")).to_contain_text("Taken back")


def test_a_need_that_meets_an_offer_is_pointed_out_and_no_match_is_remembered(page):
    page.goto("/helping/")
    box = page.locator("[data-row]").filter(has_text="Tomasz").locator(".meets-box").filter(has_text="Agnieszka")
    expect(box).to_have_count(1)

    choose(page, page.locator("[data-row]").filter(has_text="Tomasz").filter(has=page.locator(".meets-box")))
    page.keyboard.press("h")
    expect(box).to_contain_text("You are helping with this.")
    page.keyboard.press("z")
    expect(box).not_to_contain_text("You are helping with this.")
    choose(page, page.locator("[data-row]").filter(has_text="Tomasz").filter(has=page.locator(".meets-box")))
    page.keyboard.press("m")
    expect(box).to_have_count(0)
    page.keyboard.press("z")

    expect(page.locator(".toast")).to_contain_text("Taken back")
    expect(box).to_have_count(1)


def test_what_somebody_said_is_written_down_from_their_page(page):
    open_person(page, "Ilse")

    page.keyboard.press("a")
    expect(page.get_by_label("What they said")).to_be_focused()
    page.keyboard.type("Somebody to walk Rex on Fridays.")
    page.get_by_role("button", name="Keep").click()
    expect(page.locator(".brief")).to_contain_text("Somebody to walk Rex on Fridays.")
    page.keyboard.press("z")

    expect(page.locator(".brief")).not_to_contain_text("Somebody to walk Rex on Fridays.")


def test_the_briefing_alone_is_printed(page):
    open_person(page, "Tomasz")
    page.evaluate("window.print = () => { document.body.dataset.printed = 'yes'; }")

    page.keyboard.press("p")
    expect(page.locator("body")).to_have_attribute("data-printed", "yes")
    page.emulate_media(media="print")

    expect(page.locator(".brief")).to_be_visible()
    for left_out in (".nav", ".person-acts", ".facts", ".timeline", ".tick", ".toast"):
        assert not [one for one in page.locator(left_out).all() if one.is_visible()]


def test_words_of_any_length_stay_within_a_narrow_phone(page):
    page.goto("/promises/new/")
    page.get_by_label("What", exact=True).fill("x" * 300)
    page.get_by_label("To or from whom").fill("Tomasz Wiśniewski-Kowalczyk")
    page.get_by_label("By when").fill("today")
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.locator(".toast")).to_be_visible()
    page.set_viewport_size({"width": 320, "height": 640})

    wide = []
    for address in ("/", "/promises/"):
        page.goto(address)
        expect(page.locator("#main")).to_contain_text("x" * 300)
        wide.append(page.evaluate("document.documentElement.scrollWidth"))
    open_person(page, "Tomasz")
    wide.append(page.evaluate("document.documentElement.scrollWidth"))
    page.keyboard.press("z")
    expect(page.locator(".toast")).to_contain_text("Taken back")

    assert max(wide) <= 320


def test_the_pages_are_a_chord_away(page):
    page.goto("/")

    page.keyboard.press("g")
    page.keyboard.press("r")
    expect(page.get_by_role("heading", level=1)).to_have_text("Promises")
    page.keyboard.press("g")
    page.keyboard.press("n")

    expect(page.get_by_role("heading", level=1)).to_have_text("Helping")


@pytest.mark.parametrize("address", ["/promises/", "/helping/"])
def test_without_a_script_a_promise_and_a_need_are_still_decided(browser, sample_life, signed_in, address):
    context = browser.new_context(base_url=sample_life, storage_state=signed_in, java_script_enabled=False)
    page = context.new_page()
    page.goto(address)

    page.get_by_role("button", name=re.compile("^No")).first.click()
    expect(page.locator(".toast")).to_be_visible()
    page.locator(".toast").get_by_role("button", name=re.compile("^Undo")).click()

    expect(page.locator(".toast")).to_contain_text("Taken back")
    context.close()
