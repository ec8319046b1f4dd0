#!/bin/sh
# Do what a newcomer does, on a machine that knows nothing yet:  sh .ci/check-install.sh   (or: make check-install)
#
# Each trial starts from a fresh clone of HEAD, in an empty environment (env -i; only HOME and PATH are handed over) and
# with empty caches. Nothing that the commands print is held back.
#
#   with uv          make screen, the same again (nothing is left to set up), make test
#   without uv       the same, and no uv on PATH
#   no compiler      make screen must stop and say what is missing and how to get it
#   elsewhere        the wheel, installed outside of the checkout, must hold the default policy and screen a case
#
# TARGETS="screen" (default: "screen test") names the make targets to try. PYTHON names the Python to try them with.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
targets=${TARGETS:-screen test}
work=$(mktemp -d "${TMPDIR:-/tmp}/forethought-check.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

results=
failed=0
passed() { results="$results
  passed   $*"; }
failed() {
    failed=1
    results="$results
  FAILED   $*"
}
skipped() { results="$results
  skipped  $*"; }

heading() { printf '\n=== %s\n' "$*"; }

# in_empty_environment PATH NAME=VALUE... COMMAND...
in_empty_environment() {
    path=$1
    shift
    env -i HOME="$HOME" PATH="$path" PIP_CACHE_DIR="$work/pip-cache" UV_CACHE_DIR="$work/uv-cache" \
        PIP_DISABLE_PIP_VERSION_CHECK=1 "$@" </dev/null
}

# PATH, with every folder that holds a uv replaced by a copy of it (links) that does not.
path_without_uv() {
    count=0
    without=
    rest=$PATH:
    while [ -n "$rest" ]; do
        folder=${rest%%:*}
        rest=${rest#*:}
        [ -d "$folder" ] || continue
        if [ -x "$folder/uv" ]; then
            count=$((count + 1))
            mkdir "$work/path-$count"
            ln -s "$folder"/* "$work/path-$count/"
            rm -f "$work/path-$count/uv" "$work/path-$count/uvx"
            folder=$work/path-$count
        fi
        without=$without${without:+:}$folder
    done
    printf '%s\n' "$without"
}

clone() {
    git clone --quiet --no-hardlinks "$root" "$work/$1"
    cd "$work/$1"
}

# try_commands NAME PATH: make each target in a fresh clone, the first of them twice.
try_commands() {
    clone "$1"
    for target in ${targets%% *} $targets; do
        heading "$1: make $target"
        start=$(date +%s)
        if in_empty_environment "$2" make ${PYTHON:+PYTHON="$PYTHON"} "$target"; then
            passed "$1: make $target ($(($(date +%s) - start)) s)"
        else
            failed "$1: make $target"
        fi
    done
    if [ -n "$(git status --porcelain)" ]; then
        git status --short
        failed "$1: the checkout is no longer clean"
    fi
}

if [ -n "$(git -C "$root" status --porcelain)" ]; then
    echo "check-install: this tries HEAD; what is not committed is not part of it"
fi

if command -v uv >/dev/null 2>&1; then
    try_commands "with uv" "$PATH"
else
    skipped "with uv: there is none on PATH"
fi

plain_path=$(path_without_uv)
if PATH=$plain_path command -v uv >/dev/null 2>&1; then
    failed "without uv: could not take uv off PATH"
else
    try_commands "without uv" "$plain_path"
fi

clone "no compiler"
heading "no compiler: make screen (must stop)"
if in_empty_environment "$plain_path" CC=no-such-compiler make screen >"$work/said" 2>&1; then
    cat "$work/said"
    failed "no compiler: make screen went on"
else
    cat "$work/said"
    if grep -q 'a C compiler (looked for: no-such-compiler)' "$work/said" &&
        grep -q 'sudo apt install build-essential' "$work/said" && ! [ -e .venv ]; then
        passed "no compiler: make screen stops and says how to get one"
    else
        failed "no compiler: make screen does not say plainly what is missing"
    fi
fi

# The wheel alone, installed outside of the checkout. The flag is explained in .ci/set-up.sh.
elsewhere() {
    cd "$work/without uv" || return
    venv=$work/elsewhere
    in_empty_environment "$plain_path" .venv/bin/python -m pip wheel --quiet --no-deps --wheel-dir "$work/wheel" . || return
    in_empty_environment "$plain_path" .venv/bin/python -m venv "$venv" || return
    in_empty_environment "$plain_path" CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject "$venv/bin/python" -m pip install \
        --quiet --require-hashes --requirement requirements/runtime.txt || return
    in_empty_environment "$plain_path" "$venv/bin/python" -m pip install --quiet --no-deps "$work"/wheel/*.whl || return
    cd "$venv" || return
    installed=$(bin/python -c 'import engine, pathlib; print(pathlib.Path(engine.__file__).parent)') || return
    diff -r "$work/without uv/rules" "$installed/_policy/rules" || return
    diff -r "$work/without uv/features" "$installed/_policy/features" || return
    for example in "$work/without uv/examples"/start/*.yaml "$work/without uv/examples"/during/*.yaml \
        "$work/without uv/examples"/end/*.yaml "$work/without uv/examples"/programmes/*.yaml \
        "$work/without uv/examples"/structural/*.yaml; do
        in_empty_environment "$plain_path" bin/forethought screen "$example" --on 2026-11-22 || return
        in_empty_environment "$plain_path" bin/forethought screen "$example" --on 2026-11-22 --format html \
            --output "$work/report.html" || return
    done
}
heading "elsewhere: the wheel"
if elsewhere; then
    passed "elsewhere: the wheel holds the default policy and screens the examples"
else
    failed "elsewhere: the wheel"
fi

printf '\ncheck-install:%s\n' "$results"
exit "$failed"
