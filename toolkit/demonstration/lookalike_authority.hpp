#pragma once

#include "toolkit/certificates/certificate.hpp"

#include <memory>
#include <string>
#include <vector>

namespace hdskit {

// Authorities and cards that look like those of IGC-Santé and are none: for the demonstration hospital, the tests and the measurements. Their names, numbers
// and extensions have the shape of real ones (docs/formats/cps-certificate.md); no real person or key is behind them.

struct LookalikePerson {
  std::string surname, given_name, national_id, title; ///< title: the profession as cards write it
  std::string organisation, structure_id;              ///< of an employee's card, or of a machine
  std::string pseudonym;                               ///< of a card of service
  int profession = 10, card_type = 0;                  ///< nomenclatures G15 and G02
  int category = 0;                                    ///< nomenclature G01: 0 card, 3 software, with 0x80 of the test hierarchy
  std::string card_number = "2800000001";
  bool authentication = true;     ///< else a signature certificate
  bool critical_stranger = false; ///< with a critical extension that nobody knows
  std::uint64_t serial = 1;
  Instant not_before{std::chrono::sys_seconds{}}, not_after{std::chrono::sys_seconds{}};
};

struct LookalikeRevocation {
  std::uint64_t serial = 0;
  Instant at{std::chrono::sys_seconds{}};
  int reason = -1; ///< none
};

class LookalikeAuthority {
public:
  /// A root that signs itself. `name`: "AC RACINE IGC-SANTE FORT"; with "TEST " before it, one of the test hierarchy. `bits` of its RSA key.
  static LookalikeAuthority root(const std::string& name, int bits, Instant from, Instant to);
  LookalikeAuthority below(const std::string& name, int bits, Instant from, Instant to, std::uint64_t serial) const;
  /// Another key under the same names: what a forger would make.
  LookalikeAuthority forged() const;
  LookalikeAuthority(LookalikeAuthority&&) noexcept;
  LookalikeAuthority& operator=(LookalikeAuthority&&) noexcept;
  ~LookalikeAuthority();

  std::string der() const;
  std::string pem() const;
  std::string key_pem() const;
  std::string issue(const LookalikePerson& person) const;                                                  ///< DER; all cards share leaf_key_pem()
  std::string issue_server(const std::string& host, std::uint64_t serial, Instant from, Instant to) const; ///< DER, for a server on this machine
  static std::string leaf_key_pem();                                                                       ///< PKCS#8 of the key of all cards of this process
  /// DER of a list of this authority. `base`: of a delta list, the number that it completes; 0: a full list.
  std::string list(const std::vector<LookalikeRevocation>& revoked, Instant this_update, Instant next_update, std::uint64_t number,
                   std::uint64_t base = 0) const;

private:
  struct State;
  explicit LookalikeAuthority(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

std::string pem_of(std::string_view der, std::string_view label);

} // namespace hdskit
