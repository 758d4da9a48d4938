"""What people said: entries with their details, earlier versions, other views, shares."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ownwords.demo.clock import made_id
from ownwords.demo.details import add_detail
from ownwords.demo.lives import Life
from ownwords.demo.reading import Table
from ownwords.demo.service import Service
from ownwords.demo.traces import Traces
from ownwords.ledger.verbs import Verb
from ownwords.people.models import Account, ErasureRequest
from ownwords.record.models import Entry, NotAsked, OtherView, Share

#: A goal that was a worker's or the service's idea is in a worker's words, unless the data say otherwise.
FROM_STAFF = ("worker", "service")


def add_record(service: Service, life: Life, traces: Traces) -> None:
    """Put everything a person's table says into the book."""
    known: dict[str, Entry] = {}
    for table in life.table.get("say", []):
        entry = _entry(service, life, traces, table)
        if "key" in table:
            known[table["key"]] = entry
    for table, entry in zip(life.table.get("say", []), traces.of_person(life.person.id), strict=True):
        traces.link(entry, table, known)
    for flag in life.table.get("not_asked", []):
        _not_asked(service, life, traces, flag)


def _writer(service: Service, life: Life, table: Table) -> Account:
    if "by" in table:
        return life.worker if table["by"] == "w" else service.account(table["by"])
    return life.worker if _said(table) == "worker" else life.hand


def _said(table: Table) -> str:
    default = "worker" if table.get("origin") in FROM_STAFF else "person"
    return str(table.get("said", default))


def _entry(service: Service, life: Life, traces: Traces, table: Table) -> Entry:
    writer = _writer(service, life, table)
    earlier = sorted(table.get("was", []), key=lambda version: -version["ago"])
    first = earlier[0] if earlier else table
    moment = service.clock.moment(first["ago"], life.person.id, table.get("words", ""))
    erased = table.get("erase", {}).get("agreed", False)
    words = "" if erased else first["words"]
    entry = Entry(
        id=made_id(moment, "entry", life.table["key"], table["kind"], first["words"]),
        person=life.person,
        kind=table["kind"],
        words=words,
        original_words=words,
        written_by=writer,
        changed_by_id=writer.id,
        created_at=moment,
        changed_at=moment,
        **_columns(service, table),
    )
    service.book.add(entry, moment)
    traces.added(life, entry, writer, moment)
    add_detail(service, life, traces, entry, table, moment)
    _later(service, life, traces, entry, table, earlier)
    _shares(service, life, entry, table, moment)
    for view in table.get("views", []):
        _view(service, life, traces, entry, view)
    return entry


def _columns(service: Service, table: Table) -> dict[str, Any]:
    said = _said(table)
    offered = said != "person" and table["kind"] in ("strength", "understanding")
    standing = "offered" if offered else "own"
    return {
        "said_by": said,
        "said_by_name": table.get("said_name", ""),
        "about": table.get("about", ""),
        "visibility": table.get("seen_from", {}).get("see", table.get("see", "team")),
        "tags": table.get("tags", []),
        "tag_words": table.get("tag_words", ""),
        "standing": standing,
        "happened_on": date.fromisoformat(table["happened_on"]) if "happened_on" in table else None,
        "happened_words": table.get("happened", ""),
        "approach": table.get("approach", ""),
        "not_read_aloud": not table.get("aloud", True),
        "position": table.get("position"),
        "version": 1,
    }


def _later(
    service: Service, life: Life, traces: Traces, entry: Entry, table: Table, earlier: list[Table]
) -> None:
    """Everything that happened to an entry after it was made, each as one more version, in order of time."""
    happened: list[tuple[int, Verb, Account, dict[str, Any], str]] = []
    author = entry.written_by
    for version in [*earlier[1:], *([table] if earlier else [])]:
        happened.append((version["ago"], Verb.ENTRY_CHANGED, author, {"words": version["words"]}, ""))
    if "rewording" in table:
        by = service.account(str(table.get("rewording_by", life.table["worker"])))
        fields = {"rewording": table["rewording"], "rewording_by": by}
        happened.append((max(table["ago"] - 2, 1), Verb.ENTRY_REWORDED, by, fields, ""))
    if table.get("standing", "own") not in ("own", "offered"):
        happened.append(_answer(life, table))
    if "seen_from" in table:
        fields = {"visibility": table.get("see", "team")}
        happened.append((table["seen_from"]["until"], Verb.ENTRY_SHARED, life.hand, fields, ""))
    if "removed" in table:
        happened.append(_removal(service, life, table["removed"]))
    for ago, verb, by, fields, reason in sorted(happened, key=lambda one: -one[0]):
        _next_version(service, traces, life, entry, ago, verb, by, fields, reason)
    if "erase" in table:
        _erasure(service, life, traces, entry, table["erase"])


