#pragma once

#include <optional>
#include <string>
#include <utility>

#include "ground/model/alert.h"
#include "ground/model/lesson.h"
#include "ground/model/marking.h"

namespace share {

/// Who would see something, by the reach that TLP 2.0 speaks of.
struct Audience {
  enum class Reach {
    named,         ///< officers of an organisation that was named as recipient
    own_staff,     ///< all staff of such an organisation
    clients,       ///< of the desk: firms and police it works with, not named
    community,     ///< everybody in the field, not in public
    public_page,   ///< the whole world
    issuing_desk,  ///< the desk that made it
  };
  Reach reach = Reach::public_page;
  std::string organisation_key;  ///< whose; "" for community and public page
  bool operator==(const Audience&) const = default;
};

/// What the receiver may do with it (PAP), weakest first.
enum class Purpose {
  look,            ///< read it
  check_inside,    ///< search own logs
  warn_by_method,  ///< tell staff how the approach goes
  publish
};

/// A value that was judged fit for one audience. Only clear_for makes one; what leaves the
/// house takes Cleared<T> and nothing else.
template <class T>
class Cleared {
 public:
  [[nodiscard]] const T& value() const { return value_; }
  [[nodiscard]] const Audience& audience() const { return audience_; }

 private:
  Cleared(T value, Audience audience) : value_(std::move(value)), audience_(std::move(audience)) {}
  friend std::optional<Cleared<model::Alert>> clear_for(model::Alert, Audience);
  friend std::optional<Cleared<model::Delivery>> clear_for(model::Delivery, const model::Alert&,
                                                           Audience);
  friend std::optional<Cleared<model::Lesson>> clear_for(model::Lesson, Audience);
  T value_;
  Audience audience_;
};

/// TLP 2.0: RED for named recipients, AMBER+STRICT for their own organisation too, AMBER for
/// clients, GREEN for the community, CLEAR for all. The issuing desk sees everything.
[[nodiscard]] bool allows(model::Tlp tlp, Audience::Reach reach);

/// PAP: RED look only; AMBER also check inside; GREEN also warn staff by name of method; CLEAR
/// publish.
[[nodiscard]] bool allows(model::Pap pap, Purpose purpose);

/// An alert for an audience, or nothing when its marking or its list of recipients does not
/// allow it. For `named` the organisation must stand in the audience and not be excluded; for
/// all staff only the staff version is left (no personal data, so TLP does not bound it), and
/// PAP must allow warning. The copy carries neither the sources, nor the other recipients, nor who
/// worked on it, nor the contrary evidence, except for the issuing desk.
[[nodiscard]] std::optional<Cleared<model::Alert>> clear_for(model::Alert alert, Audience audience);

/// A recipient's own delivery, by the same rules.
[[nodiscard]] std::optional<Cleared<model::Delivery>> clear_for(model::Delivery delivery,
                                                                const model::Alert& alert,
                                                                Audience audience);

/// What a lesson rests on and who worked on it stays in the house.
void hide_handling(model::Lesson& lesson);

/// A lesson as it is told, approved or withdrawn since, without its handling. Nothing for a draft,
/// for what another hub made (its own bundles bring it), and where TLP does not reach.
[[nodiscard]] std::optional<Cleared<model::Lesson>> clear_for(model::Lesson lesson,
                                                              Audience audience);

}  // namespace share
