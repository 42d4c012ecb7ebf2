#include "toolkit/certificates/revocation_list.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/certificates/der.hpp"
#include "toolkit/certificates/pem.hpp"

#include <array>
#include <bit>
#include <cstring>

namespace hdskit {
namespace {

using namespace std::string_view_literals;

constexpr std::uint64_t largest_list = 1u << 30; ///< bytes: twenty million entries
constexpr std::uint8_t extensions_tag = 0xa0, key_id_tag = 0x80;
constexpr auto reason_oid = "\x55\x1d\x15"sv, entry_issuer_oid = "\x55\x1d\x1d"sv, invalidity_oid = "\x55\x1d\x18"sv, number_oid = "\x55\x1d\x14"sv,
               base_oid = "\x55\x1d\x1b"sv, scope_oid = "\x55\x1d\x1c"sv, authority_key_oid = "\x55\x1d\x23"sv, freshest_oid = "\x55\x1d\x2e"sv;

Serial serial_in(DerReader& entry) {
  const auto serial = Serial::of_bytes(der_magnitude(entry.expect(DerTag::integer)));
  if (!serial) refuse_der(marked("a serial number has more than 20 bytes"));
  return *serial;
}

std::size_t hash_of(const Serial& serial) {
  std::uint64_t high = 0, low = 0;
  std::memcpy(&high, serial.bytes().data() + 4, sizeof high);
  std::memcpy(&low, serial.bytes().data() + 12, sizeof low);
  std::uint64_t mixed = (high ^ std::rotl(low, 29)) * 0x9e3779b97f4a7c15u; // Fibonacci hashing (Knuth, volume 3, 6.4)
  mixed ^= mixed >> 32;
  return static_cast<std::size_t>(mixed * 0xd6e8feb86659fd93u >> 16);
}

void read_reason(DerReader extensions, Revocation& revocation) {
  while (!extensions.at_end()) {
    auto extension = extensions.inside(DerTag::sequence);
    const auto oid = extension.expect(DerTag::oid).content;
    const auto critical = extension.take_if(DerTag::boolean);
    const auto value = extension.expect(DerTag::octet_string).content;
    if (oid == reason_oid) {
      const auto reason = whole_element(value);
      if (!reason.is(DerTag::enumerated) || reason.content.size() != 1) refuse_der(marked("an element is of another kind than expected"));
      revocation.reason = static_cast<std::uint8_t>(reason.content[0]);
    } else if (oid == entry_issuer_oid) refuse_der(marked("the list speaks of certificates of several issuers"));
    else if (oid != invalidity_oid && critical && der_boolean(*critical)) refuse_der(marked("a critical extension is not known"));
  }
}

Revocation revocation_in(DerReader& entry) {
  Revocation revocation;
  revocation.at = der_time(entry.next());
  if (const auto extensions = entry.take_if(DerTag::sequence)) read_reason(DerReader{extensions->content}, revocation);
  entry.expect_end();
  return revocation;
}

} // namespace

std::string reason_text(int reason) {
  switch (reason) {
    case 1: return tr("key compromised");
    case 2: return tr("authority compromised");
    case 3: return tr("affiliation changed");
    case 4: return tr("replaced");
    case 5: return tr("no longer in use");
    case 6: return tr("on hold");
    case 8: return tr("removed from the list");
    case 9: return tr("right withdrawn");
    case 10: return tr("attribute authority compromised");
    default: return tr("no reason given");
  }
}

RevocationList RevocationList::open(const std::filesystem::path& file) {
  try {
    return of_bytes(read_file(file, largest_list));
  } catch (const Problem& problem) {
    if (problem.kind() != ProblemKind::damaged) throw;
    throw Problem{ProblemKind::damaged, file.string(), tr("“{1}” is no sound revocation list. {2}", {file.string(), problem.what()}),
                  tr("Download the list again from its authority.")};
  }
}

RevocationList RevocationList::of_bytes(std::string bytes) {
  RevocationList list;
  if (auto decoded = decode_pem(bytes, "X509 CRL")) bytes = std::move(*decoded);
  list.bytes_ = std::make_unique<const std::string>(std::move(bytes));
  list.read();
  return list;
}

void RevocationList::read() {
  DerReader reader{whole_element(*bytes_).content};
  const auto signed_part = reader.expect(DerTag::sequence);
  signed_part_ = signed_part.whole;
  signature_algorithm_ = reader.expect(DerTag::sequence).whole;
  unsigned unused = 0;
  signature_ = der_bits(reader.next(), unused);
  reader.expect_end();
  DerReader list{signed_part.content};
  if (const auto version = list.take_if(DerTag::integer); version && der_small_integer(*version) != 1) refuse_der(marked("the version is not known"));
  if (list.expect(DerTag::sequence).whole != signature_algorithm_) refuse_der(marked("the two signature algorithms differ"));
  issuer_ = list.expect(DerTag::sequence).whole;
  this_update_ = der_time(list.next());
  for (const auto tag : {DerTag::utc_time, DerTag::generalised_time})
    if (const auto next = list.take_if(tag)) next_update_ = der_time(*next);
  if (const auto entries = list.take_if(DerTag::sequence)) read_entries(entries->content);
  if (const auto extensions = list.take_if(extensions_tag)) read_extensions(whole_element(extensions->content).content);
  list.expect_end();
}

/// Places in a table larger than the processor's memory are asked for some entries ahead, so that they have come when their turn does.
class RevocationList::SlotWriter {
public:
  explicit SlotWriter(std::vector<std::uint32_t>& slots) : slots_{slots}, mask_{slots.size() - 1} {}
  ~SlotWriter() {
    for (std::size_t i = 0; i < ahead; ++i) put(waiting_[(next_ + i) % ahead]);
  }
  SlotWriter(const SlotWriter&) = delete;
  SlotWriter& operator=(const SlotWriter&) = delete;