def _answer(life: Life, table: Table) -> tuple[int, Verb, Account, dict[str, Any], str]:
    fields: dict[str, Any] = {"standing": table["standing"], "answer_words": table.get("answer", "")}
    if "kept_as" in table:
        fields["words"] = table["kept_as"]
    return (table.get("answered", max(table["ago"] - 9, 1)), Verb.ENTRY_ANSWERED, life.hand, fields, "")


def _removal(service: Service, life: Life, table: Table) -> tuple[int, Verb, Account, dict[str, Any], str]:
    by = service.account(table["by"]) if "by" in table else life.hand
    fields = {"removed_by_id": by.id, "removed_reason": table["reason"]}
    return (table["ago"], Verb.ENTRY_REMOVED, by, fields, table["reason"])


def _next_version(
    service: Service, traces: Traces, life: Life, entry: Entry, ago: int, verb: Verb, by: Account,
    fields: dict[str, Any], reason: str,
) -> None:  # fmt: skip
    moment = service.clock.moment(ago, entry.id, verb, "later")
    number = traces.next_version(entry)
    if verb is Verb.ENTRY_REMOVED:
        fields = {**fields, "removed_at": moment}
    service.book.change(entry, moment, version=number, changed_at=moment, changed_by_id=by.id, **fields)
    traces.act(life, by, verb, moment, kind=entry.kind, thing=entry.id, reason=reason, fields=fields)


def _erasure(service: Service, life: Life, traces: Traces, entry: Entry, table: Table) -> None:
    """Asked by one, decided by another. When agreed the words were never written here: nothing is left of them."""
    asked = service.clock.moment(table["asked"], entry.id, "asked")
    decided = service.clock.moment(table["decided"], entry.id, "decided") if "decided" in table else None
    by = service.account(table["decided_by"]) if decided else None
    request = ErasureRequest(
        id=made_id(asked, "erasure", entry.id),
        person=life.person,
        thing_kind="entry",
        thing_id=entry.id,
        asked_by=life.hand,
        asked_at=asked,
        reason=table["reason"],
        decided_by=by,
        decided_at=decided,
        agreed=table["agreed"] if decided else None,
        decision_words=table.get("says", ""),
    )
    service.book.add(request, asked)
    traces.act(life, life.hand, Verb.ERASURE_ASKED, asked, kind="entry", thing=entry.id)
    if by and decided:
        verb = Verb.ERASED if table["agreed"] else Verb.ERASURE_REFUSED
        traces.act(life, by, verb, decided, kind="entry", thing=entry.id)
        if table["agreed"]:
            entry.erased_at, entry.changed_at, entry.changed_by_id = decided, decided, by.id
            entry.removed_at, entry.removed_by_id, entry.removed_reason = decided, by.id, "-"
            entry.version = traces.next_version(entry)


def _shares(service: Service, life: Life, entry: Entry, table: Table, moment: datetime) -> None:
    for key in table.get("share", []):
        account = service.account(key)
        share = Share(
            id=made_id(moment, "share", entry.id, key),
            entry=entry,
            person=life.person,
            account=account,
            made_at=moment,
            made_by_id=entry.written_by.id,
        )
        service.book.add(share, moment)


def _view(service: Service, life: Life, traces: Traces, entry: Entry, table: Table) -> None:
    author = service.account(table["by"])
    moment = service.clock.moment(table["ago"], entry.id, "view", table["words"])
    view = OtherView(
        id=made_id(moment, "view", entry.id, table["words"]),
        entry=entry,
        said_by=table["said"],
        author=author,
        words=table["words"],
        created_at=moment,
    )
    service.book.add(view, moment)
    traces.act(life, author, Verb.VIEW_ADDED, moment, kind=entry.kind, thing=entry.id)
    if "withdrawn" in table:
        later = service.clock.moment(table["withdrawn"], entry.id, "withdrawn")
        service.book.change(view, later, withdrawn_at=later, version=2)
        traces.act(life, author, Verb.VIEW_WITHDRAWN, later, kind=entry.kind, thing=entry.id)


def _not_asked(service: Service, life: Life, traces: Traces, table: Table) -> None:
    raised = service.clock.moment(table["ago"], life.person.id, table["practice"], "not asked")
    flag = NotAsked(
        id=made_id(raised, "not asked", life.table["key"], table["practice"]),
        person=life.person,
        practice=table["practice"],
        words=table.get("words", ""),
        raised_at=raised,
    )
    service.book.add(flag, raised)
    traces.act(life, life.hand, Verb.FLAG_RAISED, raised, kind="not_asked", thing=flag.id)
    if "answered" in table:
        by = service.account(str(table.get("answered_by", life.table["worker"])))
        later = service.clock.moment(table["answered"], flag.id, "answered")
        service.book.change(
            flag, later, answered_at=later, answered_by=by, answer_words=table.get("answer", "")
        )
        traces.act(life, by, Verb.FLAG_ANSWERED, later, kind="not_asked", thing=flag.id)
