#include "ground/model/name.h"

namespace model {
namespace {

constexpr std::array<std::u32string_view, alphabet_count> letters = {
    U"abcdefghijklmnopqrstuvwxyzçşžñöüäłğř",
    U"абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўјљњћђџ",
    U"aiueokgszSJtdcCnhbpmyrwfvNQ-",
    U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣKNTLMPSGJCXZFH",
    U"ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئةىپچژگ",
    U"אבגדהוזחטיכלמנסעפצקרשת",
    U"abcdefghijklmnopqrstuvwxyz",
};

constexpr std::string_view codes = "LCKHAEP";

}  // namespace

std::u32string_view letters_of(Alphabet alphabet) {
  return letters[static_cast<std::size_t>(alphabet)];
}

std::uint8_t symbol_of(Alphabet alphabet, char32_t letter) {
  const auto at = letters_of(alphabet).find(letter);
  return at == std::u32string_view::npos ? std::uint8_t{255} : static_cast<std::uint8_t>(at);
}

char code_of(Alphabet alphabet) {
  return codes[static_cast<std::size_t>(alphabet)];
}

}  // namespace model
