#include "toolkit/demonstration/demonstration_cards.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/demonstration/demonstration_backups.hpp"
#include "toolkit/demonstration/demonstration_staff.hpp"
#include "toolkit/demonstration/lookalike_authority.hpp"

namespace hdskit {
namespace {

constexpr int key_bits = 2048; ///< RSA-4096 of the real ones would take seconds to make
constexpr int card_days = 1095, expired_card = 11, first_revoked = 17, second_revoked = 22;

Instant at(Date day) { return Instant::at_midnight(day); }

LookalikePerson card_of(const FictitiousStaff& staff, std::size_t index, Date today) {
  LookalikePerson person;
  person.surname = staff.surname;
  person.given_name = staff.given_name;
  person.national_id = "8" + staff.rpps;
  person.title = staff.job;
  person.profession = staff.profession;
  person.card_number = staff.card_number;
  person.serial = 7000 + index;
  const auto ends = index == expired_card ? today.plus_days(-12) : today.plus_days(static_cast<int>(20 + index * 8));
  person.not_before = at(ends.plus_days(-card_days));
  person.not_after = at(ends);
  return person;
}

} // namespace

DemonstrationCards make_cards(const std::filesystem::path& folder, Date today) {
  constexpr std::size_t holders = 84; // of those who have a card
  const auto from = at(today.plus_days(-3650)), to = at(today.plus_days(3650));
  const auto root = LookalikeAuthority::root("AC RACINE IGC-SANTE FORT", key_bits, from, to);
  const auto issuer = root.below("AC IGC-SANTE FORT PERSONNES", key_bits, from, to, 2);
  for (const auto* name : {"autorites", "cartes", "listes"}) make_private_folder(folder / name);
  DemonstrationCards made{folder / "cartes", folder / "listes" / "ACI-FO-PP.crl", root.der(), issuer.der()};
  write_file(folder / "autorites" / "ACR-FO.cer", made.root);
  write_file(folder / "autorites" / "ACI-FO-PP.cer", made.issuer);
  std::size_t index = 0;
  for (const auto& staff : demonstration_staff()) {
    if (staff.card_number.empty() || index == holders) continue;
    write_file(made.cards / (staff.login + ".cer"), issuer.issue(card_of(staff, index, today)));
    ++index;
  }
  write_file(made.list, issuer.list({{7000 + first_revoked, at(today.plus_days(-20)), 1}, {7000 + second_revoked, at(today.plus_days(-3)), -1}},
                                    at(today.plus_days(-1)), at(today.plus_days(6)), 812));
  write_file(folder / "listes" / "ACR-FO.crl", root.list({}, at(today.plus_days(-30)), at(today.plus_days(60)), 40));
  return made;
}

} // namespace hdskit
