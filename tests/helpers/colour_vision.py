"""What colours look like to people with one of the three kinds of colour blindness.

Matrices: Machado, Oliveira, Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency"
(IEEE TVCG 15, 2009), severity 1.0, applied to linear RGB. Distances: CIE 1976 in CIELAB under D65.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from enum import StrEnum

from PIL import Image

Triple = tuple[float, float, float]


class Vision(StrEnum):
    FULL = "full"
    PROTANOPIA = "protanopia"
    DEUTERANOPIA = "deuteranopia"
    TRITANOPIA = "tritanopia"


_MATRICES: Mapping[Vision, tuple[Triple, Triple, Triple]] = {
    Vision.FULL: ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    Vision.PROTANOPIA: (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    Vision.DEUTERANOPIA: (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    Vision.TRITANOPIA: (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
_TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE = (0.95047, 1.0, 1.08883)


def seen(colour: str, vision: Vision) -> str:
    """The colour #rrggbb as somebody with that vision sees it."""
    linear = _times(_MATRICES[vision], _linear(colour))
    return "#" + "".join(f"{round(255 * _encoded(value)):02x}" for value in linear)


def as_seen(picture: Image.Image, vision: Vision) -> Image.Image:
    """A picture as somebody with that vision sees it, in at most 256 colours."""
    few = picture.quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    palette = few.getpalette() or []
    colours = ("#" + bytes(palette[at : at + 3]).hex() for at in range(0, len(palette), 3))
    few.putpalette(bytes.fromhex("".join(seen(colour, vision)[1:] for colour in colours)))
    return few.convert("RGB")


def distance(one: str, other: str) -> float:
    """How far apart two colours are: about 2 can just be told apart side by side, 100 is black against white."""
    return math.dist(_lab(one), _lab(other))


def _linear(colour: str) -> Triple:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _decoded(red), _decoded(green), _decoded(blue)


def _decoded(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _encoded(value: float) -> float:
    value = min(1.0, max(0.0, value))
    return value * 12.92 if value <= 0.0031308 else float(1.055 * value ** (1 / 2.4) - 0.055)


def _times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third


def _lab(colour: str) -> Triple:
    xyz = _times(_TO_XYZ, _linear(colour))
    x, y, z = (_curve(value / white) for value, white in zip(xyz, _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _curve(value: float) -> float:
    return value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116
