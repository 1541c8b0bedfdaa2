"""Windows of tests are real windows on Qt's offscreen platform, unless somebody asks for another one."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
