#!/bin/sh
# Make the project's own environment ready:  sh .ci/set-up.sh runtime|dev
#
#   runtime   what screening a case needs
#   dev       the same and the tools that `make test` runs
#
# uv does it when there is one; python3 -m venv and pip do it otherwise. Both install what uv.lock names, by hash.
# Safe to run again, also after an interruption; when everything is in place it returns at once.
#
# Variables:  VENV    where the environment is (.venv)
#             PYTHON  the Python to use (the first good one of python3, python3.13, python3.12, python3.11)
#             UV      the uv to use; empty: do without
#             CC      the C compiler to use (the one that Python was built with)
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$root"
level=${1:?usage: set-up.sh runtime|dev}
case $level in runtime | dev) ;; *) echo "usage: set-up.sh runtime|dev" >&2 && exit 2 ;; esac

venv=${VENV:-.venv}
stamp=$venv/.forethought-ready
uv=${UV-uv}
python=

# durable-rules calls PyEval_CallObject, which Python 3.13 removed and GCC 14 refuses to guess. This is the flag in
# pyproject.toml under [tool.uv.extra-build-variables]; pip, and a uv too old to know that table, read it from here.
CPPFLAGS="${CPPFLAGS:+$CPPFLAGS }-DPyEval_CallObject=PyObject_CallObject"
export CPPFLAGS
# An environment that happens to be active is not ours.
unset VIRTUAL_ENV PYTHONHOME

say() { printf 'set-up: %s\n' "$*" >&2; }

# --- Is there anything to do? ---------------------------------------------------------------------------------------

# Everything that the environment was made from; the place too, for an environment cannot be moved.
made_from() {
    echo "$root"
    cksum pyproject.toml uv.lock requirements/runtime.txt requirements/dev.txt .ci/set-up.sh
}

version_of() { "$1" -c 'import sys; print(sys.version)' 2>/dev/null; }

works() { "$venv/bin/python" -c 'import durable.engine' >/dev/null 2>&1; }

up_to_date() { [ -f "$stamp" ] && [ "$(sed 1d "$stamp")" = "$(made_from)" ]; }

asked_for_another_python() { [ -n "${PYTHON:-}" ] && [ "$(version_of "$PYTHON")" != "$(version_of "$venv/bin/python")" ]; }

if up_to_date && ! asked_for_another_python && works; then
    case $(sed -n 1p "$stamp") in "$level" | dev) exit 0 ;; esac
fi

# --- Is what it takes here? -----------------------------------------------------------------------------------------

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

# The Python that is asked for; or that of the environment, which uv builds upon; or one of the versions that the project
# is tested on; or a newer one.
find_python() {
    if [ -n "${PYTHON:-}" ]; then
        if new_enough "$PYTHON"; then python=$PYTHON; fi
        return
    fi
    if [ -n "$uv" ] && new_enough "$venv/bin/python"; then
        python=$venv/bin/python
        return
    fi
    for candidate in python3 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' >/dev/null 2>&1; then
            python=$candidate
            return
        fi
    done
    if new_enough python3; then python=python3; fi
}

missing=
lacks() {
    missing="$missing
  - $*"
}

# Try the compiler on the one thing it is needed for: a file that includes Python.h.
try_compiler() {
    compiler=${CC:-cc}
    if [ -z "${CC:-}" ] && [ -n "$python" ]; then
        compiler=$("$python" -c 'import sysconfig; print(sysconfig.get_config_var("CC") or "cc")')
    fi
    # shellcheck disable=SC2086 # a compiler is often named together with an option
    set -- $compiler
    if ! command -v "$1" >/dev/null 2>&1; then
        lacks "a C compiler (looked for: $1). durable-rules, which fires the rules, is built from source"
        return
    fi
    # uv is about to fetch a Python, and its headers with it.
    [ -n "$python" ] || return 0
    headers=$("$python" -c 'import sysconfig; print(sysconfig.get_paths()["include"])')
    if ! [ -f "$headers/Python.h" ]; then
        lacks "Python.h, the C headers of $(command -v "$python") (looked in: $headers)"
        return
    fi
    trial=$(mktemp -d)
    echo '#include <Python.h>' >"$trial/trial.c"
    if ! "$@" -I"$headers" -c "$trial/trial.c" -o "$trial/trial.o" >"$trial/said" 2>&1; then
        lacks "a C compiler that works: $1 cannot compile a file that includes Python.h. It said:
$(sed 's/^/      /' "$trial/said")"
    fi
    rm -rf "$trial"
}

