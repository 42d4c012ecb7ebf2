#include "toolkit/access/audit_message_reader.hpp"
#include "toolkit/access/login_watch.hpp"
#include "toolkit/access/review_readers.hpp"
#include "toolkit/access/syslog_messages.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

using C = LogColumn;

constexpr std::string_view log_names[] = {"ts horodatage dateheure date datetime timestamp moment heure time",
                                          "user utilisateur login identifiant compte username account uid",
                                          "role profil fonction",
                                          "patient ipp numeropatient patientid dossier nip ins",
                                          "action acte evenement operation event",
                                          "means mie moyen moyens authentification authmode auth",
                                          "workstation poste postedetravail station machine ip adresseip terminal host ordinateur",
                                          "mode modedacces typeacces access",
                                          "reason motif justification raison motifbrisdeglace commentaire"};
static_assert(std::size(log_names) == std::tuple_size_v<decltype(LogReview::columns)>);

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <typename Value> using ByText = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

class LogReading {
public:
  LogReading(AccessReview& review, const Progress& progress) : review_{review}, progress_{progress}, joins_{review}, of_note_{review} {
    if (review.given(ReviewSource::stays)) stays_.emplace(review);
    end_ = Instant::at_midnight(review.at.plus_days(1)).seconds().time_since_epoch().count();
    review.logs.columns.fill(true);
  }

  InputTrace read(const std::filesystem::path& file) {
    file_starts_ = true;
    auto trace = is_syslog(file) ? read_messages(file) : read_table(file);
    if (last_ != 0) trace.dated = Instant{std::chrono::sys_seconds{std::chrono::seconds{last_}}}.utc_date();
    return trace;
  }
  void finish() {
    auto& logs = review_.logs;
    for (auto& watch : watches_) logs.logins.push_back(watch.finish(review_.policy));
    for (std::size_t i = 0; i < logs.logins.size(); ++i) logs.places.emplace(folded_word(logs.logins[i].login), i);
    logs.last = last_;
  }

private:
  InputTrace read_table(const std::filesystem::path& file) {
    ColumnPlaces places;
    bool checked = false;
    auto trace = read_records(file, log_names, places, [&](const auto& cells, std::uint64_t line) {
      if (!checked) check_columns(file, places);
      checked = true;
      take_cells(file, places, cells, line);
    });
    if (!checked) check_columns(file, places);
    return trace;
  }

  InputTrace read_messages(const std::filesystem::path& file) {
    std::array<bool, std::tuple_size_v<decltype(LogReview::columns)>> seen{};
    auto trace = read_syslog(file, [&](std::string_view message, std::uint64_t number) {
      tell_progress();
      const auto envelope = syslog_message(message);
      const auto event = envelope ? audit_event(envelope->text) : std::nullopt;
      if (!event) ++review_.logs.unreadable;
      else take_event(file, *event, envelope->moment, number, seen);
    });
    for (std::size_t i = 0; i < seen.size(); ++i) review_.logs.columns[i] = review_.logs.columns[i] && seen[i];
    return trace;
  }

  /// A purpose or a patient that no message ever carries is a column that the log lacks.
  void take_event(const std::filesystem::path& file, const AuditEvent& event, std::string_view sent, std::uint64_t number, std::span<bool> seen) {
    const auto note = [&](C column, bool there) { seen[static_cast<std::size_t>(column)] |= there; };
    note(C::moment, true);
    note(C::login, true);
    note(C::role, !event.role.empty());
    note(C::patient, !event.patients.empty());
    note(C::action, !event.action.empty());
    note(C::workstation, !event.workstation.empty());
    note(C::mode, !event.purposes.empty());
    const bool glass = std::ranges::any_of(event.purposes, [&](const auto& purpose) { return breaks_glass(purpose); });
    const auto written = moment_in(event.moment);
    LogLine line{.moment = 0,
                 .patient = event.patients.empty() ? std::string_view{} : std::string_view{event.patients.front()},
                 .workstation = event.workstation,
                 .break_glass = glass,
                 .reason = false,
                 .number = number};
    auto* watch = take(file, written ? written : moment_in(sent), event.login, line);
    for (std::size_t i = 1; watch && i < event.patients.size(); ++i) {
      line.patient = event.patients[i];
      watch->take_patient(line, review_.policy, books());
    }
  }

  PatientBooks books() const { return {stays_ ? &*stays_ : nullptr, of_note_}; }

