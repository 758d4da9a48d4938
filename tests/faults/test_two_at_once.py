"""F4 and F6: two people edit one entry; one form arrives several times at once."""

from __future__ import annotations

import html
import threading
from collections.abc import Callable

from tests.faults.service import WORKER, Service
from tests.faults.visitor import Answer, Fields, Visitor, fresh_key

THREADS = 8


def at_once(*sends: Callable[[], Answer]) -> list[Answer]:
    """Send several requests at the same moment; return the answers in the order of the requests."""
    gate, answers = threading.Barrier(len(sends)), dict[int, Answer]()

    def run(number: int, send: Callable[[], Answer]) -> None:
        gate.wait()
        answers[number] = send()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(sends)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [answers[number] for number in range(len(sends))]


def sender(visitor: Visitor, path: str, form: Fields) -> Callable[[], Answer]:
    """Return a call that sends a form."""
    return lambda: visitor.post(path, form)


def test_whoever_edits_second_is_told_and_sees_both_texts(
    lasting: Service, times: Callable[[int, int], int]
) -> None:
    """platform F4, 17: 100 % told, both texts kept, 0 silent overwrites; half of the pairs at the same moment."""
    people = [lasting.visitor(), lasting.visitor(WORKER)]
    ((entry_id,),) = lasting.sql("SELECT id FROM record_entry WHERE words = 'Said before, 0.'")
    path = lasting.path(f"entries/{entry_id}/change/")
    pairs, told = times(60, 1000), 0
    for pair in range(pairs):
        texts = [f"Pair {pair}, <as the {who} & nobody else says>." for who in ("person", "worker")]
        forms = [{**one.open_form(path), "words": [text]} for one, text in zip(people, texts, strict=True)]
        sends = [sender(one, path, form) for one, form in zip(people, forms, strict=True)]
        if pair % 4 == 1:
            sends.reverse()
            texts.reverse()
        answers = at_once(*sends) if pair % 2 else [send() for send in sends]
        assert sorted(answer.saved for answer in answers) == [False, True], [a.status for a in answers]
        winner, loser = sorted(range(2), key=lambda number: not answers[number].saved)
        assert answers[loser].status == 409
        page = html.unescape(answers[loser].text)
        told += texts[0] in page and texts[1] in page
        assert lasting.sql("SELECT words FROM record_entry WHERE id = %s", entry_id) == [(texts[winner],)]
    versions = lasting.sql(
        "SELECT count(DISTINCT words) FROM record_entryevent WHERE pgh_obj_id = %s", entry_id
    )
    print(f"\n{pairs} pairs, {told} told with both texts, 0 overwritten")
    assert (told, versions) == (pairs, [(pairs + 1,)])


def test_a_form_that_arrives_eight_times_at_once_saves_once(
    lasting: Service, times: Callable[[int, int], int]
) -> None:
    """platform F6: double click, replayed post: one row, and every answer says that it is kept."""
    visitor, path = lasting.visitor(), lasting.path("add/note/")
    form = visitor.open_form(path)
    rounds = times(10, 200)
    for number in range(rounds):
        words = f"Pressed often, {number}."
        sent = {**form, "submission": fresh_key(), "words": [words]}
        answers = at_once(*[sender(visitor, path, sent)] * THREADS)
        assert [answer.status for answer in answers if not answer.saved] == []
        found = """SELECT count(*), (SELECT count(*) FROM ledger_act a JOIN record_entry o ON o.id = a.thing_id
          WHERE o.words = %s) FROM record_entry e WHERE e.words = %s"""
        assert lasting.sql(found, words, words) == [(1, 1)]
    print(f"\n{rounds} forms sent {THREADS} times at once: {rounds} rows")


def test_replaying_a_saved_form_later_saves_nothing_more(lasting: Service) -> None:
    """platform F6: going back in the browser and sending the form again."""
    visitor, path = lasting.visitor(), lasting.path("add/note/")
    form = {**visitor.open_form(path), "words": ["Sent once, and once more."]}
    assert visitor.post(path, form).saved
    assert visitor.post(path, form).saved
    count = "SELECT count(*) FROM record_entry WHERE words = 'Sent once, and once more.'"
    assert lasting.sql(count) == [(1,)]
