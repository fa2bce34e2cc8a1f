"""A connection to the store: read questions with a time-out and a cap, write in managed transactions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Any, TypeVar, cast

from loaders.errors import ToolError
from loaders.progress import Progress, silent
from loaders.settings import Settings
from loaders.store import server as local
from loaders.store.driver import neo4j
from loaders.store.guard import check_parameters, check_plan

T = TypeVar("T")

CONNECT_TIMEOUT_SECONDS = 15.0
LOCAL_DATABASE = "neo4j"
READING, WRITING = "LANDSCAPE_QUERY_TIMEOUT_SECONDS", "LANDSCAPE_WRITE_TIMEOUT_SECONDS"
"""The settings that say how long a reader's query and a transaction that writes may take."""
TIMED_OUT = "Transaction.TransactionTimedOut"
"""Part of the code of every time-out that the server itself enforces, default or asked for."""


@dataclass(frozen=True)
class Answer:
    """What a query gave. ``truncated``: there were more rows than the limit; these are the first of them.

    ``unknown``, of an untrusted query, pairs "label", "relationship type" or "property" with each name in the
    query that nothing in the store has.
    """

    columns: tuple[str, ...]
    rows: list[dict[str, Any]]
    truncated: bool
    unknown: tuple[tuple[str, str], ...] = ()


class TimedOutError(ToolError):
    """The server ended a query, or a transaction, that took longer than it may.

    ``setting`` is the name of the setting that says how long that is.
    """

    def __init__(self, what: str, do: str, setting: str) -> None:
        self.setting = setting
        super().__init__(what, do)