  void tell_progress() {
    constexpr std::uint64_t seldom = 1u << 16;
    if (++review_.logs.lines % seldom != 0) return;
    progress_.stop_if_cancelled();
    progress_.tell(tr("Reading the access logs"), review_.logs.lines, 0);
  }

  void check_columns(const std::filesystem::path& file, const ColumnPlaces& places) {
    for (const auto& [column, name] : {std::pair{C::moment, marked("the date and hour")}, std::pair{C::login, marked("the login")}})
      if (!places.has(column)) refuse_missing_column(file, tr(name), log_names[static_cast<std::size_t>(column)]);
    for (std::size_t i = 0; i < review_.logs.columns.size(); ++i) review_.logs.columns[i] = review_.logs.columns[i] && places.has(static_cast<C>(i));
  }

  void take_cells(const std::filesystem::path& file, const ColumnPlaces& places, const std::vector<std::string_view>& cells, std::uint64_t number) {
    tell_progress();
    LogLine line{.moment = 0,
                 .patient = places.cell(C::patient, cells),
                 .workstation = places.cell(C::workstation, cells),
                 .break_glass = breaks_glass(places.cell(C::mode, cells)),
                 .reason = !places.cell(C::reason, cells).empty(),
                 .number = number};
    take(file, moment_in(places.cell(C::moment, cells)), places.cell(C::login, cells), line);
  }

  /// Nothing when the line cannot be attributed or dated.
  LoginWatch* take(const std::filesystem::path& file, std::optional<std::int64_t> moment, std::string_view login, LogLine& line) {
    if (!moment) {
      ++review_.logs.undated;
      return nullptr;
    }
    watch_clock(*moment);
    if (login.empty()) {
      ++review_.logs.unattributed;
      return nullptr;
    }
    line.moment = *moment;
    auto& watch = watches_[watch_of(file, login)];
    watch.take(line, review_.policy, books());
    return &watch;
  }

  void watch_clock(std::int64_t moment) {
    constexpr std::int64_t minute = 60;
    auto& logs = review_.logs;
    if (moment >= end_) {
      ++logs.future;
      return;
    }
    if (last_ == 0) logs.first = last_ = moment;
    if (!file_starts_ && moment < previous_ - review_.policy.clock_minutes * minute) ++logs.backward;
    if (moment - last_ > logs.largest_gap) {
      logs.largest_gap = moment - last_;
      logs.gap_from = last_;
    }
    file_starts_ = false;
    previous_ = moment;
    logs.first = std::min(logs.first, moment);
    last_ = std::max(last_, moment);
  }

  bool breaks_glass(std::string_view mode) {
    constexpr std::size_t most_modes = 1000; // a free text is no mode: it is judged each time
    if (mode.empty()) return false;
    if (const auto known = modes_.find(mode); known != modes_.end()) return known->second;
    const bool breaks = std::ranges::find(review_.policy.break_glass_modes, folded_word(utf8_cell(mode))) != review_.policy.break_glass_modes.end();
    if (modes_.size() < most_modes) modes_.emplace(mode, breaks);
    return breaks;
  }

  std::size_t watch_of(const std::filesystem::path& file, std::string_view login) {
    if (const auto known = logins_.find(login); known != logins_.end()) return known->second;
    if (logins_.size() == most_logins) refuse_too_many(file, most_logins);
    auto name = utf8_cell(login);
    const auto [place, is_new] = folded_.try_emplace(folded_word(name), watches_.size());
    if (is_new) watches_.emplace_back(std::move(name), joins_);
    logins_.emplace(login, place->second);
    return place->second;
  }

  AccessReview& review_;
  const Progress& progress_;
  ReviewJoins joins_;
  std::optional<StayIndex> stays_;
  PatientsOfNote of_note_;
  std::vector<LoginWatch> watches_;
  ByText<std::size_t> logins_, folded_; ///< as written; folded
  ByText<bool> modes_;
  std::int64_t end_ = 0, last_ = 0, previous_ = 0;
  bool file_starts_ = true;
};

} // namespace

void read_access_logs(const std::vector<std::filesystem::path>& files, AccessReview& review, const Progress& progress) {
  LogReading reading{review, progress};
  for (const auto& file : files) review.inputs.push_back({ReviewSource::logs, reading.read(file)});
  reading.finish();
}

} // namespace hdskit
