"""Scanner addresses: `kind:place` or `kind:place?setting=value&setting=value`."""

from collections.abc import Collection
from urllib.parse import quote, unquote_to_bytes

from drivers.errors import AddressError


def kind_of(address: str) -> str:
    """The kind in front of the first colon, in lower case. Raises `AddressError` when there is none."""
    kind, colon, place = address.partition(":")
    if not colon or not kind or not place:
        raise AddressError(
            f"{address!r} is not a scanner address",
            "Write kind:place, for example serial:/dev/ttyUSB0 or virtual:labels.txt.",
        )
    return kind.lower()


class Address:
    """An address taken apart. Each setting is fetched once; `finish` refuses what nobody fetched.

    Values are percent-encoded, so that any byte can be a prefix: `prefix=%02`.
    """

    def __init__(self, address: str) -> None:
        self.text = address
        self.kind = kind_of(address)
        self.place, _, query = address.partition(":")[2].partition("?")
        pairs = (pair.partition("=") for pair in query.split("&") if pair)
        self._values = {name: unquote_to_bytes(value) for name, _, value in pairs}
        self._known: list[str] = []

    def octets(self, name: str, default: bytes = b"") -> bytes:
        """A setting as bytes."""
        self._known.append(name)
        return self._values.get(name, default)

    def text_of(self, name: str, default: str = "") -> str:
        """A setting as text."""
        return self.octets(name, default.encode()).decode("utf-8", "replace")

    def number(self, name: str, default: float, low: float, high: float) -> float:
        """A setting as a number from `low` to `high`. Raises `AddressError`."""
        text = self.text_of(name, repr(default))
        try:
            value = float(text)
        except ValueError:
            value = float("nan")
        if not low <= value <= high:
            raise self._wrong(name, text, f"a number from {low:g} to {high:g}")
        return value

    def choice(self, name: str, default: str, choices: Collection[str]) -> str:
        """A setting that is one of `choices`, whatever its case. Raises `AddressError`."""
        text = self.text_of(name, default)
        for choice in choices:
            if choice.lower() == text.lower():
                return choice
        raise self._wrong(name, text, f"one of {', '.join(choices)}")

    def finish(self) -> None:
        """Refuse settings that this kind of scanner does not have. Raises `AddressError`."""
        for name in self._values:
            if name not in self._known:
                raise AddressError(
                    f"A {self.kind} scanner has no setting {name!r}",
                    f"Its settings are {', '.join(self._known)}. Correct {self.text}.",
                )

    def _wrong(self, name: str, text: str, wanted: str) -> AddressError:
        return AddressError(
            f"The setting {name}={text} cannot be used", f"{name} is {wanted}. Correct {self.text}."
        )


def escape(value: str) -> str:
    """A value as it stands in an address."""
    return quote(value, safe=":/.-_")
