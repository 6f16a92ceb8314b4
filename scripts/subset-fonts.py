"""Cuts the page's typefaces down to the characters that the page can show: src/fonts/*.woff2.

Needs fonttools and brotli (Debian: python3-fonttools, python3-brotli), and `npm ci` for the whole typefaces. Run it with
`npm run fonts` after an update of a typeface, or when tests/scripts/fonts.test.ts misses a character.
"""

import json
import pathlib
import sys

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = pathlib.Path(__file__).parent.parent
MODULES = ROOT / "node_modules"
TARGET = ROOT / "src" / "fonts"
CHARACTERS = json.loads((TARGET / "characters.json").read_text())
# What the style sheets switch on, and what shapes ordinary text.
INTERFACE = ["kern", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "tnum", "ss03"]
PROSE = ["kern", "liga"]

# The weights that the style sheets use.
WEIGHTS = (400, 600)


def cut(path: pathlib.Path, characters: str, features: list[str]) -> TTFont:
    """The typeface with these characters only."""
    font = TTFont(path)
    options = Options()
    options.flavor = "woff2"
    options.layout_features = features
    options.notdef_outline = True
    # Screens that are coarse enough to need it are gone.
    options.hinting = False
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[ord(character) for character in characters])
    subsetter.subset(font)
    return font


def slim(font: TTFont) -> None:
    """Leaves out what browsers do without: names but those of the rights, the family and its axes, and styles by name."""
    for tag in ("STAT", "gasp"):
        if tag in font:
            del font[tag]
    axes = {axis.axisNameID for axis in font["fvar"].axes} if "fvar" in font else set()
    names = font["name"]
    names.names = [name for name in names.names if name.nameID in {0, 1, 2, 13, 14} | axes]


def save(font: TTFont, name: str) -> int:
    font.flavor = "woff2"
    path = TARGET / name
    font.save(path)
    return path.stat().st_size


def main() -> None:
    TARGET.mkdir(exist_ok=True)
    total = 0
    inter = MODULES / "@fontsource-variable" / "inter" / "files"
    serif = MODULES / "@fontsource-variable" / "source-serif-4" / "files"
    katex = MODULES / "katex" / "dist" / "fonts"
    for name, path, characters in [
        ("inter.woff2", inter / "inter-latin-wght-normal.woff2", "base"),
        ("inter-latin.woff2", inter / "inter-latin-wght-normal.woff2", "latin"),
        ("inter-extended.woff2", inter / "inter-latin-ext-wght-normal.woff2", "extended"),
        ("inter-pair-greek.woff2", inter / "inter-greek-wght-normal.woff2", "pairGreek"),
        ("inter-greek.woff2", inter / "inter-greek-wght-normal.woff2", "greek"),
        ("source-serif-4.woff2", serif / "source-serif-4-latin-wght-normal.woff2", "prose"),
        ("source-serif-4-signs.woff2", serif / "source-serif-4-latin-wght-normal.woff2", "signs"),
        ("source-serif-4-epsilon.woff2", serif / "source-serif-4-greek-wght-normal.woff2", "epsilon"),
        ("source-serif-4-latin.woff2", serif / "source-serif-4-latin-wght-normal.woff2", "latin"),
        ("source-serif-4-extended.woff2", serif / "source-serif-4-latin-ext-wght-normal.woff2", "extended"),
        ("source-serif-4-greek.woff2", serif / "source-serif-4-greek-wght-normal.woff2", "greek"),
        ("katex-main.woff2", katex / "KaTeX_Main-Regular.woff2", "main"),
        ("katex-main-letters.woff2", katex / "KaTeX_Main-Regular.woff2", "mainLetters"),
        ("katex-math.woff2", katex / "KaTeX_Math-Italic.woff2", "math"),
        ("katex-math-rest.woff2", katex / "KaTeX_Math-Italic.woff2", "mathRest"),
        ("katex-size1.woff2", katex / "KaTeX_Size1-Regular.woff2", "size1"),
        ("katex-size2.woff2", katex / "KaTeX_Size2-Regular.woff2", "size2"),
    ]:
        features = PROSE if path.parent == serif else INTERFACE
        # One letter has no neighbours.
        font = cut(path, CHARACTERS[characters], [] if characters == "epsilon" else features)
        if "fvar" in font:
            font = instancer.instantiateVariableFont(font, {"wght": WEIGHTS})
        slim(font)
        size = save(font, name)
        total += size
        print(f"{name}: {path.stat().st_size} -> {size} bytes")
    print(f"{total} bytes in all")


if __name__ == "__main__":
    sys.exit(main())
