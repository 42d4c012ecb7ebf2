#include "toolkit/access/review_readers.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <cstring>
#include <unordered_set>

namespace hdskit {
namespace {

constexpr std::string_view card_names[] = {"identifiantnationalcontenudanslacarte identifiantcontenudanslacarte idnatcarte",
                                           "identificationnationalepp identifiantnational idnat idnatps nationalid",
                                           "identifiantpp identifiant rpps numerorpps",
                                           "numerocarte ncarte nocarte numerodecarte carte cardnumber",
                                           "codetypedecarte codetypecarte typedecarte typecarte type",
                                           "libelletypedecarte libelletypecarte",
                                           "codeprofession profession",
                                           "datedebutvalidite datededebutdevalidite debutvalidite datedebut validfrom from",
                                           "datefinvalidite datedefindevalidite finvalidite datefin expiration expirydate validuntil validto until",
                                           "dateopposition datedopposition oppositiondate opposition opposee revocation",
                                           "datedemiseajour datemiseajour misajour"};

constexpr std::string_view directory_names[] = {"identificationnationalepp identificationnationale idnatps idnat",
                                                "typedidentifiantpp typeidentifiantpp typeidentifiant",
                                                "identifiantpp identifiant rpps",
                                                "codeprofession",
                                                "numerofinesssite finesssite",
                                                "numerofinessetablissementjuridique finessetablissementjuridique finessej"};

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using TextSet = std::unordered_set<std::string, TextHash, std::equal_to<>>;

TextSet known_ids(const AccessReview& review) {
  TextSet ids;
  for (const auto& account : review.accounts.accounts)
    if (!account.person.national_id.empty()) ids.insert(account.person.national_id);
  for (const auto& member : review.people.members)
    if (!member.person.national_id.empty()) ids.insert(member.person.national_id);
  return ids;
}

/// The cell number `at` of a line without quotation marks; the line has one cell more than it has separators.
std::string_view cell_at(std::string_view line, int at) {
  if (at < 0) return {};
  for (; at > 0; --at) {
    const auto* next = line.empty() ? nullptr : static_cast<const char*>(std::memchr(line.data(), '|', line.size()));
    if (!next) return {};
    line.remove_prefix(static_cast<std::size_t>(next - line.data()) + 1);
  }
  return line.substr(0, line.find('|'));
}

/// The extract of the directory, each line looked at as far as its identifier, and whole only when an account names that person.
class DirectoryJoin {
public:
  DirectoryJoin(const std::filesystem::path& file, AccessReview& review, const Progress& progress)
      : file_{file}, review_{review}, progress_{progress}, ids_{known_ids(review)} {}

  void take(std::string_view line, std::uint64_t number) {
    if (number == 1) return read_heading(line);
    if (line.empty()) return;
    constexpr std::uint64_t seldom = 1u << 16;
    if (number % seldom == 0) {
      progress_.stop_if_cancelled();
      progress_.tell(tr("Reading the directory"), number, 0);
    }
    ++review_.directory.exercises;
    const auto id = id_in(line);
    if (!ids_.contains(id)) return;
    if (review_.directory.entries.size() == most_joined) refuse_too_many(file_, most_joined);
    const auto text = [&](int column) { return utf8_cell(trimmed(cell_at(line, column))); };
    review_.directory.entries.push_back({std::string{id}, text(profession_), text(site_), text(entity_)});
  }

private:
  void read_heading(std::string_view line) {
    using C = DirectoryColumn;
    CellSplitter splitter{'|', false};
    auto& columns = review_.directory.columns;
    columns = ColumnPlaces{directory_names, splitter.split(line)};
    id_ = columns.index(C::national_id);
    type_ = columns.index(C::identifier_type);
    identifier_ = columns.index(C::identifier);
    profession_ = columns.index(C::profession);
    site_ = columns.index(C::finess_site);
    entity_ = columns.index(C::finess_entity);
    if (id_ < 0 && identifier_ < 0) refuse_missing_column(file_, "Identification nationale PP", directory_names[0]);
  }
  std::string_view id_in(std::string_view line) {
    if (id_ >= 0) return cell_at(line, id_);
    const auto type = cell_at(line, type_), number = cell_at(line, identifier_);
    built_ = type.empty() ? national_id_of(number) : std::string{type} + std::string{number};
    return built_;
  }
  const std::filesystem::path& file_;
  AccessReview& review_;
  const Progress& progress_;
  TextSet ids_;
  int id_ = -1, type_ = -1, identifier_ = -1, profession_ = -1, site_ = -1, entity_ = -1;
  std::string built_;
};

} // namespace

void read_card_holders(const std::filesystem::path& file, AccessReview& review) {
  using C = CardColumn;
  auto& list = review.cards;
  const auto ids = known_ids(review);
  TextSet numbers;
  for (const auto& account : review.accounts.accounts)
    if (!account.card_number.empty()) numbers.insert(account.card_number);
  std::optional<Date> updated;
  auto trace = read_records(file, card_names, list.columns, [&](const auto& cells, std::uint64_t) {
    const auto cell = [&](C column) { return list.columns.cell(column, cells); };
    ++list.cards;
    if (const auto day = day_in(cell(C::updated)); day && (!updated || *updated < *day)) updated = day;
    std::string id;
    for (const auto column : {C::contained_id, C::national_id, C::identifier})
      if (id.empty()) id = national_id_of(utf8_cell(cell(column)));
    if (!ids.contains(id) && !numbers.contains(cell(C::number))) return;
    if (list.holders.size() == most_joined) refuse_too_many(file, most_joined);
    const auto type = cell(C::type), label = cell(C::type_label);
    list.holders.push_back({.national_id = std::move(id),
                            .number = utf8_cell(cell(C::number)),
                            .type = utf8_cell(is_employees_card(label) || type.empty() ? label : type),
                            .profession = utf8_cell(cell(C::profession)),
                            .from = day_in(cell(C::from)),
                            .until = day_in(cell(C::until)),
                            .opposed = day_in(cell(C::opposed))});
  });
  const bool joins = list.columns.has(C::contained_id) || list.columns.has(C::national_id) || list.columns.has(C::identifier) || list.columns.has(C::number);
  if (!joins) refuse_missing_column(file, "Identifiant PP", card_names[2]);
  if (updated) trace.dated = updated;
  review.inputs.push_back({ReviewSource::cards, std::move(trace)});
}

void read_directory(const std::filesystem::path& file, AccessReview& review, const Progress& progress) {
  DirectoryJoin join{file, review, progress};
  auto trace = read_lines(file, [&](std::string_view line, std::uint64_t number) { join.take(line, number); });
  if (trace.lines == 0)
    throw Problem{ProblemKind::bad_input, file.string(), tr("The file is empty: a line of headings is expected."), tr("Download the extract again.")};
  trace.lines = review.directory.exercises;
  review.inputs.push_back({ReviewSource::directory, std::move(trace)});
}

} // namespace hdskit
