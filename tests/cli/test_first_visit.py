"""From the line `yonder serve` prints to being signed in, in a real browser."""

import re

from tests.serving import serving, yonder

WORD = "a lantern over the hill"


def test_the_first_person_begins_with_three_things_and_is_in(folder, browsing):
    with serving(folder=folder) as served:
        olga, late = browsing("olga", width=360), browsing("late")
        olga.goto(served.first_run)
        olga.get_by_label("What is your workplace called?").fill("Larkfield")
        olga.get_by_label("Your sign-in name").fill("olga")
        olga.get_by_label("Your password").fill(WORD)
        olga.get_by_role("button", name="Begin").click()
        olga.wait_for_url(re.compile(rf"^{served.address}/(?!first-run)"))

        olga.goto(f"{served.address}/me/sign-ins/")
        assert "/sign-in/" not in olga.url

        late.goto(served.first_run)
        assert late.get_by_label("Your password").count() == 0


def test_somebody_from_the_demo_signs_in_without_javascript(folder, browsing):
    password = yonder("demo", "--no-serve", folder=folder).stdout.split()[-1]

    with serving("demo", folder=folder) as shown:
        maya = browsing("maya", javascript=False)
        maya.goto(f"{shown.address}/sign-in/")
        maya.locator("[name=name]").fill("maya")
        maya.locator("[name=password]").fill(password)
        maya.locator("[name=password]").press("Enter")
        maya.wait_for_url(f"{shown.address}/")

        assert maya.get_by_text("Ravi").first.is_visible()
