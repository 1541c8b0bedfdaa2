"""The chart beside docs/performance.md: each ratio as a part or a multiple of its goal, on a scale of powers of ten.

Below it, for bursts: what of the labels is lost and how late the others are, ours above and the peer's below.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape

from tests.benchmarks.result import Result

_ROW, _TOP, _TEXT, _MIDDLE, _WIDTH = 22, 44, 470, 690, 920
_DECADE, _MOST_DECADES = 90, 2.0
_MET, _MISSED, _OURS, _PEER = "#1b7f4b", "#b3261e", "#1b7f4b", "#5f6b76"
_PERCENT, _TENFOLD = 2.0, 50
"""Pixels of one percent, and of ten times a millisecond."""
_LATE = "label recorded after its last byte"


def drawn(results: Sequence[Result]) -> str:
    """An SVG; bars to the left of the line are better than the goal, to the right worse."""
    pairs = [result for result in results if result.unit == "%" or result.workload.startswith(_LATE)]
    wanted = [result for result in results if result.goal is not None and result not in pairs]
    middle = _TOP + _ROW * len(wanted) + 12
    height = middle + (_TOP + _ROW * len(pairs) if pairs else 0)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" font-family="sans-serif" '
        'font-size="12" role="img" aria-label="Ratios beside their goals">',
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>',
        f'<text x="{_MIDDLE}" y="18" text-anchor="middle">goal</text>',
        f'<text x="{_MIDDLE - 8}" y="34" text-anchor="end">better</text>',
        f'<text x="{_MIDDLE + 8}" y="34">worse</text>',
        *(line for n, result in enumerate(wanted) for line in _bar(_TOP + n * _ROW, result)),
        f'<line x1="{_MIDDLE}" y1="24" x2="{_MIDDLE}" y2="{middle - 8}" stroke="#202020"/>',
        *_beside(middle, pairs),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _bar(top: int, result: Result) -> list[str]:
    assert result.goal is not None
    decades = math.log10(max(result.ratio, 1e-9) / result.goal)
    length = max(2.0, abs(max(-_MOST_DECADES, min(_MOST_DECADES, decades))) * _DECADE)
    left = _MIDDLE if decades > 0 else _MIDDLE - length
    said = escape(f"{result.workload} / {result.against}")
    short = said if len(said) <= 78 else f"{said[:77]}…"
    return [
        f'<text x="{_TEXT}" y="{top + 13}" text-anchor="end" font-size="10">{short}<title>{said}</title></text>',
        f'<rect x="{left:.1f}" y="{top + 3}" width="{length:.1f}" height="13" '
        f'fill="{_MET if result.met else _MISSED}"/>',
        f'<text x="{_WIDTH - 8}" y="{top + 13}" text-anchor="end">{_figure(result.ratio)}</text>',
    ]


def _beside(top: int, pairs: Sequence[Result]) -> list[str]:
    if not pairs:
        return []
    title = "bursts: ours (green) above, the peer (grey) below"
    return [
        f'<text x="{_TEXT + 8}" y="{top + 24}">{title}</text>',
        *(line for n, result in enumerate(pairs) for line in _pair(top + _TOP - 6 + n * _ROW, result)),
    ]


def _pair(top: int, result: Result) -> list[str]:
    what = result.workload.replace(f"{_LATE}, ", "late, ").replace("labels lost, ", "lost, ")
    said = escape(f"{result.against}: {what}")
    short = said if len(said) <= 80 else f"{said[:79]}…"
    lines = [
        f'<text x="{_TEXT}" y="{top + 13}" text-anchor="end" font-size="10">{short}<title>{said}</title></text>'
    ]
    for n, (value, colour) in enumerate(((result.ours, _OURS), (result.other, _PEER))):
        length = value * _PERCENT if result.unit == "%" else math.log10(1 + value) * _TENFOLD
        y, figure = top + 2 + 9 * n, f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
        lines.append(
            f'<rect x="{_TEXT + 8}" y="{y}" width="{max(1.0, length):.1f}" height="8" fill="{colour}"/>'
        )
        lines.append(
            f'<text x="{_TEXT + 14 + max(1.0, length):.1f}" y="{y + 8}" font-size="9">{figure} {result.unit}</text>'
        )
    return lines


def _figure(ratio: float) -> str:
    return "none" if math.isinf(ratio) else f"{ratio:.3g}"
