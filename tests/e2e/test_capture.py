"""A note by keyboard alone: written, read back, decided, kept, taken back. And on a phone, and without a script."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import DESK, PHONE, open_person, quiet_page
from tests.e2e.test_every_page import violations

pytestmark = pytest.mark.browser
SENTENCE = "coffee with Tomasz tue, his lathe is back from repair. I’ll send him the agent’s number by fri"
REFUSED = re.compile("status of 422")


@pytest.fixture
def asking(page):
    """The console notes an answer that asks back; it is wanted here."""
    yield page
    page.heard.errors[:] = [said for said in page.heard.errors if not REFUSED.search(said)]


def lines(page):
    return page.locator("#read-as .reads-line")


def write(page, text):
    """`n`, and the text; read back to its end before it goes on."""
    page.keyboard.press("n")
    expect(page.locator("#note")).to_be_focused()
    page.keyboard.type(text)
    expect(page.locator("[data-keeps]")).to_be_visible()
    page.wait_for_load_state("networkidle")


def test_from_n_to_kept_to_undo_without_a_mouse(page):
    page.goto("/")

    write(page, SENTENCE)
    expect(page.locator("[data-keeps]")).to_contain_text("Keep all four")
    expect(lines(page).nth(1)).to_contain_text("Tomasz")
    page.keyboard.press("Enter")
    expect(page.locator(".toast")).to_contain_text("Kept a meeting with Tomasz")
    expect(page.locator("#note")).to_have_value("")
    expect(page.locator("#note")).not_to_be_focused()
    page.keyboard.press("z")

    expect(page.locator(".toast")).to_contain_text("Taken back: Kept a meeting with Tomasz")


def test_enter_right_after_the_last_letter_keeps_what_was_written(page):
    page.goto("/")

    page.keyboard.press("n")
    page.keyboard.insert_text("Call with Tomasz today, he needs a dry barn")
    page.keyboard.press("Enter")

    expect(page.locator(".toast")).to_contain_text("Kept a call with Tomasz Wiśniewski-Kowalczyk and one need.")
    page.keyboard.press("z")
    expect(page.locator(".toast")).to_contain_text("Taken back")


def test_an_ambiguous_name_takes_the_focus_and_is_decided_by_keys(asking):
    page = asking
    page.goto("/")

    write(page, "lunch with Ilse today")
    expect(page.locator(".is-asked")).to_contain_text("Which one?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("radio", name="Ilse Vandenbroucke-Okonkwo")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Ilse Brandt")).to_be_checked()
    expect(page.locator(".is-asked")).to_have_count(0)
    expect(page.get_by_role("radio", name="Ilse Brandt")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator(".toast")).to_contain_text("a meeting with Ilse Brandt")
    page.keyboard.press("z")
    expect(page.locator(".toast")).to_contain_text("Taken back")


def test_enter_on_the_first_of_several_takes_it(asking):
    page = asking
    page.goto("/")

    write(page, "lunch with Ilse today")
    page.keyboard.press("Enter")
    expect(page.get_by_role("radio", name="Ilse Vandenbroucke-Okonkwo")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator(".toast")).to_contain_text("a meeting with Ilse Vandenbroucke-Okonkwo")
    page.keyboard.press("z")
    expect(page.locator(".toast")).to_contain_text("Taken back")


def test_a_missing_name_is_asked_for_and_given(asking):
    page = asking
    page.goto("/people/")

    write(page, "The kiln is warm again")
    page.keyboard.press("Enter")
    expect(page.locator("#also")).to_be_focused()
    page.keyboard.type("Tomasz")
    page.keyboard.press("Enter")

    expect(page.locator(".toast")).to_contain_text("Kept a note about Tomasz")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("z")
    expect(page.locator(".toast")).to_contain_text("Taken back")


def test_a_line_is_changed_and_another_left_out_by_keys(page):
    page.goto("/")

    write(page, SENTENCE)
    page.get_by_role("checkbox", name="Leave out “his lathe").focus()
    page.keyboard.press("Space")
    expect(page.locator("[data-keeps]")).to_contain_text("Keep all three")
    expect(page.get_by_role("checkbox", name="Leave out “his lathe")).to_be_focused()
    page.get_by_role("button", name=re.compile("^Change “send him")).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("In which words").last).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("ring the agent")
    page.keyboard.press("Enter")
    expect(lines(page).last).to_contain_text("Ring the agent by")
    expect(page.locator("#note")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator(".toast")).to_contain_text("and one promise.")
    page.keyboard.press("z")
    expect(page.locator(".toast")).to_contain_text("Taken back")


def test_only_the_note_is_kept_when_one_says_so(page):
    page.goto("/")

    write(page, SENTENCE)
    page.get_by_role("button", name="Only the note").focus()
    page.keyboard.press("Enter")

    expect(page.locator(".toast")).to_contain_text("Kept a meeting with Tomasz Wiśniewski-Kowalczyk.")
    page.keyboard.press("z")
    expect(page.locator(".toast")).to_contain_text("Taken back")
    write(page, "call with Tomasz today")
    page.keyboard.press("Enter")
    expect(page.locator(".toast")).to_contain_text("Kept a call with Tomasz")
    page.keyboard.press("z")
    expect(page.locator(".toast")).to_contain_text("Taken back")


def test_escape_leaves_the_text_for_later_even_on_another_page(page):
    page.goto("/")
    write(page, "coffee with Tomasz")

    page.keyboard.press("Escape")
    expect(page.locator("#read-as")).to_be_hidden()
    expect(page.locator("#note")).not_to_be_focused()
    expect(page.locator("#note")).to_have_value("coffee with Tomasz")
    page.goto("/settings/")
    assert "coffee" not in page.url
    page.keyboard.press("n")

    expect(page.get_by_role("dialog", name="Quick note")).to_be_visible()
    expect(page.locator("#note")).to_have_value("coffee with Tomasz")
    expect(page.locator("[data-keeps]")).to_be_visible()
    page.keyboard.press("Control+a")
    page.keyboard.press("Backspace")
    page.keyboard.press("Escape")
    page.goto("/")
    expect(page.locator("#note")).to_have_value("")


def test_on_a_persons_page_the_note_is_about_them_and_stands_there_at_once(page):
    open_person(page, "Tomasz")

    write(page, "His lathe is back from repair.")
    expect(lines(page).nth(1)).to_contain_text("Tomasz")
    page.keyboard.press("Enter")

    expect(page.locator("#together")).to_contain_text("His lathe is back from repair.")
    page.keyboard.press("z")
    expect(page.locator("#together")).not_to_contain_text("His lathe is back from repair.")


def test_the_palette_opens_the_line_and_knows_whom_it_is_about(page):
    page.goto("/settings/")
    page.keyboard.press("Control+k")
    expect(page.locator("#palette [role=option]").first).to_be_visible()
    page.keyboard.insert_text("tomasz")
    expect(page.get_by_role("option", name="Write something down about Tomasz")).to_be_visible()
    page.wait_for_load_state("networkidle")

    page.get_by_role("option", name="Write something down about Tomasz").click()
    expect(page.locator("#note")).to_be_focused()
    page.keyboard.type("His lathe is back.")
    expect(lines(page).nth(1)).to_contain_text("Tomasz Wiśniewski-Kowalczyk")

    page.keyboard.press("Control+a")
    page.keyboard.press("Backspace")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)  # the browser closes a dialog in its own time
    page.keyboard.press("n")
    expect(page.locator("#capture [name=about]")).to_have_value("")


def test_shift_and_enter_begin_a_new_line(page):
    page.goto("/")

    write(page, "coffee with Tomasz")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("and cake")
    expect(page.locator("#note")).to_have_value("coffee with Tomasz\nand cake")

    page.keyboard.press("Control+a")
    page.keyboard.press("Backspace")
    expect(lines(page)).to_have_count(0)


def test_when_nothing_answers_nothing_is_lost(page):
    page.goto("/")
    write(page, "coffee with Tomasz")
    page.route("**/capture/kept", lambda route: route.abort())

    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("nothing was saved. Your words are still here.")
    expect(page.locator("#note")).to_have_value("coffee with Tomasz")

    page.locator("#note").fill("")
    page.heard.errors.clear()


def test_what_was_read_is_told_politely(page):
    page.goto("/")

    write(page, "coffee with Tomasz today")

    expect(page.get_by_role("status").filter(has_text="Read as: Coffee in person")).to_have_count(1)
    page.keyboard.press("Control+a")
    page.keyboard.press("Backspace")


def test_pasted_markup_is_only_text(page):
    page.goto("/")

    page.keyboard.press("n")
    page.keyboard.insert_text('Tea with Tomasz, he needs <img src=x onerror="document.title=1"> <b hx-get="/">help</b>')
    expect(page.locator("[data-keeps]")).to_be_visible()

    expect(page.locator("#read-as img, #read-as b")).to_have_count(0)
    expect(page).to_have_title(re.compile("Today"))
    page.keyboard.press("Control+a")
    page.keyboard.press("Backspace")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, {"width": 320, "height": 640}], ids=["desk", "narrow"])
def test_a_note_read_back_is_for_everybodys_eyes_and_hands(page, scheme, size):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size(size)
    page.goto("/people/")
    write(page, f"{SENTENCE} Lunch with Ilse and Zora Neumann, Zora needs a van.")
    for change in page.locator("[data-opens]").all():
        change.click()

    found = violations(page)

    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    page.locator("#note").fill("")


def test_without_a_script_a_note_is_read_back_and_kept(browser, sample_life, signed_in):
    pages = quiet_page(browser, sample_life, storage_state=signed_in, java_script_enabled=False)
    page = next(pages)
    page.goto("/capture/")

    page.locator("#note").fill("Coffee with Tomasz today, he needs a dry barn")
    page.get_by_role("button", name="Read it back").click()
    expect(lines(page).last).to_contain_text("A dry barn")
    page.get_by_label("In which words").fill("a dry barn by spring")
    page.get_by_role("button", name="Keep all three").click()

    expect(page.locator(".toast")).to_contain_text("Kept a meeting with Tomasz")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".toast")).to_contain_text("Taken back")
    assert next(pages, None) is None


def test_a_note_is_drawn(page, shots):
    """Pictures for people to look at; nothing is compared."""
    page.goto("/")
    write(page, "coffee with Ilse tue, her dog Rex is home from the vet. I’ll send her the physio’s number by fri")
    expect(page.get_by_role("status").filter(has_text="one promise")).to_have_count(1)
    page.screenshot(path=shots / "capture-light.png", caret="initial")
    page.emulate_media(color_scheme="dark")
    page.screenshot(path=shots / "capture-dark.png", caret="initial")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(PHONE)
    page.screenshot(path=shots / "capture-phone.png", full_page=True, caret="initial")
    page.locator("#note").evaluate("note => { note.value = ''; sessionStorage.clear(); }")

    assert (shots / "capture-phone.png").stat().st_size > 0
