"""Our lean macros draw the same HTML as the NHS.UK frontend's, for every official fixture whose options we support.

Platform requirement 34. `twins.LEFT_OUT` names every option of the components that we do not offer, so that
nothing is left out
unseen: an option that stands neither there nor among those read fails the test. Run `make styles` first: the
fixtures come with npm.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jinja2 import ChainableUndefined, Environment, PackageLoader

from tests.site.look import COMPONENTS, macros, normalised
from tests.site.twins import ADAPTERS, LEFT_OUT, ODD, READ


def _options(value: Any, path: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            here = f"{path}.{name}" if path else name
            yield here
            yield from _options(inner, here)
    elif isinstance(value, list):
        for inner in value:
            yield from _options(inner, path)


def _fixtures(component: str) -> list[dict[str, Any]]:
    return json.loads((COMPONENTS / component / "fixtures.json").read_text())["fixtures"]


def _offered(component: str, fixture: dict[str, Any]) -> bool:
    left_out = LEFT_OUT[component].split()
    used = set(_options(fixture["context"]))
    if component == "back-link" and "href" not in used:  # a back link that is a button
        return False
    return fixture["name"] not in ODD and "callBlock" not in fixture and not used & set(left_out)


def _cases() -> list[Any]:
    return [
        pytest.param(component, fixture, id=f"{component}-{number}-{fixture['name']}")
        for component in ADAPTERS
        for number, fixture in enumerate(_fixtures(component))
        if _offered(component, fixture)
    ]


@pytest.fixture(scope="session")
def packaged() -> Environment:
    """The packaged macros, in the environment that they need."""
    return Environment(
        loader=PackageLoader("nhsuk_frontend_jinja"),
        undefined=ChainableUndefined,
        autoescape=True,
        extensions=["jinja2.ext.i18n"],
    )


def _packaged(env: Environment, component: str, context: dict[str, Any]) -> str:
    name = ADAPTERS[component][1]
    template = env.from_string(
        f"{{% from 'nhsuk/components/{component}/macro.jinja' import {name} %}}{{{{ {name}(params) }}}}"
    )
    return template.render(params=context)


def _ours(component: str, context: dict[str, Any]) -> str:
    name, _theirs, adapt = ADAPTERS[component]
    arguments = adapt(context)
    if name == "button" and "href" in arguments:
        name, arguments = "link_button", {k: v for k, v in arguments.items() if k != "disabled"}
    if "caller" in arguments:
        body = arguments.pop("caller")
        if body is not None:
            arguments["caller"] = lambda: body
    return getattr(macros(), name)(**arguments)


@pytest.mark.parametrize(("component", "fixture"), _cases())
def test_our_macro_draws_the_official_html(
    component: str, fixture: dict[str, Any], packaged: Environment
) -> None:
    """Normalised HTML of our macro = the packaged macro's = the official fixture's (platform requirement 34)."""
    unread = {path for path in _options(fixture["context"]) if path not in READ}
    assert not unread, "an option that the adapter does not read"
    ours = normalised(_ours(component, fixture["context"]))
    assert ours == normalised(_packaged(packaged, component, fixture["context"]))
    assert ours == normalised(fixture["html"])


def test_every_component_is_compared_at_least_once() -> None:
    """A left-out list so long that nothing is compared any more would be silent (platform requirement 34)."""
    compared = {case.values[0] for case in _cases()}
    assert compared == set(ADAPTERS)
    assert len(_cases()) >= 310
