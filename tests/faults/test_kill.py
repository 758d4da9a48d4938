"""F1: kill -9 in the middle of saving. What was answered with success is there, whole, and once."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from collections.abc import Callable

from tests.faults.service import Service, kill
from tests.faults.visitor import Fields, Unanswered, Visitor, fresh_key

BETWEEN = (0.2, 0.8)
"""Seconds between two kills: some fall into a request, some into the start that follows the last one."""


def words_of(number: int) -> str:
    """Return the words of an entry, of which half would be noticed."""
    return f"Entry {number} begins." + " and goes on" * (number % 40 * 10) + f" Entry {number} ends."


class Writer(threading.Thread):
    """Somebody who writes one entry after the other, and sends again whatever got no answer."""

    def __init__(self, service: Service, first: int) -> None:
        super().__init__(daemon=True)
        self.service, self.next = service, first
        self.visitor: Visitor = service.visitor()
        self.fields: Fields = self.visitor.open_form(service.path("add/note/"))
        self.acknowledged: list[int] = []
        self.again = 0
        self.enough = threading.Event()

    def run(self) -> None:
        """Write until it is enough; the last entry is sent until it is answered."""
        while not self.enough.is_set():
            form = {**self.fields, "submission": fresh_key(), "words": [words_of(self.next)]}
            while not self._sent(form):
                self.again += 1
                time.sleep(0.1)
            self.acknowledged.append(self.next)
            self.next += 1

    def _sent(self, form: Fields) -> bool:
        try:
            return self.visitor.post(self.service.path("add/note/"), form).saved
        except Unanswered:
            return False


def victims(service: Service) -> dict[str, list[int]]:
    """Return who may be killed: a worker, the web server, a session of the database, its server, the program itself."""
    assert service.process is not None
    web, database = service.web(), service.backends()
    return {
        "a worker of the web server": service.workers_of_the_web(),
        "the web server": web[:1],
        "a process of the database": database[1:],
        "the database": database[:1],
        "the program": [service.process.pid],
    }


def test_nothing_that_was_answered_with_success_is_lost_halved_or_doubled(
    service: Service, times: Callable[[int, int], int]
) -> None:
    """platform F1; nothing lost: kill -9 of the server, of a worker, of the database during saves."""
    dice = random.Random(1)
    writers = [Writer(service, first) for first in (0, 1_000_000)]
    for writer in writers:
        writer.start()
    killed: Counter[str] = Counter()
    kinds = ["a worker of the web server", *victims(service)] * times(2, 40)
    dice.shuffle(kinds)
    restarts = 0
    for kind in kinds[: times(12, 200)]:
        time.sleep(dice.uniform(*BETWEEN))
        restarts += service.restart_if_ended()
        if found := victims(service)[kind]:
            kill(dice.choice(found))
            killed[kind] += 1
    time.sleep(1)
    service.restart_if_ended()
    for writer in writers:
        writer.enough.set()
    while any(writer.is_alive() for writer in writers):
        service.restart_if_ended()
        time.sleep(0.2)
    report(service, writers, killed, restarts)
    check(service, writers)


def check(service: Service, writers: list[Writer]) -> None:
    """Compare what was answered with what is kept, in the entries, their first version and the ledger."""
    acknowledged = Counter(words_of(number) for writer in writers for number in writer.acknowledged)
    kept = Counter(
        str(words)
        for (words,) in service.sql(
            "SELECT words FROM record_entry WHERE words LIKE 'Entry %%' AND kind = 'note'"
        )
    )
    assert not acknowledged - kept, "lost"
    assert not kept - acknowledged, "doubled, halved or never said"
    odd = """SELECT count(*) FROM record_entry e WHERE e.kind = 'note' AND (e.words <> e.original_words
      OR (SELECT count(*) FROM record_entryevent v WHERE v.pgh_obj_id = e.id) <> 1
      OR (SELECT count(*) FROM ledger_act a WHERE a.thing_id = e.id AND a.verb = 'entry_added') <> 1)"""
    assert service.sql(odd) == [(0,)]


def report(service: Service, writers: list[Writer], killed: Counter[str], restarts: int) -> None:
    """Print the figures of this run (shown by pytest -s, and kept in docs/faults.md)."""
    answered = sum(len(writer.acknowledged) for writer in writers)
    again = sum(writer.again for writer in writers)
    print(
        f"\n{answered} entries answered, {again} sent again, {restarts} restarts"
        f" ({service.refused_starts} refused at first); killed: {dict(killed)}"
    )
    assert answered > 0, service.log()
