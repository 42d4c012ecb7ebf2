#pragma once

#include "toolkit/access/delimited_reader.hpp"
#include "toolkit/access/directory_answers.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace hdskit {

// The review of who may enter: what the applications, human resources, the card holders, the directory and the access logs say, and what follows.

// ---- a person

/// What joins the sources. `national_id` is idNat_PS: "8" + RPPS, "0" + ADELI, or a number of structure with its rank.
struct PersonKey {
  std::string national_id; ///< "" when none is written or it is unsound
  std::string stated;      ///< as it was written
  std::string matricule;   ///< of human resources, folded
  std::string name;        ///< person_name_key(): words without accents, in their order of the alphabet
  bool unsound() const { return national_id.empty() && !stated.empty(); }
  bool joinable() const { return !national_id.empty() || !matricule.empty(); }
};

/// An RPPS (11 digits), an ADELI number (9) or a whole idNat_PS as idNat_PS; "" when it is none of them or a key is wrong.
std::string national_id_of(std::string_view text);
std::string person_name_key(std::string_view name); ///< "Émile Zola" and "ZOLA Emile" give the same
std::string folded_word(std::string_view text);
std::string family_key(std::string_view name); ///< of a family name: words without accents or punctuation, in the order they are written
/// Whether the words of `phrase` follow each other in `text`, whatever case and accents: "Infirmier (IDE)" says "ide", "accident" does not.
bool says_words(std::string_view text, std::string_view phrase);

// ---- accounts

enum class AccountState { active, suspended, closed };

/// How an account is entered.
struct AccountMeans {
  bool card = false, e_cps = false, federation = false, second_factor = false, password = false;
  bool told() const { return card || e_cps || federation || second_factor || password; }
  bool strong() const { return card || e_cps || federation || second_factor; }
};
AccountMeans means_of(std::string_view text);

struct Account {
  std::string application, login, name, role, owner, card_number;
  std::string family; ///< family_key(); "" when the table does not tell it from the given name
  PersonKey person;
  AccountState state = AccountState::active;
  std::optional<Date> last_login;
  AccountMeans means;
  bool privileged = false, technical = false;
  std::uint64_t line = 0;
  std::string subject() const { return application.empty() ? login : application + "/" + login; }
  bool active() const { return state == AccountState::active; }
};
enum class AccountColumn {
  application,
  login,
  name,
  given_name,
  rpps,
  adeli,
  national_id,
  matricule,
  role,
  state,
  last_login,
  means,
  card_number,
  privileged,
  technical,
  owner
};
struct AccountList {
  std::vector<Account> accounts;
  ColumnPlaces columns;
};

// ---- human resources

struct StaffMember {
  PersonKey person;
  std::string matricule, name, unit, profession, patient; ///< patient: the person's own number as a patient, when the export has it
  std::string family;                                     ///< as in Account
  std::optional<Date> arrival, departure;
};
enum class StaffColumn { matricule, name, given_name, rpps, adeli, national_id, arrival, departure, unit, profession, patient };
struct StaffList {
  std::vector<StaffMember> members;
  ColumnPlaces columns;
};

// ---- cards

struct CardHolder {
  std::string national_id, number, type, profession;
  std::optional<Date> from, until, opposed;
  bool told_by_directory = false;           ///< by the interface, which tells no opposition
  std::optional<Date> ended(Date at) const; ///< the day from which it no longer counts, when that is before `at` or on it
};
enum class CardColumn { contained_id, national_id, identifier, number, type, type_label, profession, from, until, opposed, updated };
struct CardList {
  std::vector<CardHolder> holders; ///< only of persons or cards that accounts or staff name
  std::uint64_t cards = 0;         ///< in the file
  ColumnPlaces columns;
};

// ---- directory

bool is_employees_card(std::string_view type); ///< CPE, CDE, CPA or CDA, as a word or as code of nomenclature G02

/// An exercise of a professional, as the open extract has it.
struct DirectoryEntry {
  std::string national_id, profession, finess_site, finess_entity;
};
enum class DirectoryColumn { national_id, identifier_type, identifier, profession, finess_site, finess_entity };
struct DirectoryExtract {
  std::vector<DirectoryEntry> entries; ///< only of persons that accounts name
  std::uint64_t exercises = 0;         ///< in the file
  ColumnPlaces columns;
};
/// What the FHIR interface of the directory answered, and the same as exercises and cards.
struct DirectoryReplies {
  DirectoryAnswers answers;
  std::vector<DirectoryEntry> entries; ///< of persons whom the directory calls active
  std::vector<CardHolder> cards;       ///< by their dates alone: no opposition is told
};

// ---- use

enum class LogColumn { moment, login, role, patient, action, means, workstation, mode, reason };

