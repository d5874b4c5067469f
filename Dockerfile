# The whole of 宏智汇 in one image: `manage.py serve` prepares the database, then runs web and workers and watches them.
FROM python:3.11-slim-bookworm

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 HZH_VAR=/data HZH_BIND=0.0.0.0
# Pango and a Chinese font print PDF. LibreOffice reads old Word and WPS files and shows Office files: without it, --build-arg OFFICE=
ARG OFFICE="libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui libreoffice-draw-nogui"
RUN apt-get update && apt-get install -y --no-install-recommends postgresql-client curl \
    libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk $OFFICE && rm -rf /var/lib/apt/lists/*

WORKDIR /app
COPY requirements/base.txt requirements/base.txt
RUN pip install --no-cache-dir --disable-pip-version-check --require-hashes --no-deps -r requirements/base.txt
COPY . .

RUN useradd --system --uid 990 hongzhihui && install -d -o hongzhihui -m 700 /data \
    && python -c "from pathlib import Path; import polib; [polib.pofile(str(po)).save_as_mofile(str(po.with_suffix('.mo'))) for po in Path('locale').rglob('*.po')]" \
    && chown -R hongzhihui locale
USER hongzhihui
VOLUME /data
EXPOSE 8000
HEALTHCHECK --start-period=180s --interval=30s --timeout=5s CMD curl -sf http://127.0.0.1:8000/readyz
CMD ["python", "manage.py", "serve"]
