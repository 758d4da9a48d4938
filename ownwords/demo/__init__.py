"""The demonstration service: two made-up trusts, six teams, some sixty people with lives, two years of history.

Nobody in it exists. It is the same on every machine on the same day; all its days are counted back from today,
so that what is due is due. Django is needed only once a function is called.
"""

from __future__ import annotations

from typing import NamedTuple


class SignIn(NamedTuple):
    """One way into the demonstration: the role's title, whose account it is, and the sign-in name."""

    role: str
    name: str
    signin_name: str


class DemonstrationRefused(Exception):
    """The demonstration cannot be loaded here. ``str()`` is the sentence to show."""


def signins() -> list[SignIn]:
    """Return one sign-in for each role, and one account that holds two."""
    from ownwords.demo.trusts import signins as found

    return found()


def is_loaded() -> bool:
    """Say whether the demonstration (or a large made-up service) is in this database."""
    from ownwords.people.models import Account

    return Account.objects.filter(made_up=True).exists()


def load(progress: bool = True) -> None:
    """Load the demonstration; do nothing when it is there already. ``progress`` shows a bar on standard error.

    Raises DemonstrationRefused when real people or accounts are in the database.
    """
    from ownwords.demo.loading import load as run

    if not is_loaded():
        refuse_real_people()
        run(progress=progress)


def load_if_empty(progress: bool = True) -> None:
    """Load the demonstration into an empty database; leave any other as it is."""
    try:
        load(progress)
    except DemonstrationRefused:
        return


def refuse_real_people() -> None:
    """Raise DemonstrationRefused unless everybody in the database is made up."""
    from ownwords.people.models import Account, Organisation, Person

    real = Account.objects.filter(made_up=False).exists() or (not is_loaded() and Person.objects.exists())
    if real or (not is_loaded() and Organisation.objects.exists()):
        raise DemonstrationRefused(
            "There are real people or accounts in this database, and made-up people are never put beside them."
            " Use another OWNWORDS_DATA_DIR."
        )
