"""Loading the demonstration: read the data, put it into one book, write the book in one transaction."""

from __future__ import annotations

from django.db import connection, transaction
from django.utils import timezone
from tqdm import tqdm

from ownwords.demo import reading, trusts
from ownwords.demo.book import Book
from ownwords.demo.clock import Clock
from ownwords.demo.connections import Connections
from ownwords.demo.directory import Directory
from ownwords.demo.entries import add_record
from ownwords.demo.lives import Life, add_life, test_numbers
from ownwords.demo.measures import Measures
from ownwords.demo.peers import Peers
from ownwords.demo.study import add_to_demonstration
from ownwords.demo.traces import Traces


def story(clock: Clock) -> Book:
    """Return the whole demonstration as it stands on the clock's day. No database is asked."""
    book = Book()
    built = trusts.build(clock, book)
    traces = Traces(built)
    lives: dict[str, Life] = {}
    for table, number in zip(reading.people(), test_numbers(), strict=False):
        life = lives[table["key"]] = add_life(built, table, number)
        add_record(built, life, traces)
        traces.looks_of(life)
    Measures(traces, lives).add_all()
    directory = Directory(built)
    directory.add_all()
    Connections(traces, lives, directory).add_all()
    Peers(traces, lives).add_all()
    return book


def load(*, progress: bool) -> None:
    """Write the demonstration into an empty database, all of it or nothing."""
    zone = timezone.get_default_timezone()
    book = story(Clock(timezone.localdate(), zone))
    bar = tqdm(total=book.size, desc="Made-up people", unit=" rows", disable=not progress)
    with bar, transaction.atomic():
        book.write(bar.update)
        add_to_demonstration()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
