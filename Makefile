# Two commands matter, and each does its own set-up from a clean clone:
#
#   make screen    screen three example cases, one of each outcome
#   make test      check everything
#
# They need Python 3.11 or newer, make and a C compiler; .ci/set-up.sh says what is missing and how to get it.

VENV ?= .venv
PYTHON ?=
UV ?= uv
# How much of what can be seen of every rule the scenarios have to see, in per cent.
COVERAGE ?= 100
# How many processes share the tests.
JOBS ?= 2

BIN = $(VENV)/bin
SET_UP = @VENV='$(VENV)' PYTHON='$(PYTHON)' UV='$(UV)' sh .ci/set-up.sh

.PHONY: help screen test assure lint format bench lock check-install
.NOTPARALLEL:

help:
	@echo 'make screen         screen three example cases, one of each outcome'
	@echo 'make test           check everything: style, types, imports, tests and scenarios'
	@echo 'make assure         check, cover, mutate and prove the policy that is shipped'
	@echo 'make lint           the same without the tests'
	@echo 'make format         put the Python into its usual form'
	@echo 'make bench          measure'
	@echo 'make lock           bring uv.lock and requirements/ into step with pyproject.toml (needs uv)'
	@echo 'make check-install  try all of it on fresh clones in an empty environment, with and without uv'
	@echo
	@echo 'Variables: PYTHON=python3.12 (which Python), UV= (do without uv), VENV=.venv (where), CC=clang (which compiler)'

screen:
	$(SET_UP) runtime
	$(BIN)/forethought screen examples/start/against.yaml examples/start/undetermined.yaml examples/start/conditional.yaml --on 2026-11-22

test: lint
	@sh .ci/set-up-browser.sh
	$(BIN)/python -m pytest --numprocesses $(JOBS) --dist worksteal

assure:
	$(SET_UP) dev
	$(BIN)/forethought policy check .
	$(BIN)/forethought policy prove .
	$(BIN)/forethought policy coverage . --fail-under $(COVERAGE)
	$(BIN)/forethought policy mutate .

lint:
	$(SET_UP) dev
	$(BIN)/python .ci/check_requirements.py
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m mypy --strict engine cli.py tests
	$(BIN)/lint-imports --no-logo

format:
	$(SET_UP) dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench:
	$(SET_UP) dev
	$(BIN)/python -m bench

lock:
	$(UV) lock
	$(UV) export --quiet --frozen --no-emit-project --no-dev --output-file requirements/runtime.txt
	$(UV) export --quiet --frozen --no-emit-project --all-extras --output-file requirements/dev.txt

check-install:
	@sh .ci/check-install.sh
