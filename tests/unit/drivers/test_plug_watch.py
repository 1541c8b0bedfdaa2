from pathlib import Path

from drivers.plug_watch import LOOK_EVERY, LOOKS_AFTER_A_CHANGE, PlugWatch


def _looks(watch: PlugWatch, times: int) -> int:
    return sum(watch.is_worth_a_look() for _ in range(times))


def test_a_device_file_that_comes_or_goes_is_worth_some_looks(tmp_path: Path) -> None:
    watch = PlugWatch(tmp_path)
    assert watch.is_worth_a_look()
    _looks(watch, 10)
    assert not watch.is_worth_a_look()
    (tmp_path / "hidraw0").touch()
    assert _looks(watch, 10) == LOOKS_AFTER_A_CHANGE
    (tmp_path / "hidraw0").unlink()
    assert _looks(watch, 10) == LOOKS_AFTER_A_CHANGE
    (tmp_path / "pts7").touch()
    assert not watch.is_worth_a_look()


def test_another_device_under_the_same_name_is_worth_some_looks(tmp_path: Path) -> None:
    node = tmp_path / "hidraw0"
    node.touch()
    watch = PlugWatch(tmp_path)
    _looks(watch, 10)
    (tmp_path / "other").touch()
    (tmp_path / "other").replace(node)
    assert _looks(watch, 10) == LOOKS_AFTER_A_CHANGE


def test_without_a_device_folder_a_look_is_due_now_and_then(tmp_path: Path) -> None:
    watch = PlugWatch(tmp_path / "missing")
    assert watch.is_worth_a_look()
    assert _looks(watch, 10 * LOOK_EVERY) == 10
