"""``ownwords account create`` and ``renew``: a member of staff and their first role, a person's new way in."""

import json
from uuid import UUID

import click

from ownwords.cli.runtime import django_database, settings
from ownwords.cli.words import Refusal, say

STAFF_ROLES = ("worker", "peer_worker", "team_lead", "researcher", "administrator")


@click.group()
def account() -> None:
    """Make accounts for staff."""


@account.command()
@click.option("--name", required=True, help="As colleagues know them.")
@click.option("--role", required=True, type=click.Choice(STAFF_ROLES))
@click.option("--team", default="", help="The team's name, for a worker, peer worker or team lead.")
@click.option("--organisation", default="", help="Its name; made if it is new and the role is administrator.")
@click.option("--email", default="", help="Where to write to; also usable for signing in.")
@click.option("--signin-name", default="", help="Only with --ask-password; otherwise the invited choose it.")
@click.option("--ask-password", is_flag=True, help="Ask for a password now instead of printing a link.")
@click.option("--json", "as_json", is_flag=True, help="Print the result for a program.")
def create(ask_password: bool, as_json: bool, **fields: str) -> None:
    """Make an account for a member of staff and print the link with which its holder comes in.

    Nobody is written to: pass the link on yourself. It works once.
    """
    password = ""
    if ask_password:
        password = click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    found = settings()
    with django_database():
        name, link = _create(password, fields)
    facts = {"name": name, "role": fields["role"], "link": f"{found.origin}{link}" if link else None}
    if as_json:
        say(json.dumps(facts))
    else:
        say(f"{name} has an account." + (f"\n{facts['link']}" if link else ""))


@account.command()
@click.argument("person_id", type=click.UUID)
@click.option("--json", "as_json", is_flag=True, help="Print the result for a program.")
def renew(person_id: UUID, as_json: bool) -> None:
    """Print a new link for a person who has an account and cannot get in; PERSON_ID stands in their addresses.

    Hand it to the person and nobody else: whoever uses it reads what they keep to themselves. It works once, and
    that it was made stands in their record.
    """
    found = settings()
    with django_database():
        name, link = _renew(person_id)
    facts = {"name": name, "link": f"{found.origin}{link}"}
    say(json.dumps(facts) if as_json else f"A new way in for {name}:\n{facts['link']}")


def _renew(person_id: UUID) -> tuple[str, str]:
    from ownwords.people.actions.invitations import renew_way_in
    from ownwords.people.refusals import Refused

    try:
        invited = renew_way_in(person_id=person_id)
    except Refused as refused:
        raise Refusal("\n".join(refused.messages.values())) from refused
    return invited.invitation.name, invited.link


def _create(password: str, fields: dict[str, str]) -> tuple[str, str | None]:
    from ownwords.people.actions.accounts import create_account
    from ownwords.people.refusals import Refused

    try:
        made = create_account(viewer=None, password=password, **fields)
    except Refused as refused:
        words = [
            f"--{key.replace('_', '-')}: {text}" if key else text for key, text in refused.messages.items()
        ]
        raise Refusal("\n".join(words)) from refused
    return made.account.name, made.link
