"""Windows of tests are real ones on Qt's offscreen platform, unless somebody asks for another, and speak English."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"