  void add(const Serial& serial, std::size_t place) {
    auto& oldest = waiting_[next_];
    next_ = (next_ + 1) % ahead;
    put(oldest);
    oldest = {hash_of(serial) & mask_, static_cast<std::uint32_t>(place + 1)};
    __builtin_prefetch(&slots_[oldest.slot], 1);
  }

private:
  static constexpr std::size_t ahead = 32;
  struct Entry {
    std::size_t slot = 0;
    std::uint32_t value = 0; ///< 0: none
  };
  void put(const Entry& entry) {
    if (entry.value == 0) return;
    auto slot = entry.slot;
    while (slots_[slot] != 0) slot = (slot + 1) & mask_;
    slots_[slot] = entry.value;
  }
  std::vector<std::uint32_t>& slots_;
  const std::size_t mask_;
  std::array<Entry, ahead> waiting_{};
  std::size_t next_ = 0;
};

void RevocationList::read_entries(std::string_view entries) {
  entries_ = entries;
  for (DerReader reader{entries}; !reader.at_end(); ++size_) reader.expect(DerTag::sequence);
  slots_.assign(std::bit_ceil(2 * size_ + 2), 0); // at most half full
  SlotWriter writer{slots_};
  for (DerReader reader{entries}; !reader.at_end();) {
    const auto entry = reader.expect(DerTag::sequence);
    DerReader parts{entry.content};
    const auto serial = serial_in(parts);
    revocation_in(parts);
    writer.add(serial, static_cast<std::size_t>(entry.whole.data() - entries.data()));
  }
}

void RevocationList::read_extensions(std::string_view extensions) {
  for (DerReader reader{extensions}; !reader.at_end();) {
    auto extension = reader.inside(DerTag::sequence);
    const auto oid = extension.expect(DerTag::oid).content;
    const auto critical = extension.take_if(DerTag::boolean);
    const auto value = extension.expect(DerTag::octet_string).content;
    extension.expect_end();
    if (oid == number_oid || oid == base_oid) {
      DerReader number{value};
      (oid == number_oid ? number_ : base_) = serial_in(number);
    } else if (oid == authority_key_oid) {
      if (const auto key = DerReader{whole_element(value).content}.take_if(key_id_tag)) authority_key_ = key->content;
    } else if (oid == scope_oid) refuse_der(marked("the list speaks of a part of the certificates only"));
    else if (oid != freshest_oid && critical && der_boolean(*critical)) refuse_der(marked("a critical extension is not known"));
  }
}

std::optional<Revocation> RevocationList::find(const Serial& serial) const {
  if (const auto found = changed_.find(serial); found != changed_.end()) return found->second;
  if (slots_.empty()) return std::nullopt;
  const auto mask = slots_.size() - 1;
  for (auto slot = hash_of(serial) & mask; slots_[slot] != 0; slot = (slot + 1) & mask) {
    DerReader entry{DerReader{entries_.substr(slots_[slot] - 1)}.expect(DerTag::sequence).content};
    if (serial_in(entry) == serial) return revocation_in(entry);
  }
  return std::nullopt;
}

void RevocationList::apply(const RevocationList& delta) {
  const auto refuse = [](const std::string& why) { throw Problem{ProblemKind::bad_input, "", why, tr("Use a delta list of the same authority and age.")}; };
  if (!delta.base_) refuse(tr("The list is no delta list."));
  if (delta.issuer_ != issuer_) refuse(tr("The delta list is of another authority."));
  if (!number_ || *delta.base_ > *number_) refuse(tr("The delta list begins after the list that it completes."));
  constexpr int removed = 8;
  for (DerReader reader{delta.entries_}; !reader.at_end();) {
    DerReader entry{reader.expect(DerTag::sequence).content};
    const auto serial = serial_in(entry);
    const auto revocation = revocation_in(entry);
    changed_[serial] = revocation.reason == removed ? std::nullopt : std::optional{revocation};
  }
  this_update_ = std::max(this_update_, delta.this_update_);
  next_update_ = delta.next_update_;
  number_ = delta.number_;
}

} // namespace hdskit
