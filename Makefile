# 宏智汇：make help 列出全部命令。
SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run demo test test-full services services-stop lint bench screenshots messages editor

PYTHON ?= python3
WORKERS ?= 2
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --disable-pip-version-check --require-hashes --no-deps

help:  ## 列出全部命令
	@echo "宏智汇"
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 22

run: export HZH_DEMO ?= $(if $(filter production,$(HZH_ENV)),0,1)
run: $(VENV)/base.stamp  ## 安装、准备并启动；PORT=8001 可换端口，HZH_DEMO=0 不载入演示数据
	@exec $(PY) manage.py serve

demo: export HZH_DEMO := 1
demo: $(VENV)/base.stamp  ## 重新载入演示集团；ARGS="--staff 10000 --pages 20000" 载入大的
	@$(PY) manage.py prepare
	@$(PY) manage.py demo_data $(ARGS)

test: $(VENV)/dev.stamp  ## 运行测试（SQLite）；ARGS="tests/wiki -k draft" 只运行一部分
	@$(PY) -m pytest -n $(WORKERS) $(ARGS)

test-full: $(VENV)/dev.stamp services  ## 在 PostgreSQL、Redis、Elasticsearch 上运行同样的测试
	@set -a; source var/services.env; set +a; $(PY) -m pytest -n $(WORKERS) $(ARGS)

services:  ## 安装并启动测试用的 PostgreSQL、Redis、Elasticsearch（Debian，需要 root）
	@.ci/services

services-stop:  ## 停止它们
	@.ci/services stop

lint: $(VENV)/dev.stamp  ## 检查代码、模板和楼层
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --quiet --check . || { $(PY) -m ruff format --check . | grep -A1 ^unformatted; exit 1; }
	@$(PY) -m djlint --quiet --lint templates
	@$(VENV)/bin/lint-imports --no-logo --no-cache

bench: $(VENV)/dev.stamp  ## 测量 docs/performance.md 里的数字
	@$(PY) -m benchmarks $(ARGS)

screenshots: $(VENV)/dev.stamp  ## 拍下全部主要页面：1440 与 390 像素，浅色与深色
	@$(PY) -m tests.e2e.screenshots $(ARGS)

editor:  ## 从 frontend/ 重新生成页面编辑器（需要 Node 20 和 npm）
	@cd frontend && { [ node_modules -nt package-lock.json ] || npm ci --ignore-scripts --no-audit --no-fund; }
	@node frontend/build.mjs

messages: $(VENV)/dev.stamp  ## 收集要翻译的文字（需要 gettext）
	@$(PY) manage.py makemessages -l en --no-location --no-obsolete -i '.venv/*' -i 'var/*' -i 'tests/*'

$(VENV)/%.stamp: requirements/%.txt | $(PY)
	@echo "正在安装 $$(grep -c '==' $<) 个组件，第一次需要一两分钟……"
	@$(PIP) -r $< | sed -un -e 's/^Collecting \([^ =]*\).*/  \1/p' -e 's/^Installing collected.*/  正在写入……/p' || \
		{ echo "组件没有装好。请检查网络和上面的信息，然后再次执行 make。"; exit 1; }
	@touch $@

$(PY):
	@command -v $(PYTHON) > /dev/null || \
		{ echo "没有找到 Python。请执行：sudo apt install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || \
		{ echo "需要 Python 3.11 到 3.13，现在是 $$($(PYTHON) -V)。可用 PYTHON=python3.11 make … 指定另一个。"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2> /dev/null || \
		{ echo "Python 缺少 venv 模块。请执行：sudo apt install python3-venv"; exit 1; }
	@echo "正在建立 Python 环境……"
	@$(PYTHON) -m venv $(VENV)
