#include "steps/normalise/skeleton.h"

#include <array>
#include <cstddef>

namespace normalise {
namespace {

constexpr bool is_open_sound(char letter) {
  return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u' ||
         letter == 'y';
}

/// The second letter of any cluster.
constexpr bool may_join(char letter) {
  return letter == 'h' || letter == 's' || letter == 'c' || letter == 'z' || letter == 'j' ||
         letter == 'k' || letter == 'w';
}

/// Letters that are one sound together; the longest that fits is taken.
struct Cluster {
  std::string_view letters, classes;
};
constexpr std::array<Cluster, 20> clusters = {
    {{"shch", "SS"}, {"tsch", "S"}, {"sch", "S"}, {"tch", "S"}, {"chr", "KR"},
     {"chl", "KR"},  {"sh", "S"},   {"zh", "S"},  {"ch", "S"},  {"ts", "S"},
     {"tz", "S"},    {"cz", "S"},   {"dz", "S"},  {"dj", "S"},  {"kh", "H"},
     {"gh", "K"},    {"ph", "P"},   {"ck", "K"},  {"kw", "K"},  {"gw", "K"}}};

/// The class of a letter that is no part of a cluster: names come by the ten million, and a table
/// is faster than a choice.
constexpr char silent = '\0', by_neighbours = '?';
constexpr std::array<char, 128> lone_classes = [] {
  std::array<char, 128> table{};
  const auto set = [&table](std::string_view letters, char as) {
    for (const char letter : letters)
      table[static_cast<std::size_t>(letter)] = as;
  };
  set("bfpvw", 'P');
  set("d", 'T');
  set("k", 'K');
  set("szj", 'S');
  set("lr", 'R');
  set("n", 'N');
  set("tcgqxmh", by_neighbours);
  return table;
}();

constexpr char lone_class(char letter) {
  const auto code = static_cast<unsigned char>(letter);
  return code < lone_classes.size() ? lone_classes[code] : silent;
}

struct Written {
  std::string classes;

  void operator+=(char one) { classes += one; }
};

/// Multiplied and added, so that the order counts.
struct Hashed {
  SkeletonHash out;

  void operator+=(char one) {
    out.hash = (out.hash + static_cast<unsigned char>(one)) * 0x9E3779B97F4A7C15U;
    ++out.length;
  }
};

template <class Classes>
class Reader {
 public:
  explicit Reader(std::string_view word) : word_(word) {}

  Classes read() {
    while (at_ < word_.size())
      step();
    return std::move(classes_);
  }

 private:
  char before() const { return at_ == 0 ? '\0' : word_[at_ - 1]; }
  char after(std::size_t count = 1) const {
    return at_ + count < word_.size() ? word_[at_ + count] : '\0';
  }

  void step() {
    if (const char letter = word_[at_]; letter == before() && !is_open_sound(letter)) {
      ++at_;
      return;
    }
    if (may_join(after()) && take_cluster()) return;
    const char lone = lone_class(word_[at_]);
    if (lone == by_neighbours)
      letter_by_neighbours();
    else if (lone != silent)
      classes_ += lone;
    else if (at_ == 0 && is_open_sound(word_[at_]))
      classes_ += 'A';
    ++at_;
  }

  bool take_cluster() {
    for (const auto& [letters, classes] : clusters)
      if (letters.front() == word_[at_] && word_.substr(at_).starts_with(letters)) {
        for (const char one : classes)
          classes_ += one;
        at_ += letters.size();
        return true;
      }
    return false;
  }

  void letter_by_neighbours() {
    switch (word_[at_]) {
      case 't':
        return t();
      case 'c':
        classes_ += after() == 'e' || after() == 'i' || after() == 'y' ? 'S' : 'K';
        return;
      case 'g':
        // Wang and Ming end in a plain n in kana, Washington has one too.
        if (before() != 'n' || is_open_sound(after())) classes_ += 'K';
        return;
      case 'q':
        classes_ += after() == 'i' ? 'S' : 'K';
        return;
      case 'x':
        if (at_ != 0) classes_ += 'K';
        classes_ += 'S';
        return;
      case 'm':
        classes_ += after() == 'b' || after() == 'p' ? 'N' : 'M';
        return;
      default:
        if (is_open_sound(after())) classes_ += 'H';
        return;
    }
  }

  /// th: Thomas, but Smith.
  void t() {
    if (after() != 'h') {
      classes_ += 'T';
      return;
    }
    classes_ += at_ == 0 ? 'T' : 'S';
    ++at_;
  }

  std::string_view word_;
  std::size_t at_ = 0;
  Classes classes_;
};

}  // namespace

std::string skeleton_of(std::string_view latin_word) {
  return Reader<Written>(latin_word).read().classes;
}

SkeletonHash skeleton_hash_of(std::string_view latin_word) {
  return Reader<Hashed>(latin_word).read().out;
}

}  // namespace normalise
