#pragma once

#include "gui/pages/backups_sources_pane.hpp"
#include "toolkit/backup/run_restore_test.hpp"

class wxTextCtrl;

namespace hdskit::gui {

class ListView;
class TreeView;

namespace pages {

/// All tests; below, what the chosen one found: steps and checks at the left, differences as a tree at the right.
class BackupsRunsPane : public BackupsPane {
public:
  BackupsRunsPane(wxWindow* parent, const Desk& desk);

  void show(std::shared_ptr<const BackupsMap> map) override;
  bool shows(std::string_view kind) const override { return kind == RestoreRun::type().kind || kind == BackupMachine::type().kind; }
  void reveal(const std::string& kind, const std::string& reference) override;
  void focus() override;
  void search() override;

private:
  /// What the vault holds of the chosen test.
  struct Findings {
    RestoreReport report;
    std::vector<Difference> differences;
  };
  static std::shared_ptr<const Findings> read_findings(const std::string& location, const RestoreRun& run);

  wxSizer* new_buttons();
  wxWindow* new_below(wxWindow* parent);
  wxWindow* new_differences(wxWindow* parent);
  void choose(const std::string& reference);
  void take(const std::string& reference, std::shared_ptr<const Findings> findings);
  void show_findings();
  void show_differences();
  void show_list();
  void wrap();
  void open_report();
  const RestoreRun* chosen() const { return map_ ? map_->run(run_) : nullptr; }

  const Desk& desk_;
  std::shared_ptr<const BackupsMap> map_;
  std::shared_ptr<const Findings> findings_;
  std::string run_, words_, sought_;
  int reading_ = 0;
  wxButton *report_ = nullptr, *export_ = nullptr, *source_ = nullptr;
  wxStaticText *chain_ = nullptr, *differing_ = nullptr;
  wxTextCtrl* words_shown_ = nullptr;
  ListView *list_ = nullptr, *details_ = nullptr;
  TreeView* differences_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
