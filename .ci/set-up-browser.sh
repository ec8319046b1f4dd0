#!/bin/sh
# Make ready what the browser tests need:  sh .ci/set-up-browser.sh
#
#   Chromium and its driver   Debian's packages, installed with apt-get where this may be done (as root)
#   axe-core                  tests/browser/package-lock.json, installed with npm
#
# What cannot be got is named, with how to get it; the browser tests then say that they were skipped, and why. With
# FORETHOUGHT_BROWSER=required (continuous integration) that is a failure: of this, and of the tests.
#
# Safe to run again; when everything is in place it returns at once.
#
# Variables:  CHROMIUM, CHROMEDRIVER   the browser and the driver to use, in place of those on PATH
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
folder=$root/tests/browser
missing=

say() { printf 'set-up-browser: %s\n' "$*" >&2; }
lacks() {
    missing="$missing
  - $*"
}

has_browser() { command -v "${CHROMIUM:-chromium}" >/dev/null 2>&1; }
has_driver() { command -v "${CHROMEDRIVER:-chromedriver}" >/dev/null 2>&1; }
has_axe() { cmp -s "$folder/package-lock.json" "$folder/node_modules/.installed-from.json"; }

may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }

# The lists of packages are fetched only when those at hand do not serve.
install_browser() {
    say "installing Debian's chromium and chromium-driver"
    DEBIAN_FRONTEND=noninteractive && export DEBIAN_FRONTEND
    set -- chromium chromium-driver fonts-dejavu-core
    for _ in 1 2 3; do
        if apt-get install --yes --quiet --no-install-recommends "$@" >"$said" 2>&1; then return 0; fi
        apt-get update --quiet >>"$said" 2>&1 || sleep 5
    done
    tail -n 5 "$said" >&2
}

install_axe() {
    say "installing axe-core with npm"
    if npm ci --prefix "$folder" >"$said" 2>&1 || { sleep 5 && npm ci --prefix "$folder" >"$said" 2>&1; }; then
        cp "$folder/package-lock.json" "$folder/node_modules/.installed-from.json"
    else
        tail -n 5 "$said" >&2
    fi
}

if has_browser && has_driver && has_axe; then exit 0; fi
said=$(mktemp)
trap 'rm -f "$said"' EXIT

if ! { has_browser && has_driver; } && may_install; then install_browser; fi
if ! has_axe && command -v npm >/dev/null 2>&1; then install_axe; fi

has_browser || lacks "Chromium (looked for: ${CHROMIUM:-chromium})"
has_driver || lacks "its driver (looked for: ${CHROMEDRIVER:-chromedriver})"
has_axe || lacks "axe-core in tests/browser/node_modules (npm installs it)"
[ -n "$missing" ] || exit 0

cat >&2 <<END
set-up-browser: the pages will not be looked at in a browser. Missing:$missing

To get all of it:

  Debian:          sudo apt install chromium chromium-driver npm
  anything else:   Chromium or Chrome with the ChromeDriver of the same version, and npm; where they have other names:
                   CHROMIUM=/path/to/browser CHROMEDRIVER=/path/to/chromedriver make test
END
[ "${FORETHOUGHT_BROWSER:-}" != required ] || exit 1
