"""Every page there is, by a name for its picture."""

PAGES = {
    "today": "/",
    "people": "/people/",
    "people-quiet": "/people/?only=quiet",
    "people-none": "/people/?find=zzzz",
    "person": "person:Tomasz",
    "person-edit": "person:Tomasz:name/",
    "person-circles": "person:Tomasz:circles/",
    "person-asked": "person:Tomasz:asked/",
    "promises": "/promises/",
    "promises-all": "/promises/?all",
    "promise-new": "/promises/new/",
    "helping": "/helping/",
    "helping-all": "/helping/?all",
    "helping-new": "/helping/new/",
    "new-person": "/people/new/",
    "capture": "/capture/",
    "happened": "/happened/new/",
    "candidates": "/people/candidates/",
    "duplicates": "/duplicates/",
    "pair": "pair:",
    "search": "/search/?text=rex",
    "search-none": "/search/?text=zzzz",
    "sources": "/sources/",
    "intake": "intake:",
    "bin": "/bin/",
    "history": "/history/",
    "settings": "/settings/",
    "password": "/accounts/password/change/",
    "sign-out": "/accounts/logout/",
    "nothing-here": "/nothing/",
}


def go(page, name):
    """Open a page of PAGES; some are found by a link on another."""
    way = PAGES[name]
    if way.startswith("person:"):
        _, who, *rest = way.split(":")
        page.goto(f"/people/?find={who}")
        page.goto(page.locator("#people a.name").first.get_attribute("href") + "".join(rest))
    elif way == "pair:":
        page.goto("/duplicates/")
        page.goto(page.get_by_role("link", name="Compare").first.get_attribute("href"))
    elif way == "intake:":
        page.goto("/sources/")
        page.goto(page.locator("main .row a.name").first.get_attribute("href"))
    else:
        page.goto(way)
    page.wait_for_load_state("networkidle")
