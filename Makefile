# The commands of the house. What they do is in setup/, in Python.
PYTHON ?= python3
PORT ?= 8000
RUN := .venv/bin/python
.DEFAULT_GOAL := help
.PHONY: help demo test test-long check bench fix messages lock setup clean

help: ## this list | danh sách này
	@$(PYTHON) -m setup.targets

demo: ## set up, make a fictional province and serve it (PORT=8000) | cài đặt, dựng một tỉnh giả định và chạy (PORT=8000)
	@$(PYTHON) -m setup.prepare app --port "$(PORT)"
	@.venv/bin/phoihop demo --port "$(PORT)"

test: ## set up and run all tests, on SQLite and PostgreSQL (ARGS=) | cài đặt và chạy mọi bài thử, trên SQLite và PostgreSQL (ARGS=)
	@$(PYTHON) -m setup.prepare dev --browser
	@$(RUN) -m setup.run_tests $(ARGS)

test-long: ## the tests that take minutes | các bài thử mất nhiều phút
	@$(PYTHON) -m setup.prepare dev --browser --fuzz
	@$(RUN) -m setup.run_tests --long $(ARGS)

check: ## lint, types, import contracts, migrations, locks, house test | kiểm tra mã nguồn, kiểu, chiều import, tệp khóa, nếp nhà
	@$(PYTHON) -m setup.prepare dev --code
	@$(RUN) -m setup.run_checks

bench: ## benchmarks, one JSON object a line (SIZE=full) | đo tốc độ, mỗi dòng một đối tượng JSON (SIZE=full)
	@$(PYTHON) -m setup.prepare dev >&2
	@SIZE="$(SIZE)" $(RUN) -m bench

fix: ## format, and mend what a program can mend | định dạng và tự sửa những lỗi sửa được
	@$(PYTHON) -m setup.prepare dev --code
	@$(RUN) -m setup.run_checks --fix

messages: ## bring the message catalogues up to date | cập nhật danh mục câu chữ
	@$(PYTHON) -m setup.prepare dev --code
	@$(RUN) -m setup.catalogues update

lock: ## resolve the dependencies again (UPGRADE=1: newest) | làm lại tệp khóa (UPGRADE=1: bản mới nhất)
	@$(PYTHON) -m setup.prepare dev --code
	@$(RUN) -m setup.locks make $(if $(UPGRADE),--upgrade)

setup: ## set up for developing, nothing else | chỉ cài đặt để phát triển
	@$(PYTHON) -m setup.prepare dev --browser

clean: ## take away what the set-up made; data stays | xóa những gì bộ cài đã tạo; dữ liệu giữ nguyên
	rm -rf .venv .venv-node node_modules phoihop/pages/static/vendor phoihop.egg-info var/setup var/static .mypy_cache .ruff_cache .pytest_cache
	find phoihop -name '*.mo' -delete
