"""Reading a whole feed: every record once, its faults told and counted, its header held against what was there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from ownwords.connections.method.directory.document import Header, Item
from ownwords.connections.method.directory.model import Service
from ownwords.connections.method.directory.remarks import Remark, Weight
from ownwords.connections.method.directory.rows import Row, row_of
from ownwords.connections.method.directory.services import read_service

MOST_REMARKS = 10_000
MOST_OF_A_KIND = 1_000

#: Faults after which nobody knows what else stood in the feed, so that nothing can be called gone.
BREAKS = frozenset({"not_json", "too_deep", "html", "xml", "empty", "stopped", "too_long"})


class Notes:
    """What was said about a feed: the first of each kind in full, all of them counted."""

    def __init__(self) -> None:
        self.remarks: list[Remark] = []
        self.counts: Counter[str] = Counter()
        self.records = 0
        self.refused = 0
        self.whole = True

    def add(self, remark: Remark) -> None:
        """Keep a remark, or count it where there are many of its kind."""
        self.counts[remark.kind] += 1
        if remark.kind in BREAKS and remark.weight is Weight.REFUSED:
            self.whole = False
        if len(self.remarks) < MOST_REMARKS and self.counts[remark.kind] <= MOST_OF_A_KIND:
            self.remarks.append(remark)

    @property
    def unsaid(self) -> int:
        """How many remarks were counted and not kept."""
        return self.counts.total() - len(self.remarks)


def gather(items: Iterable[Item | Header | Remark], profile: str, notes: Notes) -> Iterator[Row]:
    """Yield each sound service once; everything else goes to the notes.

    Of two records with one id the first is kept. Faults of a record never reach another (connecting R18).
    """
    seen: dict[str, tuple[str, str]] = {}
    for item in items:
        if isinstance(item, Remark):
            notes.add(item)
        elif isinstance(item, Header):
            _totals(item.values, notes)
        else:
            notes.records += 1
            row = _row(item, profile, notes, seen)
            if row is not None:
                yield row


def _row(item: Item, profile: str, notes: Notes, seen: dict[str, tuple[str, str]]) -> Row | None:
    read = read_service(item.value, item.path, profile)
    for remark in read.remarks:
        notes.add(remark)
    if read.service is None:
        notes.refused += 1
        return None
    row = row_of(read.service)
    first = seen.setdefault(row.external_id, (item.path, row.digest))
    if first[0] == item.path:
        return row
    notes.add(_repeated(item, read.service, *first, same=first[1] == row.digest))
    return None


def _repeated(item: Item, service: Service, path: str, _digest: str, *, same: bool) -> Remark:
    where = path or "the beginning"
    if same:
        reason = f"The same record stands at {where} already. It is kept once."
        return Remark(item.path, "repeated", reason, Weight.WARNING, service.id)
    reason = f"Another record at {where} has the same id and says something else. The first is kept."
    return Remark(item.path, "repeated_differently", reason, Weight.WARNING, service.id)


def _totals(header: Mapping[str, object], notes: Notes) -> None:
    """Hold what a page says of itself against what stands on it."""
    total, pages = header.get("total_items"), header.get("total_pages")
    for key in ("total_items", "total_pages", "page_number", "size"):
        value = header.get(key)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value < 0):
            notes.add(Remark(key, "wrong_type", "This should be a whole number from 0. It was not used."))
    only = pages in (None, 0, 1)
    if isinstance(total, int) and only and total != notes.records:
        reason = f"It says that there are {total:,} services, and {notes.records:,} stand here."
        notes.add(Remark("total_items", "wrong_total", reason))
    elif isinstance(pages, int) and pages > 1:
        reason = f"This is one page of {pages:,}. Give the address of the feed, or all pages in one file."
        notes.add(Remark("total_pages", "one_page_only", reason))
        notes.whole = False
    if header.get("empty") is True and notes.records:
        notes.add(
            Remark(
                "empty",
                "wrong_total",
                f"It says that it is empty, and {notes.records:,} services stand here.",
            )
        )
