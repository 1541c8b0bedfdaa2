"""Products and the rule of the source document: which of them may have their PID replaced."""

from __future__ import annotations

import sqlite3
from typing import Any

PROTOCOL_NAMES = {"wifi": "Wi-Fi", "ble": "Bluetooth", "zigbee": "Zigbee"}
FIRMWARE_TYPES = ("oem", "general", "custom")
DEV_STATUSES = ("development", "trial", "mass")


def firmware_supported(firmware_type: str, protocol: str) -> bool:
    """OEM firmware supports Wi-Fi, Bluetooth and Zigbee; general and custom firmware support Wi-Fi only."""
    return firmware_type == "oem" or protocol == "wifi"


def why_not(firmware_type: str, protocol: str, dev_status: str) -> str:
    """Name the rule that the product breaks, or an empty text when its PID may be replaced."""
    if not firmware_supported(firmware_type, protocol):
        return (
            f"{firmware_type.capitalize()} firmware supports PID replacement on Wi-Fi only; "
            f"this product uses {PROTOCOL_NAMES[protocol]}."
        )
    if dev_status == "development":
        return "The product is still in development; its status must be trial production or mass production."
    return ""


def public(row: sqlite3.Row) -> dict[str, Any]:
    """Show one product as the platform does."""
    reason = why_not(row["firmware_type"], row["protocol"], row["dev_status"])
    return {**dict(row), "replaceable": not reason, "why_not": reason}


def find(conn: sqlite3.Connection, product_id: str) -> dict[str, Any] | None:
    """Return one product, or None."""
    row = conn.execute("SELECT * FROM products WHERE product_id = ?", (product_id,)).fetchone()
    return public(row) if row else None


def page(
    conn: sqlite3.Connection, keyword: str, protocol: str, limit: int, offset: int
) -> tuple[list[dict[str, Any]], int]:
    """Return one page of products and how many match. Empty filters match everything."""
    where = """FROM products WHERE (:protocol = '' OR protocol = :protocol)
        AND (:keyword = '' OR instr(lower(product_id || ' ' || name || ' ' || category), lower(:keyword)))"""
    values = {"keyword": keyword, "protocol": protocol, "limit": limit, "offset": offset}
    total = conn.execute(f"SELECT count(*) {where}", values).fetchone()[0]
    rows = conn.execute(
        f"SELECT * {where} ORDER BY rowid LIMIT :limit OFFSET :offset",
        values,
    )
    return [public(row) for row in rows], int(total)