stop_if_anything_is_missing() {
    [ -n "$missing" ] || return 0
    case ${python##*/} in
        python3.*) package=${python##*/} ;;
        *) package=python3 ;;
    esac
    cat >&2 <<END
set-up: cannot go on. Missing:$missing

What it takes: Python 3.11 or newer with its C headers, make, and a C compiler. To get all of it:

  Debian, Ubuntu:  sudo apt install build-essential $package-dev $package-venv
  Fedora:          sudo dnf install gcc make $package-devel
  macOS:           xcode-select --install     (compiler and make)
                   brew install python        (or any other Python 3.11 or newer)

Then give the same command again. A particular Python or compiler: make PYTHON=python3.12 CC=clang ...
END
    exit 1
}

start_afresh() {
    [ -e "$venv" ] || return 0
    if ! [ -f "$venv/pyvenv.cfg" ] && [ -n "$(ls -A "$venv")" ]; then
        say "$venv is there and is not a Python environment; move it away, or name another place: make VENV=..."
        exit 1
    fi
    rm -rf "$venv"
}

if [ -n "$uv" ] && ! "$uv" --version >/dev/null 2>&1; then uv=; fi
if [ -f "$stamp" ] && [ "$(sed -n 2p "$stamp")" != "$root" ]; then start_afresh; fi

find_python
try_compiler
if [ -z "$python" ] && [ -n "${PYTHON:-}" ]; then
    lacks "Python 3.11 or newer (PYTHON=$PYTHON is not one, or does not run)"
elif [ -z "$python" ] && [ -z "$uv" ]; then
    lacks "Python 3.11 or newer (looked for: python3, python3.13, python3.12, python3.11)"
elif [ -z "$uv" ] && ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    lacks "the venv module of $(command -v "$python") (a package of its own on Debian and Ubuntu)"
fi
stop_if_anything_is_missing

# --- Do it ----------------------------------------------------------------------------------------------------------

with_uv() {
    say "making $venv ready with uv"
    set -- sync --locked
    case $level in
        runtime) set -- "$@" --no-dev --inexact ;;
        dev) set -- "$@" --all-extras ;;
    esac
    case $python in
        "$venv/bin/python") ;;
        "") set -- "$@" --python ">=3.11,<3.14" ;; # none is here: uv fetches one that the project is tested on
        *) set -- "$@" --python "$python" ;;
    esac
    if ! UV_PROJECT_ENVIRONMENT=$venv "$uv" "$@"; then
        say "uv could not do it; what it said is above. To do without uv: make UV= ..."
        exit 1
    fi
}

with_pip() {
    say "making $venv ready with venv and pip"
    "$venv/bin/python" -m pip --version >/dev/null 2>&1 || "$python" -m venv "$venv"
    pip="$venv/bin/python -m pip --quiet --disable-pip-version-check --no-input"
    # Older versions of pip would build durable-rules with whatever setuptools the environment has.
    PIP_USE_PEP517=1 && export PIP_USE_PEP517
    $pip install --require-hashes --requirement "requirements/$level.txt"
    # pip keeps wheels it has built: one of durable-rules may be from before, without the flag.
    works || $pip install --require-hashes --requirement "requirements/$level.txt" --no-cache-dir --force-reinstall
    $pip install --no-deps --editable .
    # Says so when pyproject.toml asks for something that requirements/ does not hold.
    $pip check
}

if [ -n "$uv" ]; then
    rm -f "$stamp"
    with_uv
else
    # pip takes nothing away, so only an environment made from the very same files is built upon.
    if ! up_to_date || asked_for_another_python || ! works; then start_afresh; fi
    rm -f "$stamp"
    with_pip
fi
if ! works; then
    say "durable-rules is installed and cannot be imported:"
    "$venv/bin/python" -c 'import durable.engine' || exit 1
fi
{
    echo "$level"
    made_from
} >"$stamp"
say "ready: $("$venv/bin/python" --version), $level"