/// What the logs say of one login: numbers only, however many lines there are.
struct LoginUse {
  std::string login;
  std::uint64_t events = 0;
  std::int64_t first = 0, last = 0; ///< seconds since 1970, as the log writes its hours
  std::uint64_t alternations = 0;   ///< came back to a workstation left for another within the policy's minutes
  std::uint64_t bursts = 0;         ///< hours with more patients than the policy's number
  std::uint64_t most_patients = 0;  ///< in one hour; counted up to a little more than the policy's number
  std::uint64_t break_glass = 0, without_reason = 0;
  std::uint64_t after_departure = 0, outside_team = 0, own_record = 0;
  bool care_known = false; ///< stays are given and the person's unit is known: accesses below without a stay of the patient there are outside the care team
  std::uint64_t colleague = 0, namesake = 0;      ///< patients who are staff; who bear the family name: outside the care team, or all when it is not known
  std::uint64_t watched = 0, watched_in_care = 0; ///< patients under reinforced protection: outside the care team or not known, inside it
  std::uint64_t first_colleague = 0, first_namesake = 0, first_watched = 0;                                                                    ///< lines
  std::uint64_t first_alternation = 0, first_burst = 0, first_without_reason = 0, first_after_departure = 0, first_outside = 0, first_own = 0; ///< lines
};
struct LogReview {
  std::vector<LoginUse> logins;
  std::uint64_t unreadable = 0; ///< messages that are no audit message
  std::uint64_t lines = 0, undated = 0, unattributed = 0, backward = 0, future = 0;
  std::int64_t first = 0, last = 0, largest_gap = 0, gap_from = 0; ///< seconds
  std::array<bool, 9> columns{};                                   ///< by LogColumn: those that every log has
  bool has(LogColumn column) const { return columns[static_cast<std::size_t>(column)]; }
  const LoginUse* of(std::string_view login) const;
  std::map<std::string, std::size_t, std::less<>> places; ///< by folded login
};

/// A patient in a unit.
struct Stay {
  std::string patient, unit; ///< the patient as written, the unit folded
  Date from;
  std::optional<Date> until;
  std::uint64_t name = 0, birth_name = 0; ///< text_hash() of family_key(), so that no name is kept; 0: none
};

/// A patient under reinforced protection: known to the public, member of the staff who asked for it, sensitive case.
struct WatchedPatient {
  std::string patient;
  std::optional<Date> from, until;
  std::uint64_t name = 0, birth_name = 0; ///< as in Stay
};

std::uint64_t text_hash(std::string_view text); ///< of this run of the program only; 0 for ""

// ---- last campaign

enum class DecisionColumn { application, login, decision, reviewer, day, evidence, done };
struct ReviewDecision {
  std::string application, login, decision, reviewer, evidence;
  std::optional<Date> day, done;
};
struct DecisionList {
  std::vector<ReviewDecision> decisions;
  ColumnPlaces columns;
};

// ---- policy

enum class EcpsAlone { undecided, accepted, refused };

struct RoleRule {
  std::vector<std::string> roles;       ///< words that the application's role contains, folded
  std::vector<std::string> professions; ///< codes of nomenclature G15 that may have it
};
/// How human resources name a profession of nomenclature G15.
struct ProfessionWords {
  std::string code;
  std::vector<std::string> words;
};
struct ReviewPolicy {
  int departure_grace_days = 0, dormancy_days = 0, concurrency_minutes = 0, concurrency_times = 0, burst_patients = 0, log_gap_hours = 0, clock_minutes = 0,
      care_days = 0, review_months = 0, withdrawal_days = 0;
  int directory_answer_days = 0; ///< older answers of the directory are to be asked again and deleted
  EcpsAlone e_cps_alone = EcpsAlone::undecided;
  std::vector<std::string> expected_finess, generic_logins, technical_logins, break_glass_modes, withdrawal_words;
  std::vector<RoleRule> roles;
  std::vector<ProfessionWords> professions;
  std::string sha256; ///< of the JSON that it was read from
};
ReviewPolicy shipped_review_policy();
/// The JSON of a policy; what it leaves out is as shipped. Throws Problem bad_input with all its defects.
ReviewPolicy parse_review_policy(std::string_view json, const std::string& name);
std::string_view shipped_review_policy_json(); ///< to begin one's own

// ---- all of it

enum class ReviewSource { accounts, people, cards, directory, logs, stays, decisions, directory_answers, watched };
constexpr std::size_t review_source_count = 9;
struct ReviewInput {
  ReviewSource source;
  InputTrace trace;
};

struct AccessReview {
  explicit AccessReview(Date day) : at{day} {}
  Date at;
  ReviewPolicy policy = {};
  std::vector<ReviewInput> inputs = {};
  AccountList accounts = {};
  StaffList people = {};
  CardList cards = {};
  DirectoryExtract directory = {};
  DirectoryReplies directory_replies = {};
  LogReview logs = {};
  std::vector<Stay> stays = {};
  std::vector<WatchedPatient> watched = {};
  bool patients_named = false; ///< the stays, or the patients under reinforced protection, carry a family name
  DecisionList decisions = {};
  bool given(ReviewSource source) const;
  std::optional<int> directory_answer_age() const; ///< days from the question to the day of the review; nothing without answers
  bool directory_answers_count() const;            ///< whether there are any, not older than the policy has them
};

} // namespace hdskit
