"""The first hour: claim the place, bring mail in, see who is there, keep in touch, and take it all back."""

from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import NAME, PASSWORD

pytestmark = pytest.mark.browser
ROBIN, ADA = "Robin Fenn <robin@fenn.example>", "Ada Okafor <ada@okafor.example>"
READ_MS = 60_000


@pytest.fixture
def mailbox(tmp_path):
    """A year of letters between Robin and Ada, a fortnight apart, and then five quiet months."""
    path = tmp_path / "All mail.mbox"
    now = datetime.now().astimezone()
    with path.open("wb") as file:
        for number in range(26):
            sent_at = now - timedelta(days=150 + 14 * (25 - number))
            file.write(b"From - Thu Jan  1 00:00:00 2026\n" + letter(number, sent_at) + b"\n\n")
    return path


def letter(number, sent_at):
    message = EmailMessage()
    message["From"], message["To"] = (ROBIN, ADA) if number % 2 else (ADA, ROBIN)
    message["Subject"] = f"Letter {number}"
    message["Date"] = format_datetime(sent_at)
    message["Message-ID"] = f"<{number}@letters.example>"
    message.set_content("Rex has learned to open the garden gate.\n")
    return message.as_bytes()


def test_from_an_empty_place_to_today_and_back(new_page, empty_life, mailbox):
    page = new_page
    page.goto(f"/welcome/{empty_life[1]}/")
    page.goto(f"/welcome/{empty_life[1]}/")  # looking spends nothing
    page.get_by_label("Your name here").fill(NAME)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("heading", name="Nobody here yet")).to_be_visible()

    page.get_by_role("link", name="Bring something in").click()
    page.locator("input[type=file]").set_input_files(mailbox)
    page.get_by_text("Say which addresses are yours").click()
    page.get_by_label("Your own addresses").fill("robin@fenn.example")
    page.get_by_role("button", name="Look what is in them").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("All mail.mbox")
    expect(page.locator(".four-count")).to_contain_text("26")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", name="What came of it")).to_be_visible(timeout=READ_MS)

    page.keyboard.press("g")
    page.keyboard.press("t")
    expect(page.locator("main .row a.name")).to_have_text("Ada Okafor")
    page.keyboard.press("d")
    expect(page.locator(".toast")).to_contain_text("Ada Okafor")
    page.keyboard.press("z")
    expect(page.locator("main .row a.name")).to_have_text("Ada Okafor")

    page.goto("/search/")
    page.get_by_role("searchbox").press_sequentially("garden ga")
    expect(page.locator("#found mark").first).to_be_visible()

    page.goto("/sources/")
    page.get_by_role("link", name="All mail.mbox").click()
    page.get_by_role("button", name="Take this whole intake back").click()
    expect(page.locator(".lede")).to_have_text("Taken back.", timeout=READ_MS)
    page.goto("/people/")

    expect(page.get_by_role("heading", name="Nobody here yet")).to_be_visible()


def test_a_spent_address_says_so(new_page, empty_life):
    new_page.goto("/welcome/no-such-token/")

    expect(new_page.get_by_role("heading", level=1)).to_have_text("This address opens nothing")
    new_page.heard.errors.clear()  # the console notes that it is not there
