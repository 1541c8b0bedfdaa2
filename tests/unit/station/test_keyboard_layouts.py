"""The table of keyboard layouts agrees with the layouts of this machine, where there are any."""

from __future__ import annotations

import ctypes
from ctypes import byref, c_char_p, c_int, c_size_t, c_uint32, c_void_p, create_string_buffer
from pathlib import Path

import pytest

from station.scanner_check.layouts import DEAD, LAYOUTS, US

_KEYS = (*range(10, 22), *range(24, 36), *range(38, 50), *range(51, 62))
_CODES = {
    "British": "gb",
    "German": "de",
    "Swiss": "ch",
    "French": "fr",
    "Belgian": "be",
    "Spanish": "es",
    "Latin American": "latam",
    "Portuguese": "pt",
    "Brazilian": "br",
    "Italian": "it",
    "Danish": "dk",
    "Norwegian": "no",
    "Swedish": "se",
    "Czech": "cz",
    "Hungarian": "hu",
    "Croatian": "hr",
    "Turkish": "tr",
    "Russian": "ru",
    "Greek": "gr",
    "Vietnamese": "vn",
    "Japanese": "jp",
    "Hebrew": "il",
    "Thai": "th",
}


class _Names(ctypes.Structure):
    _fields_ = [(name, c_char_p) for name in ("rules", "model", "layout", "variant", "options")]


@pytest.fixture(scope="module")
def xkb() -> ctypes.CDLL:
    if not Path("/usr/share/X11/xkb/symbols").is_dir():
        pytest.skip("needs the keyboard layouts of xkb-data")
    try:
        library = ctypes.CDLL("libxkbcommon.so.0")
    except OSError:
        pytest.skip("needs libxkbcommon.so.0")
    for name in ("xkb_context_new", "xkb_keymap_new_from_names", "xkb_state_new"):
        getattr(library, name).restype = c_void_p
    library.xkb_keymap_new_from_names.argtypes = [c_void_p, c_void_p, c_int]
    library.xkb_state_new.argtypes = [c_void_p]
    library.xkb_state_update_mask.argtypes = [c_void_p, *[c_uint32] * 6]
    library.xkb_state_key_get_utf8.argtypes = [c_void_p, c_uint32, c_char_p, c_size_t]
    return library


def test_the_table_names_every_layout_that_is_compared() -> None:
    assert list(_CODES) == list(LAYOUTS)


@pytest.mark.parametrize("name", ["US", *_CODES])
def test_the_keys_type_what_the_table_says(xkb: ctypes.CDLL, name: str) -> None:
    rows = US if name == "US" else LAYOUTS[name]
    context = xkb.xkb_context_new(0)
    layout = _Names(None, b"pc105", _CODES.get(name, "us").encode(), None, None)
    keymap = xkb.xkb_keymap_new_from_names(context, byref(layout), 0)
    assert keymap
    for shift, row in enumerate(rows):
        typed = [_typed(xkb, keymap, key, shift) for key in _KEYS]
        assert typed == [character.replace(DEAD, "") for character in row]


def _typed(xkb: ctypes.CDLL, keymap: int, key: int, shift: int) -> str:
    """The character of a key; nothing for a dead key."""
    state = xkb.xkb_state_new(keymap)
    xkb.xkb_state_update_mask(state, shift, 0, 0, 0, 0, 0)
    buffer = create_string_buffer(16)
    xkb.xkb_state_key_get_utf8(state, key, buffer, 16)
    text = buffer.value.decode()
    return text if len(text) == 1 else ""
