"""Words are whole in every script: vowel signs, points and joiners belong to them."""

from __future__ import annotations

import pytest

from newsclean.measure.class_names import key
from newsclean.phrases.find import find_cues
from newsclean.phrases.fold import fold, tokens, words_in
from newsclean.phrases.lexicon import compile_cues
from newsclean.read.meta.titles import plain

UNCHANGED = [
    pytest.param("The pumps' flow-rate", ["The", "pumps", "flow", "rate"], id="en"),
    pytest.param("Café im Hafen – 3 Boote", ["Café", "im", "Hafen", "3", "Boote"], id="composed accents"),
    pytest.param("항구에 펌프가 왔다.", ["항구에", "펌프가", "왔다"], id="ko"),
    pytest.param("港に、ポンプ", ["港に", "ポンプ"], id="ja"),
    pytest.param("水泵，到港", ["水泵", "到港"], id="zh"),
    pytest.param("저작권자ⓒ 항구", ["저작권자", "항구"], id="a sign in a ring is no letter"),
    pytest.param("कⓒ", ["क"], id="nor beside marks"),
    pytest.param("⭐\ufe0f نشر", ["نشر"], id="a sign's variation selector is no word"),
]
MARKED = [
    pytest.param("নদীর ঘাটে পাম্প এল", ["নদীর", "ঘাটে", "পাম্প", "এল"], id="bn"),
    pytest.param("नदी में नये पंप।", ["नदी", "में", "नये", "पंप"], id="hi"),
    pytest.param("ஆற்றில் புதிய பம்பு", ["ஆற்றில்", "புதிய", "பம்பு"], id="ta"),
    pytest.param("ที่นี่ น้ำ", ["ที่นี่", "น้ำ"], id="th"),
    pytest.param("كَتَبَ، الوَلَدُ", ["كَتَبَ", "الوَلَدُ"], id="ar with harakat"),
    pytest.param("او می\u200cرود.", ["او", "می\u200cرود"], id="fa with a joiner"),
    pytest.param("یہ اُردو ہے", ["یہ", "اُردو", "ہے"], id="ur"),
    pytest.param("שָׁלוֹם לַנָּמֵל", ["שָׁלוֹם", "לַנָּמֵל"], id="he with niqqud"),
    pytest.param("cafe\u0301 noir", ["cafe\u0301", "noir"], id="an accent apart"),
]
PHRASES = [
    pytest.param("আরও পড়ুন", "আরও পড়ুন: নদীর ঘাট", "আরও পড়ুনি নদীর ঘাট", id="bn"),
    pytest.param("यह भी पढ़ें", "यह भी पढ़ें: नदी", "यह भी पढ़ेंगे नदी", id="hi"),
    pytest.param("மேலும் படிக்க", "மேலும் படிக்க: ஆறு", "மேலும் படிக்கு ஆறு", id="ta"),
    pytest.param("اقرأ أيضا", "اقرأ أيضا: الميناء", "اقرأ أيضاَ الميناء", id="ar"),
]


@pytest.mark.parametrize(("text", "expected"), UNCHANGED + MARKED)
def test_words_are_whole(text: str, expected: list[str]) -> None:
    """Each word is found once, with all that is written on it, and no sign between words is one."""
    assert words_in(text) == expected
    assert tokens(text) == [word.lower() for word in expected]


@pytest.mark.parametrize(("phrase", "shown", "inside"), PHRASES)
def test_a_phrase_is_whole_words(phrase: str, shown: str, inside: str) -> None:
    """A phrase opens a line in its script; a vowel sign more makes another word of its last."""
    lexicon = compile_cues([("starts", "promo", "xx", fold(phrase))])
    for line, n in ((fold(inside), 0), (fold(shown), 1)):
        assert len(find_cues(lexicon, line, tokens(line), unspaced=False)) == n, line


@pytest.mark.parametrize("same_letters", [key, plain])
def test_vowel_signs_tell_texts_apart(same_letters: object) -> None:
    """Two words that differ in a vowel sign alone are not the same letters; two that differ in stops are."""
    assert callable(same_letters)
    assert same_letters("की") != same_letters("के")
    assert same_letters("नदी, में") == same_letters("नदी में!")