class Store:
    """A Neo4j with the landscape in it. A context manager; closing it stops what was started for it."""

    def __init__(
        self, driver: neo4j.Driver, database: str, settings: Settings, started: local.Server | None = None
    ) -> None:
        self.driver = driver
        self.database = database
        self.settings = settings
        self._started = started

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection, and stop the local server where it was started for this connection."""
        self.driver.close()
        if self._started is not None and self._started.child is not None:
            local.stop_server(self._started)
        self._started = None

    @property
    def started_here(self) -> bool:
        """Whether the local server was started for this connection and ends with it."""
        return self._started is not None and self._started.child is not None

    def disown(self) -> None:
        """Leave the local server running when this connection is closed."""
        self._started = None

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        timeout_seconds: float | None = None,
        row_limit: int | None = None,
        *,
        untrusted: bool = False,
    ) -> Answer:
        """Ask in a READ session. Rows are plain: a node or relationship comes as a dict of its properties.

        The server ends the query after ``timeout_seconds`` and refuses to write; at most ``row_limit`` rows
        are fetched. Both default to the settings. Raises ToolError where the query is refused, fails or
        runs too long, and where the store cannot be reached.
        """
        seconds = self.settings.query_timeout_seconds if timeout_seconds is None else timeout_seconds
        limit = self.settings.query_row_limit if row_limit is None else row_limit
        query = neo4j.Query(cypher, timeout=seconds)
        check_parameters(parameters or {})
        unknown: tuple[tuple[str, str], ...] = ()
        with explained(self, seconds, READING), self._session(neo4j.READ_ACCESS, limit, untrusted) as session:
            if untrusted:
                plan = session.run(
                    neo4j.Query(f"EXPLAIN {cypher}", timeout=seconds), dict(parameters or {})
                ).consume()
                check_plan(plan.query_type, plan.plan)
                unknown = tuple(sorted(set(_unknown(plan))))
            return replace(fetched(session.run(query, dict(parameters or {})), limit), unknown=unknown)

    def write(self, function: Callable[[neo4j.ManagedTransaction], T]) -> T:
        """Run ``function`` in one managed transaction with the settings' own time-out for writing.

        The driver runs it again after a passing failure, so it must be safe to run twice. Raises ToolError
        where the store refuses, cannot be reached or takes too long; other errors of ``function`` come
        through.
        """
        seconds = self.settings.write_timeout_seconds
        work = neo4j.unit_of_work(timeout=seconds)(function)
        with explained(self, seconds, WRITING), self._session(neo4j.WRITE_ACCESS) as session:
            return session.execute_write(work)

    def rolled_back(self, function: Callable[[neo4j.Transaction], T]) -> T:
        """Run ``function`` in one transaction that is rolled back, whatever it does.

        Nothing that it writes outlives it, and nobody else sees it. Raises as ``write`` does.
        """
        seconds = self.settings.write_timeout_seconds
        with explained(self, seconds, WRITING), self._session(neo4j.WRITE_ACCESS) as session:
            transaction = session.begin_transaction(timeout=seconds)
            try:
                return function(transaction)
            finally:
                transaction.close()  # an open transaction is rolled back

    def run_schema(self, cypher: str) -> None:
        """Run one statement that makes a constraint or an index, in a transaction of its own."""
        seconds = self.settings.write_timeout_seconds
        with explained(self, seconds, WRITING), self._session(neo4j.WRITE_ACCESS) as session:
            session.run(neo4j.Query(cypher, timeout=seconds)).consume()

    def release(self) -> dict[str, Any] | None:
        """The properties of the node that says which release the store holds; None where there is none."""
        rows = self.read("MATCH (r:Release) RETURN properties(r) AS release LIMIT 1").rows
        return cast("dict[str, Any]", rows[0]["release"]) if rows else None

    def is_empty(self) -> bool:
        """Whether the store holds no node at all."""
        return not self.read("MATCH (n) RETURN 1 AS one LIMIT 1").rows

    @property
    def is_local(self) -> bool:
        """Whether this is the local server of the data folder rather than one named by ``NEO4J_URI``."""
        return self.settings.neo4j_uri is None

    def _session(self, access: str, fetch_size: int = 1000, warned: bool = False) -> neo4j.Session:
        return self.driver.session(
            database=self.database,
            default_access_mode=access,
            fetch_size=min(max(fetch_size + 1, 1), 1000),
            notifications_min_severity="WARNING" if warned else "OFF",
        )


def open_store(settings: Settings, progress: Progress = silent) -> Store:
    """A connection to the store that the settings name, tried out.

    ``neo4j_uri`` where it is set; else the local server of the data folder, found or started, and in the
    latter case stopped when the connection is closed. Raises ToolError where it cannot be reached or lets
    us not in.
    """
    if settings.neo4j_uri is not None:
        return connect_remote(settings)
    server = local.start(settings, progress)
    try:
        return connect_local(settings, server)
    except BaseException:
        if server.child is not None:
            local.stop_server(server)
        raise


def connect_local(settings: Settings, server: local.Server) -> Store:
    """A connection to that local server."""
    driver = _driver(server.uri, server.username, server.password)
    store = Store(driver, LOCAL_DATABASE, settings, server)
    _verify(store, server.uri, f"the password in {server.folder.password_file}")
    return store


def connect_remote(settings: Settings) -> Store:
    """A connection to ``neo4j_uri`` with its companions."""
    uri, password = settings.neo4j_uri, settings.password()
    assert uri is not None
    if password is None:
        raise ToolError(
            f"NEO4J_URI is {uri}, but there is no password for it.",
            "Set NEO4J_PASSWORD, or NEO4J_PASSWORD_FILE to a file that holds it.",
        )
    store = Store(_driver(uri, settings.neo4j_username, password), settings.neo4j_database, settings)
    _verify(store, uri, "NEO4J_USERNAME and NEO4J_PASSWORD")
    return store


def _driver(uri: str, username: str, password: str) -> neo4j.Driver:
    try:
        return neo4j.GraphDatabase.driver(
            uri,
            auth=(username, password),
            connection_timeout=CONNECT_TIMEOUT_SECONDS,
            connection_acquisition_timeout=2 * CONNECT_TIMEOUT_SECONDS,
            max_transaction_retry_time=CONNECT_TIMEOUT_SECONDS,
            notifications_min_severity="OFF",
            user_agent="regulatory-landscape",
        )
    except (neo4j.exceptions.ConfigurationError, ValueError) as error:
        raise ToolError(
            f"NEO4J_URI is {uri}, which is not an address of a Neo4j ({error}).",
            "Write it as bolt://host:7687 or neo4j+s://host:7687.",
        ) from error


def _verify(store: Store, uri: str, credentials: str) -> None:
    try:
        store.driver.verify_connectivity()
        if not store.is_local:  # its database may not exist; a first query takes a second on a fresh server
            store.read("RETURN 1 AS one")
    except neo4j.exceptions.AuthError as error:
        store.driver.close()
        raise ToolError(
            f"Neo4j at {uri} refused the user name or the password.", f"Check {credentials}."
        ) from error
    except (neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError) as error:
        store.driver.close()
        raise _sentence(error, uri, store.database, CONNECT_TIMEOUT_SECONDS, READING) from error
    except BaseException:
        store.driver.close()
        raise


@contextmanager
def explained(store: Store, seconds: float, setting: str) -> Iterator[None]:
    """The driver's errors within the block as ToolErrors; ``setting`` names what allows ``seconds``."""
    try:
        yield
    except (neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError) as error:
        uri = store.settings.neo4j_uri or "the local address"
        raise _sentence(error, uri, store.database, seconds, setting) from error


