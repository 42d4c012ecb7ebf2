#pragma once

#include "toolkit/certificates/certificate.hpp"

#include <map>
#include <memory>

namespace hdskit {

struct Revocation {
  std::optional<Instant> at;
  std::optional<int> reason; ///< RFC 5280 5.3.1: 0 unspecified, 1 key compromise, … 6 hold, 8 removed from the list
};
std::string reason_text(int reason);

/// A certificate revocation list (RFC 5280 5), DER or PEM, with an index of its serials: a list of a million entries takes about a tenth of a second and the
/// size of its file and 8 MB of memory.
class RevocationList {
public:
  /// Strict. Refuses critical extensions that we do not know, indirect lists, and lists of a part of the certificates or reasons. Throws Problem with the file.
  static RevocationList open(const std::filesystem::path& file);
  static RevocationList of_bytes(std::string bytes); ///< Throws Problem damaged

  std::string_view issuer() const { return issuer_; } ///< DER
  Instant this_update() const { return this_update_; }
  std::optional<Instant> next_update() const { return next_update_; }
  const std::optional<Serial>& number() const { return number_; }
  const std::optional<Serial>& base() const { return base_; } ///< of a delta list
  std::size_t size() const { return size_; }                  ///< entries
  std::string_view authority_key() const { return authority_key_; }
  std::string_view signed_part() const { return signed_part_; }
  std::string_view signature() const { return signature_; }
  std::string_view signature_algorithm() const { return signature_algorithm_; }

  std::optional<Revocation> find(const Serial& serial) const;
  /// Takes the entries of a delta list of the same issuer whose base is not newer than this list's number, and its dates. Throws Problem bad_input.
  void apply(const RevocationList& delta);

  RevocationList(RevocationList&&) noexcept = default;
  RevocationList& operator=(RevocationList&&) noexcept = default;

private:
  class SlotWriter;
  RevocationList() = default;
  void read();
  void read_entries(std::string_view entries);
  void read_extensions(std::string_view extensions);

  std::unique_ptr<const std::string> bytes_; ///< its address stays when this is moved: views point into it
  std::string_view signed_part_, signature_, signature_algorithm_, issuer_, authority_key_, entries_;
  Instant this_update_{std::chrono::sys_seconds{}};
  std::optional<Instant> next_update_;
  std::optional<Serial> number_, base_;
  std::size_t size_ = 0;
  std::vector<std::uint32_t> slots_;                    ///< places of entries in `entries_` plus one, by hash of the serial; 0: free
  std::map<Serial, std::optional<Revocation>> changed_; ///< by delta lists; nothing: removed from the list
};

} // namespace hdskit
