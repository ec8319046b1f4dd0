"""A real Chromium, driven by its own driver, that looks at one page at a time."""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

HERE = Path(__file__).parent
AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
MILLIMETRE = 96 / 25.4
"""In CSS pixels."""

_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
)

_AXE = """
const done = arguments[arguments.length - 1];
const wanted = {};
for (const rule of axe.getRules()) {
    if (!rule.tags.includes("wcag2aaa") && !rule.tags.includes("wcag22aaa")) wanted[rule.ruleId] = {enabled: true};
}
axe.run(document, {rules: wanted, resultTypes: ["violations"], preload: false}).then(
    found => done(found.violations.map(one => [one.id, one.help, one.nodes.map(node => node.html)])),
    error => done([["axe", String(error), []]]),
);
"""


def missing() -> tuple[str, ...]:
    """Return what the browser tests need and this machine does not have."""
    lacks = [name for name in (_chromium(), _chromedriver()) if shutil.which(name) is None]
    return (*lacks, *(() if AXE.exists() else ("axe-core",)))


def _chromium() -> str:
    return os.environ.get("CHROMIUM") or "chromium"


def _chromedriver() -> str:
    return os.environ.get("CHROMEDRIVER") or "chromedriver"


@dataclass(frozen=True)
class View:
    """How a page is looked at: in which scheme of colours, and how wide."""

    scheme: str
    width: int

    def __str__(self) -> str:
        return f"{self.scheme}-{self.width}"


class Browser:
    """One browser for all pages."""

    def __init__(self, driver: webdriver.Chrome, folder: Path) -> None:
        self._driver = driver
        self._place = folder / "page.html"
        self._axe = AXE.read_text(encoding="utf-8")

    def open(self, html: str, view: View) -> None:
        """Open a page from a file, as it is opened on a desk."""
        self._place.write_text(html, encoding="utf-8")
        self._emulate("screen", view.scheme)
        self._measure(view.width)
        self._told("browser")
        self._told("performance")
        self._driver.get(self._place.as_uri())

    def requests(self) -> list[str]:
        """Return every address that the page asked for, itself left out."""
        sent = [
            event["params"]["request"]["url"]
            for event in self._told("performance")
            if event["method"] == "Network.requestWillBeSent"
        ]
        assert sent, "the browser tells of no request, not even that for the page itself"
        return [address for address in sent if address.split("#")[0] != self._place.as_uri()]

    def complaints(self) -> list[str]:
        """Return what the browser wrote to the console: faults, and what the content security policy refused."""
        return [str(entry["message"]) for entry in self._driver.get_log("browser")]  # type: ignore[no-untyped-call]

    def unfold(self) -> None:
        """Open everything that can be opened."""
        self.ask("document.querySelectorAll('details').forEach(each => each.open = true)")

    def violations(self) -> list[Any]:
        """Return what axe finds wrong, by every rule it has but those of level AAA."""
        self._driver.execute_script(self._axe)
        return list(self._driver.execute_async_script(_AXE))

    def ask(self, script: str, *values: object) -> Any:  # noqa: ANN401 - whatever the page answers
        """Run a script in the page and return what it returns."""
        return self._driver.execute_script(script, *values)

    def press(self, key: str) -> None:
        """Press a key that writes nothing: Tab, Enter."""
        code = {"Tab": 9, "Enter": 13}[key]
        text = {"text": "\r"} if key == "Enter" else {}
        for kind in ("keyDown", "keyUp"):
            event = {"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code, **text}
            self._driver.execute_cdp_cmd("Input.dispatchKeyEvent", event)

    def on_paper(self, width: float) -> None:
        """Lay the page out as it is printed, on a sheet with this much room between its margins (in millimetres)."""
        self._emulate("print", "light")
        self._measure(round(width * MILLIMETRE))

    def sheets(self) -> tuple[int, set[tuple[int, int]]]:
        """Print the page; return how many sheets that takes, and their sizes in points."""
        command = {"preferCSSPageSize": True, "printBackground": False, "displayHeaderFooter": False}
        pdf = base64.b64decode(self._driver.execute_cdp_cmd("Page.printToPDF", command)["data"])
        boxes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([0-9.]+)\s+([0-9.]+)\s*\]", pdf)
        sizes = {(round(float(width)), round(float(height))) for width, height in boxes}
        return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)), sizes

    def _emulate(self, media: str, scheme: str) -> None:
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self._driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})

    def _measure(self, width: int) -> None:
        metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        self._driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def _told(self, log: str) -> list[Any]:
        entries = self._driver.get_log(log)  # type: ignore[no-untyped-call]
        return [json.loads(entry["message"])["message"] for entry in entries] if log == "performance" else entries


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start a browser that knows nothing yet, and end it."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which(_chromium()) or _chromium()
    with tempfile.TemporaryDirectory(prefix="forethought-browser-") as folder:
        for flag in (*_FLAGS, f"--user-data-dir={folder}/profile"):
            options.add_argument(flag)
        if os.geteuid() == 0:
            # Its sandbox does not start as root; the pages are our own.
            options.add_argument("--no-sandbox")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        driver = webdriver.Chrome(options=options, service=Service(shutil.which(_chromedriver()) or _chromedriver()))
        try:
            yield Browser(driver, Path(folder))
        finally:
            driver.quit()