def _sentence(error: Exception, uri: str, database: str, seconds: float, setting: str) -> ToolError:
    """What the driver's error means for the reader."""
    code = getattr(error, "code", None) or ""
    message = " ".join(str(getattr(error, "message", None) or error).split())[:500].rstrip(". ") + "."
    if TIMED_OUT in code or code.endswith("Transaction.Terminated"):
        return TimedOutError(
            f"The query was ended after {seconds:g} seconds.",
            f"Ask for less (LIMIT, a narrower MATCH), or set {setting} higher.",
            setting,
        )
    if "AccessMode" in code:
        return ToolError(f"The query writes, and this is for reading only: {message}", "Take the write out.")
    if code.endswith("Database.DatabaseNotFound"):
        return ToolError(f"There is no database '{database}' at {uri}.", "Check NEO4J_DATABASE.")
    if isinstance(error, neo4j.exceptions.AuthError | neo4j.exceptions.TokenExpired):
        return ToolError(
            f"Neo4j at {uri} refused the user name or the password.",
            "Check NEO4J_USERNAME and NEO4J_PASSWORD.",
        )
    if isinstance(error, neo4j.exceptions.ServiceUnavailable | neo4j.exceptions.SessionExpired):
        return ToolError(
            f"Neo4j at {uri} cannot be reached: {message}",
            "Check that it runs and that the address is right; without NEO4J_URI a local one is started.",
        )
    if "ParameterMissing" in code:
        return ToolError(f"A parameter of the query has no value: {message}", "Give it one.")
    if code.startswith("Neo.ClientError"):
        return ToolError(f"Neo4j refused the query: {message}", f"Change it ({code}).")
    return ToolError(f"Neo4j could not do it: {message}", f"Try again; the code is {code or 'not given'}.")


def _unknown(plan: neo4j.ResultSummary) -> Iterator[tuple[str, str]]:
    """What a planned query names that nothing in the store has.

    Status codes: https://neo4j.com/docs/status-codes/current/notifications/all-notifications/
    """
    kinds = {"01N50": "label", "01N51": "relationship type", "01N52": "property"}
    for status in plan.gql_status_objects:
        named = re.search("`(.+)`", status.status_description)
        if status.gql_status in kinds and named:
            yield kinds[status.gql_status], named[1]


def fetched(result: neo4j.Result, limit: int) -> Answer:
    """The first ``limit`` rows of a result, in Python's own types, and whether there are more."""
    columns = tuple(result.keys())
    rows = [_plain_row(record) for record in result.fetch(limit)]
    return Answer(columns, rows, len(rows) == limit and result.peek() is not None)


_AS_IT_IS = frozenset({str, int, float, bool, type(None)})
"""Types of most values, told at once."""


def _plain_row(record: neo4j.Record) -> dict[str, Any]:
    """A row in Python's own types: a node or relationship as a dict of its properties."""
    return {key: _plain(record[key]) for key in record.keys()}  # noqa: SIM118 (a record iterates over its values)


def _plain(value: Any) -> Any:
    """Neo4j's own types as Python's: nodes and relationships as dicts, paths as their nodes."""
    if type(value) in _AS_IT_IS:
        return value
    if isinstance(value, neo4j.graph.Node | neo4j.graph.Relationship):
        return {key: _plain(value[key]) for key in value}
    if isinstance(value, neo4j.graph.Path):
        return [_plain(node) for node in value.nodes]
    if isinstance(value, list):
        return [item if type(item) in _AS_IT_IS else _plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, neo4j.time.Date | neo4j.time.DateTime | neo4j.time.Time):
        return value.to_native()
    return value
