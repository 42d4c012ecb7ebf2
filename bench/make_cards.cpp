#include "toolkit/base/file.hpp"
#include "toolkit/demonstration/lookalike_authority.hpp"

#include <cstdio>
#include <cstdlib>

// Writes a hierarchy that looks like that of IGC-Santé, signed with RSA-4096: cards, one file each, and a revocation list.
// Usage: make_cards FOLDER CARDS REVOKED

using namespace hdskit;

int main(int argc, char** argv) {
  if (argc != 4) return EXIT_FAILURE;
  const std::filesystem::path folder{argv[1]};
  const auto cards = static_cast<std::uint64_t>(std::atoll(argv[2])), revoked = static_cast<std::uint64_t>(std::atoll(argv[3]));
  constexpr int bits = 4096;
  constexpr std::uint64_t every = 20, expired_every = 50; // one card in twenty is revoked, one in fifty has expired
  const auto at = [](const char* text) { return *Instant::parse(text); };
  const auto root = LookalikeAuthority::root("AC RACINE IGC-SANTE FORT", bits, at("2013-06-25T00:00:00Z"), at("2033-06-25T00:00:00Z"));
  const auto persons = root.below("AC IGC-SANTE FORT PERSONNES", bits, at("2013-06-25T00:00:00Z"), at("2033-06-24T00:00:00Z"), 2);
  std::filesystem::create_directories(folder / "cards");
  constexpr std::uint64_t step = 0x9e3779b97f4a7c15u; // serials far apart, as those of real authorities are
  std::vector<LookalikeRevocation> list;
  for (std::uint64_t i = 0; i < cards; ++i) {
    LookalikePerson person;
    person.surname = "EXEMPLE" + std::to_string(i);
    person.given_name = "Ada";
    person.national_id = "8" + std::to_string(99'700'000'000u + i);
    person.title = "Médecin";
    person.serial = (i + 1) * step;
    person.not_before = at("2024-01-01T00:00:00Z");
    person.not_after = i % expired_every == 7 ? at("2026-06-01T00:00:00Z") : at("2027-06-01T00:00:00Z");
    if (i % every == 0) list.push_back({person.serial, at("2026-05-04T08:00:00Z"), 1});
    write_file(folder / "cards" / (std::to_string(i) + ".pem"), pem_of(persons.issue(person), "CERTIFICATE"));
  }
  for (std::uint64_t i = list.size(); i < revoked; ++i) list.push_back({(cards + i + 1) * step, at("2025-05-04T08:00:00Z"), 1});
  write_file(folder / "list.crl", persons.list(list, at("2026-11-22T00:00:00Z"), at("2026-11-29T00:00:00Z"), 1));
  write_file(folder / "anchors.pem", root.pem() + persons.pem());
  return EXIT_SUCCESS;
}
