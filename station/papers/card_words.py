"""What the operator's card says in each language. The words of the panel are the window's own (tests compare them)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Language(StrEnum):
    """The languages of the window, by their codes."""

    ENGLISH = "en"
    CHINESE = "zh_CN"
    VIETNAMESE = "vi"


class Sign(StrEnum):
    """What stands in front of a line: the shape of the panel's icon."""

    TICK = "tick"
    ARROWS = "arrows"
    CROSS = "cross"
    QUESTION = "question"
    STOP = "stop"


@dataclass(frozen=True)
class CardWords:
    """`lines` are sign, word of the panel, what to do; the rest are sentences."""

    title: str
    promise: str
    lines: tuple[tuple[Sign, str, str], ...]
    rules_title: str
    rules: tuple[str, ...]


WORDS: Final[Mapping[Language, CardWords]] = {
    Language.ENGLISH: CardWords(
        "Operator's card",
        "Green: the unit is safe and will reach the platform once. Red: put this unit aside.",
        (
            (Sign.TICK, "OK", "Scan the next unit. A blue stripe: saved here, it is sent later."),
            (Sign.ARROWS, "ALREADY SCANNED", "This unit is done. Go on."),
            (Sign.CROSS, "SET ASIDE", "Put the unit into the red tray, then acknowledge."),
            (
                Sign.CROSS,
                "WRONG PRODUCT",
                "Put the unit aside, then acknowledge. Three in a row stop the line.",
            ),
            (Sign.QUESTION, "NOT AN SN", "Wrong label. Scan the label with the serial number."),
            (Sign.STOP, "LINE STOPPED", "Call the supervisor. Nothing is recorded until then."),
            (Sign.STOP, "CERTIFICATE FULL", "Call the supervisor for the next certificate."),
            (Sign.STOP, "NOT RECORDED", "This unit is NOT safe. Keep it and call the supervisor."),
        ),
        "Good to know",
        (
            "No network? Go on scanning. Everything is kept and sent later.",
            "Look and listen: a unit without green does not go on.",
            "Scanned the wrong unit? Undo last, at once.",
            "The scanner says nothing? Look at the top of the window: is the scanner ready?",
            "Before you leave: lock the station with your badge or the button.",
        ),
    ),
    Language.CHINESE: CardWords(
        "操作员卡片",
        "绿色：该产品已安全保存，只会上传平台一次。红色：请把该产品放到一边。",
        (
            (Sign.TICK, "OK", "扫下一台。有蓝色条：已保存在本机，稍后发送。"),
            (Sign.ARROWS, "已扫过", "该产品已完成，请继续。"),
            (Sign.CROSS, "请隔离", "把产品放入红色托盘，然后按“知道了”。"),
            (Sign.CROSS, "产品不符", "把产品放到一边，然后按“知道了”。连续三次会停线。"),
            (Sign.QUESTION, "不是 SN", "标签不对。请扫带序列号的标签。"),
            (Sign.STOP, "停线", "请叫主管。在此之前不会记录。"),
            (Sign.STOP, "配额已用完", "请叫主管换下一张证书。"),
            (Sign.STOP, "未记录", "该产品没有保存！请留住它并叫主管。"),
        ),
        "请记住",
        (
            "没有网络？继续扫码。全部都会保存，稍后发送。",
            "看屏幕、听声音：没有变绿的产品不能流走。",
            "扫错了产品？马上按“撤销上一个”。",
            "扫码枪没反应？看窗口顶部：扫码枪是否就绪？",
            "离开之前：用工牌或按钮锁定工位。",
        ),
    ),
    Language.VIETNAMESE: CardWords(
        "Thẻ hướng dẫn người vận hành",
        "Xanh: sản phẩm đã được lưu chắc chắn và chỉ gửi lên nền tảng một lần. Đỏ: để sản phẩm này sang một bên.",
        (
            (Sign.TICK, "OK", "Quét sản phẩm tiếp theo. Vạch xanh dương: đã lưu tại máy, sẽ gửi sau."),
            (Sign.ARROWS, "ĐÃ QUÉT RỒI", "Sản phẩm này đã xong. Làm tiếp."),
            (Sign.CROSS, "ĐỂ RIÊNG", "Đặt sản phẩm vào khay đỏ, rồi bấm Đã rõ."),
            (
                Sign.CROSS,
                "SAI SẢN PHẨM",
                "Để sản phẩm sang một bên, rồi bấm Đã rõ. Ba lần liền sẽ dừng chuyền.",
            ),
            (Sign.QUESTION, "KHÔNG PHẢI SN", "Sai nhãn. Hãy quét nhãn có số sê-ri."),
            (Sign.STOP, "DỪNG CHUYỀN", "Gọi tổ trưởng. Từ giờ đến lúc đó không ghi gì."),
            (Sign.STOP, "HẾT HẠN MỨC", "Gọi tổ trưởng để đổi chứng nhận."),
            (Sign.STOP, "CHƯA GHI", "Sản phẩm này CHƯA được lưu. Giữ lại và gọi tổ trưởng."),
        ),
        "Cần nhớ",
        (
            "Mất mạng? Cứ quét tiếp. Mọi thứ đều được lưu và gửi sau.",
            "Nhìn và nghe: sản phẩm chưa hiện xanh thì không được đi tiếp.",
            "Quét nhầm sản phẩm? Bấm Hoàn tác ngay.",
            "Máy quét không phản ứng? Nhìn phía trên cửa sổ: máy quét đã sẵn sàng chưa?",
            "Trước khi rời đi: khóa trạm bằng thẻ hoặc bằng nút.",
        ),
    ),
}
