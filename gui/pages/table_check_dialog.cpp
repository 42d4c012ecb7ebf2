#include "gui/pages/table_check_dialog.hpp"

#include "gui/pages/dialog_form.hpp"
#include "gui/presenter/table_check.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "toolkit/base/text.hpp"

#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace hdskit::gui::pages {
namespace {

constexpr int width = 780, height = 300; ///< of the findings, in device-independent pixels

class AskDialog : public DialogForm {
public:
  explicit AskDialog(wxWindow* owner) : DialogForm{owner, tr("Check a table before it leaves")} {
    add_sentence(tr("The table is read as it is and kept nowhere: small counts, columns that identify, lines of single persons are told."));
    file_ = add_field(tr("Table (CSV or XLSX)"), "", Browse::file);
    threshold_ = add_field(tr("Counts below this number are small"), std::to_string(usual_small_count));
    finish(tr("Check now"), file_);
  }
  std::filesystem::path file() const { return std::filesystem::path{std::string{trimmed(utf8(file_->GetValue()))}}; }
  std::int64_t threshold() const { return typed_threshold(utf8(threshold_->GetValue())).value_or(usual_small_count); }

private:
  std::string fault() const override {
    if (!threshold_) return "";
    if (file().empty()) return tr("Which table?");
    return threshold_fault(utf8(threshold_->GetValue()));
  }
  wxTextCtrl *file_ = nullptr, *threshold_ = nullptr;
};

class FoundDialog : public DialogForm {
public:
  FoundDialog(wxWindow* owner, const TableCheck& check) : DialogForm{owner, tr("What the check of “{1}” found", {check.file})} {
    const auto sentence = table_sentence(check);
    add_sentence(sentence.text)->SetForegroundColour(colour(sentence.tone));
    auto* list = new ListView{this, {.name = tr("Findings")}};
    list->SetMinSize(FromDIP(wxSize{width, height}));
    list->show(table_finding_rows(check));
    add_wide(list, 1);
    add_sentence(tr("“Log the output” opens a line of the log with the check in it: add the project, who asks, and who decides."));
    finish(tr("Log the output"), list);
  }

private:
  std::string fault() const override { return ""; }
};

} // namespace

void check_a_table(const Desk& desk, wxWindow* owner, std::function<void(const Assignments&)> log) {
  AskDialog dialog{wxGetTopLevelParent(owner)};
  if (dialog.ShowModal() != wxID_OK) return;
  desk.background.run(
      owner, tr("Check of “{1}”", {dialog.file().filename().string()}),
      [file = dialog.file(), threshold = dialog.threshold()](const Progress&) { return check_table(file, threshold); },
      [&desk, owner, log](const TableCheck& check) {
        owner->CallAfter([&desk, owner, log, check] { // the work in the background is over by then
          attempt(desk, [&] {
            FoundDialog found{wxGetTopLevelParent(owner), check};
            if (found.ShowModal() == wxID_OK) log(output_of(check, desk.session.acting().at));
          });
        });
      });
}

} // namespace hdskit::gui::pages
