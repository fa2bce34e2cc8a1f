# The command line and the explorer. Neo4j runs in a container of its own: see docker-compose.yml.
FROM python:3.11.14-slim-bookworm

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1

RUN useradd --create-home --uid 10001 landscape
WORKDIR /opt/landscape

# The environment first: it changes less often than the code.
COPY run.py pyproject.toml requirements.lock requirements-uv.lock ./
COPY loaders/__init__.py loaders/errors.py loaders/settings.py loaders/
COPY app/__init__.py app/
RUN python3 run.py set-up && rm -rf "$HOME/.cache"

COPY . .
RUN mkdir -p /var/lib/landscape && chown landscape:landscape /var/lib/landscape

ENV LANDSCAPE_DATA_FOLDER=/var/lib/landscape
USER landscape
ENTRYPOINT ["python3", "run.py"]
CMD ["--help"]
