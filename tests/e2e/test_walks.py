"""What somebody does in a day: keep in touch with one key, find, join two records, change one's mind."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import open_person

pytestmark = pytest.mark.browser


def chosen(page):
    return page.locator("[data-row].is-current a.name").first


def test_one_key_says_we_spoke_and_another_takes_it_back(page):
    page.goto("/")
    first = chosen(page).inner_text()

    page.keyboard.press("d")
    expect(page.locator(".toast")).to_contain_text(first)
    expect(page.locator("main .row a.name").filter(has_text=first)).to_have_count(0)
    page.keyboard.press("z")

    expect(page.locator(".toast")).to_contain_text("Taken back")
    expect(page.locator("main .row a.name").filter(has_text=first)).to_have_count(1)


def test_keys_move_along_the_lines_and_open_one(page):
    page.goto("/")
    names = page.locator("section[aria-labelledby=h-hear] .row [data-press=open]").all_inner_texts()

    page.keyboard.press("j")
    expect(chosen(page)).to_have_text(names[1])
    page.keyboard.press("k")
    expect(chosen(page)).to_have_text(names[0])
    page.keyboard.press("j")
    page.keyboard.press("o")

    expect(page.get_by_role("heading", level=1)).to_have_text(names[1])


def test_not_now_asks_for_a_reason_in_place_and_escape_leaves_it(page):
    page.goto("/")

    page.keyboard.press("x")
    expect(page.get_by_label("Not now, because…")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_label("Not now, because…")).to_have_count(0)
    expect(page.locator("[data-press='not-now']").first).to_be_focused()
    page.keyboard.press("x")
    page.get_by_label("Not now, because…").fill("away until spring")
    page.keyboard.press("Enter")

    expect(page.locator(".toast")).to_be_visible()
    page.keyboard.press("z")
    expect(page.locator(".toast")).to_contain_text("Taken back")


def test_keys_are_off_while_somebody_types(page):
    page.goto("/")

    page.keyboard.press("n")
    expect(page.locator("#note")).to_be_focused()
    page.keyboard.type("dj?z")

    expect(page.locator("#note")).to_have_value("dj?z")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_name_that_nobody_has_is_refused_with_the_form(page):
    page.goto("/happened/new/")

    page.get_by_role("textbox", name="What happened?").fill("Soup.")
    page.get_by_label("With").fill("Nobody At All")
    page.get_by_role("button", name="Keep").click()

    expect(page.get_by_role("alert")).to_contain_text("Nobody here is called")
    expect(page.get_by_role("textbox", name="What happened?")).to_have_value("Soup.")
    page.heard.errors[:] = [said for said in page.heard.errors if "422" not in said]


def test_people_and_letters_are_found_while_one_types(page):
    page.goto("/search/")

    page.get_by_role("searchbox").press_sequentially("tomas")
    expect(page.locator("#found a.name").first).to_contain_text("Tomasz")
    page.get_by_role("searchbox").fill("leaking roof")

    expect(page.locator("#found")).not_to_contain_text("Begin to type")
    assert "leaking" not in page.url


def test_the_list_of_people_is_filtered_while_one_types(page):
    page.goto("/people/")

    page.keyboard.press("/")
    page.keyboard.type("wiśniewski")

    expect(page.locator("#people a.name")).to_have_count(1)
    expect(page.locator("#people a.name").first).to_contain_text("Tomasz")


def test_the_palette_opens_anywhere_and_goes_where_one_says(page):
    page.goto("/settings/")

    page.keyboard.press("Control+k")
    page.keyboard.type("tomas")
    expect(page.locator("#palette [role=option]").first).to_contain_text("Tomasz")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_contain_text("Tomasz")


@pytest.mark.parametrize("address", ["/", "/promises/", "/helping/"])
def test_the_sheet_lists_the_keys_of_the_page_and_every_key_finds_what_it_presses(page, address):
    page.goto(address)
    page.keyboard.press("?")
    listed = page.locator("#keys [data-does]").evaluate_all("all => all.map(one => one.dataset.does)")

    missing = [
        name for name in listed if name not in ("row-next", "row-before", "keys", "find") and not _bearers(page, name)
    ]

    assert len(listed) > 10
    assert missing == []


def test_two_records_are_joined_by_one_key_and_parted_by_another(page):
    page.goto("/duplicates/")
    waiting = page.locator("main .row").count()
    page.keyboard.press("o")
    page.locator("main.p-duplicates .compare").wait_for()
    page.wait_for_load_state()

    page.keyboard.press("m")
    expect(page.locator(".toast")).to_contain_text("one person now")
    page.keyboard.press("z")

    expect(page.locator(".toast")).to_contain_text("Taken back")
    page.goto("/duplicates/")
    expect(page.locator("main .row")).to_have_count(waiting)


def test_several_people_are_chosen_by_keys_and_moved_with_one_undo(page):
    page.goto("/people/?order=name")
    page.locator("#people a.name").first.wait_for()

    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Shift+X")
    expect(page.locator("[data-count]")).to_have_text("Three people chosen")
    page.get_by_role("button", name="Move to the bin").click()
    expect(page.locator(".toast")).to_contain_text("three people")
    page.keyboard.press("z")

    expect(page.locator(".toast")).to_contain_text("Taken back")


def test_something_known_is_added_in_place_and_taken_away_again(page):
    open_person(page, "Tomasz")

    page.keyboard.press("f")
    page.get_by_role("textbox", name="What you know").fill("Plays the squeezebox")
    page.get_by_role("button", name="Keep").click()
    expect(page.locator(".facts")).to_contain_text("Plays the squeezebox")
    page.keyboard.press("z")

    expect(page.locator(".facts")).not_to_contain_text("Plays the squeezebox")


def test_a_timeline_is_filtered_and_goes_further_back(page):
    open_person(page, "Leif")
    before = page.locator("#together .months > li").count()

    page.get_by_role("link", name=re.compile("^Earlier")).click()
    expect(page.locator("#together .months")).to_have_count(2)
    page.get_by_role("link", name="Notes").click()

    expect(page.get_by_role("link", name="Notes")).to_have_attribute("aria-current", "true")
    assert before > 1


def test_single_keys_can_be_switched_off_and_the_palette_stays(page):
    page.goto("/settings/")
    page.get_by_label("Single-key shortcuts").uncheck()
    page.get_by_role("button", name="Keep").click()
    expect(page.locator(".toast")).to_be_visible()

    page.goto("/")
    before = chosen(page).inner_text()
    page.keyboard.press("j")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(chosen(page)).to_have_text(before)
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog", name="Find or do")).to_be_visible()
    page.keyboard.press("Escape")

    page.goto("/settings/")
    page.get_by_label("Single-key shortcuts").check()
    page.get_by_role("button", name="Keep").click()
    expect(page.locator(".toast")).to_be_visible()


def test_light_is_as_the_owner_likes_it(page):
    page.goto("/settings/")
    page.get_by_text("Lamplight").click()
    page.get_by_role("button", name="Keep").click()
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")

    page.get_by_text("As the machine").click()
    page.get_by_role("button", name="Keep").click()

    expect(page.locator("html")).not_to_have_attribute("data-scheme", "dark")


def _bearers(page, name):
    return page.locator(f"[data-press~='{name}']").count()
