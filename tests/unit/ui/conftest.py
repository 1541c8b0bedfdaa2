"""Widgets are tested on Qt's own offscreen screen unless another one is asked for."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
