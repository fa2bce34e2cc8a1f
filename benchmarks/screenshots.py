"""Pictures of the explorer for the README, and of every page on request, as a reader sees them.

``python -m benchmarks.screenshots`` starts the explorer on a data folder of its own and writes the pictures
in ``docs/images/``. With a folder as argument, every page goes there, at 1280 and at 390 pixels across.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from loaders.settings import CHECKOUT
from tests.browser.conftest import (
    FLAGS,
    PAGES,
    PAINT_MILLISECONDS,
    browser_path,
    start_explorer,
    stop_explorer,
)

FOR_README = {"findings": 1060, "finding": 1330}
"""Pages shown there, with the height in pixels that is shown."""
WIDTHS = (1280, 390)
MOST_HIGH = 12_000


def take(browser: Browser, url: str, file: Path, width: int, height: int | None) -> None:
    """One picture; ``height`` None: the whole page."""
    context = browser.new_context(viewport={"width": width, "height": height or 900}, locale="en-GB")
    page = context.new_page()
    page.goto(url)
    page.locator(".rl-foot").wait_for(timeout=PAINT_MILLISECONDS)
    page.wait_for_timeout(1_000)  # a drawing paints after the foot
    if height is None:
        whole = int(page.evaluate("document.querySelector('.stMain').scrollHeight"))
        page.set_viewport_size({"width": width, "height": min(whole + 10, MOST_HIGH)})
        page.wait_for_timeout(1_000)
    page.screenshot(path=file)
    context.close()
    print(file)


def main() -> None:
    """Take the pictures."""
    everything = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    folder = everything or CHECKOUT / "docs" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data_folder, sync_playwright() as playwright:
        process, address, _ = start_explorer(Path(data_folder))
        try:
            browser = playwright.chromium.launch(executable_path=browser_path(), args=FLAGS)
            if everything is None:
                for name, height in FOR_README.items():
                    take(browser, address + PAGES[name], folder / f"{name}.png", WIDTHS[0], height)
                return
            for name, path in PAGES.items():
                for width in WIDTHS:
                    take(
                        browser, address + path, folder / f"{name.replace(' ', '-')}-{width}.png", width, None
                    )
        finally:
            stop_explorer(process)


if __name__ == "__main__":
    main()
