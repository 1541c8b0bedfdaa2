"""What the keys of a US keyboard type under the keyboard layouts of other countries.

Source: xkeyboard-config (X.Org), the first variant of each layout, read through libxkbcommon; a test compares the
table with the layouts of the machine it runs on.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

DEAD: Final = "\0"
"""A key that types nothing until the next one, which it changes or swallows; or one that types no single character."""

US: Final = (
    "1234567890-=qwertyuiop[]asdfghjkl;'`\\zxcvbnm,./",
    '!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"~|ZXCVBNM<>?',
)
"""The characters of the keys, plain and with Shift, in the order of all rows below."""

LAYOUTS: Final[Mapping[str, tuple[str, str]]] = {
    "British": (
        "1234567890-=qwertyuiop[]asdfghjkl;'`#zxcvbnm,./",
        '!"£$%^&*()_+QWERTYUIOP{}ASDFGHJKL:@¬~ZXCVBNM<>?',
    ),
    "German": (
        "1234567890ß\0qwertzuiopü+asdfghjklöä\0#yxcvbnm,.-",
        "!\"§$%&/()=?\0QWERTZUIOPÜ*ASDFGHJKLÖÄ°'YXCVBNM;:_",
    ),
    "Swiss": (
        "1234567890'\0qwertzuiopü\0asdfghjklöä§$yxcvbnm,.-",
        '+"*ç%&/()=?\0QWERTZUIOPè!ASDFGHJKLéà°£YXCVBNM;:_',
    ),
    "French": (
        "&é\"'(-è_çà)=azertyuiop\0$qsdfghjklmù²*wxcvbn,;:!",
        "1234567890°+AZERTYUIOP\0£QSDFGHJKLM%~µWXCVBN?./§",
    ),
    "Belgian": (
        "&é\"'(§è!çà)-azertyuiop\0$qsdfghjklmù²µwxcvbn,;:=",
        "1234567890°_AZERTYUIOP\0*QSDFGHJKLM%³£WXCVBN?./+",
    ),
    "Spanish": (
        "1234567890'¡qwertyuiop\0+asdfghjklñ\0ºçzxcvbnm,.-",
        '!"·$%&/()=?¿QWERTYUIOP\0*ASDFGHJKLÑ\0ªÇZXCVBNM;:_',
    ),
    "Latin American": (
        "1234567890'¿qwertyuiop\0+asdfghjklñ{|}zxcvbnm,.-",
        '!"#$%&/()=?¡QWERTYUIOP\0*ASDFGHJKLÑ[°]ZXCVBNM;:_',
    ),
    "Portuguese": (
        "1234567890'«qwertyuiop+\0asdfghjklçº\\\0zxcvbnm,.-",
        '!"#$%&/()=?»QWERTYUIOP*\0ASDFGHJKLÇª|\0ZXCVBNM;:_',
    ),
    "Brazilian": (
        "1234567890-=qwertyuiop\0[asdfghjklç\0']zxcvbnm,.;",
        '!@#$%\0&*()_+QWERTYUIOP\0{ASDFGHJKLÇ\0"}ZXCVBNM<>:',
    ),
    "Italian": (
        "1234567890'ìqwertyuiopè+asdfghjklòà\\ùzxcvbnm,.-",
        '!"£$%&/()=?^QWERTYUIOPé*ASDFGHJKLç°|§ZXCVBNM;:_',
    ),
    "Danish": (
        "1234567890+\0qwertyuiopå\0asdfghjklæø½'zxcvbnm,.-",
        '!"#¤%&/()=?\0QWERTYUIOPÅ\0ASDFGHJKLÆØ§*ZXCVBNM;:_',
    ),
    "Norwegian": (
        "1234567890+\\qwertyuiopå\0asdfghjkløæ|'zxcvbnm,.-",
        '!"#¤%&/()=?\0QWERTYUIOPÅ\0ASDFGHJKLØÆ§*ZXCVBNM;:_',
    ),
    "Swedish": (
        "1234567890+\0qwertyuiopå\0asdfghjklöä§'zxcvbnm,.-",
        '!"#¤%&/()=?\0QWERTYUIOPÅ\0ASDFGHJKLÖÄ½*ZXCVBNM;:_',
    ),
    "Czech": (
        "+ěščřžýáíé=\0qwertzuiopú)asdfghjklů§;\0yxcvbnm,.-",
        "1234567890%\0QWERTZUIOP/(ASDFGHJKL\"!\0'YXCVBNM?:_",
    ),
    "Hungarian": (
        "123456789öüóqwertzuiopőúasdfghjkléá0űyxcvbnm,.-",
        "'\"+!%/=()ÖÜÓQWERTZUIOPŐÚASDFGHJKLÉÁ§ŰYXCVBNM?:_",
    ),
    "Croatian": (
        "1234567890'+qwertzuiopšđasdfghjklčć`žyxcvbnm,.-",
        '!"#$%&/()=?*QWERTZUIOPŠĐASDFGHJKLČĆ~ŽYXCVBNM;:_',
    ),
    "Turkish": (
        '1234567890*-qwertyuıopğüasdfghjklşi",zxcvbnmöç.',
        "!'^+%&/()=?_QWERTYUIOPĞÜASDFGHJKLŞİé;ZXCVBNMÖÇ:",
    ),
    "Russian": (
        "1234567890-=йцукенгшщзхъфывапролджэё\\ячсмитьбю.",
        '!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЁ/ЯЧСМИТЬБЮ,',
    ),
    "Greek": (
        "1234567890-=;ςερτυθιοπ[]ασδφγηξκλ\0'`\\ζχψωβνμ,./",
        '!@#$%^&*()_+:ΣΕΡΤΥΘΙΟΠ{}ΑΣΔΦΓΗΞΚΛ\0"~|ΖΧΨΩΒΝΜ<>?',
    ),
    "Vietnamese": (
        "ăâêô\u0300\u0309\u0303\u0301\u0323đ-₫qwertyuiopươasdfghjkl;'`\\zxcvbnm,./",
        'ĂÂÊÔ%^&*(Đ_+QWERTYUIOPƯƠASDFGHJKL:"~|ZXCVBNM<>?',
    ),
    "Japanese": (
        "1234567890-^qwertyuiop@[asdfghjkl;:\0]zxcvbnm,./",
        "!\"#$%&'()~=~QWERTYUIOP`{ASDFGHJKL+*\0}ZXCVBNM<>?",
    ),
    "Hebrew": (
        "1234567890-=/'קראטוןםפ][שדגכעיחלךף,;\\זסבהנמצתץ.",
        '!@#$%^&*)(_+QWERTYUIOP}{ASDFGHJKL:"~|ZXCVBNM><?',
    ),
    "Thai": (
        "ๅ/-ภถ\u0e38\u0e36คตจขชๆไำพะ\u0e31\u0e35รนยบลฟหกดเ\u0e49\u0e48าสวง_ฃผปแอ\u0e34\u0e37ทมใฝ",
        '+๑๒๓๔\u0e39฿๕๖๗๘๙๐"ฎฑธ\u0e4d\u0e4aณฯญฐ,ฤฆฏโฌ\u0e47\u0e4bษศซ.%ฅ()ฉฮ\u0e3a\u0e4c?ฒฬฦ',
    ),
}
"""Name → the rows of the layout."""
