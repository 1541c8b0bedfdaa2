"""A line to the platform as from a factory: real TLS, and every byte under way for half a round trip.

`python -m tests.benchmarks.slow_line PLATFORM_PORT RTT_MS CERTIFICATE_FILE` writes its port and serves until its
standard input ends.
"""

from __future__ import annotations

import asyncio
import os
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PIECE = 64 * 1024


@contextmanager
def slow_line(platform_port: int, rtt_ms: int, certificate: Path) -> Iterator[str]:
    """Gives the address under which the platform is that far away."""
    command = [sys.executable, "-m", __name__, str(platform_port), str(rtt_ms), str(certificate)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield f"https://127.0.0.1:{process.stdout.readline().strip()}"
        finally:
            process.stdin.close()


async def _serve(platform_port: int, one_way_s: float, certificate: str) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", platform_port)
        await asyncio.gather(_carry(reader, back, one_way_s), _carry(there, writer, one_way_s))

    server = await asyncio.start_server(connected, "127.0.0.1", 0, ssl=context)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.read)
    os._exit(0)  # connections that are still open end with the process


async def _carry(source: asyncio.StreamReader, target: asyncio.StreamWriter, one_way_s: float) -> None:
    """Pass everything on, each piece so much later; the pieces are under way at the same time."""
    loop = asyncio.get_running_loop()
    with suppress(OSError):
        while piece := await source.read(_PIECE):
            loop.call_later(one_way_s, target.write, piece)
    loop.call_later(one_way_s, target.close)


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1]), int(sys.argv[2]) / 2000, sys.argv[3]))
