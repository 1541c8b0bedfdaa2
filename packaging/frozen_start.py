"""What the bundle's executable begins with: the process that plays sounds, or the program itself."""

from __future__ import annotations

import os
import sys

from station import own_program

# What the bundle's starter sets for its own libraries must not reach other programs that this one opens.
if before := os.environ.pop("LD_LIBRARY_PATH_ORIG", ""):
    os.environ["LD_LIBRARY_PATH"] = before
else:
    os.environ.pop("LD_LIBRARY_PATH", None)

if sys.argv[1:2] == [own_program.PLAY_SOUNDS]:
    del sys.argv[1]
    from ui.sounds import speaker

    speaker.main()
else:
    from station.__main__ import main

    main()
