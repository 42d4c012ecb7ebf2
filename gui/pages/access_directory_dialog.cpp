#include "gui/pages/access_directory_dialog.hpp"

#include "gui/pages/dialog_form.hpp"
#include "gui/window/text.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/timer.h>

#include <atomic>
#include <memory>

namespace hdskit::gui::pages {
namespace {

constexpr int told_each = 200; ///< milliseconds

/// Written by the thread that asks, read by the window.
struct HowFar {
  std::atomic<std::uint64_t> done = 0, total = 0;
};

class DirectoryDialog : public DialogForm {
public:
  DirectoryDialog(wxWindow* owner, const Desk& desk, DirectoryWish wish)
      : DialogForm{owner, tr("Ask the directory")}, desk_{desk}, wish_{std::move(wish)}, timer_{this} {
    add_sentence(
        tr("The directory is asked about the holders of active accounts whom its extract did not find: their RPPS or ADELI numbers are sent to the address "
           "below and nowhere else. The answers are kept in a private file, to be deleted within {1} days.",
           {std::to_string(longest_directory_answer_days)}));
    address_ = add_field(tr("Address of the interface"), wish_.address);
    key_ = add_field(tr("File of the key"), wish_.key_file, Browse::file);
    key_->SetHint(text(tr("its first line is the key; it stays there")));
    ca_ = add_field(tr("Authority that proves the server"), wish_.ca_file, Browse::file);
    ca_->SetHint(text(tr("empty: those of this machine")));
    proxy_ = add_field(tr("Proxy"), wish_.proxy);
    proxy_->SetHint(text(tr("empty: none")));
    answers_ = add_field(tr("Where the answers are kept"), wish_.answers);
    told_ = add_sentence(" \n ");
    finish(tr("Ask"), key_);
    Bind(
        wxEVT_BUTTON, [this](wxCommandEvent&) { ask(); }, wxID_OK);
    Bind(
        wxEVT_BUTTON, [this](wxCommandEvent&) { give_up(); }, wxID_CANCEL);
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { give_up(); });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { show_how_far(); });
  }

  const std::optional<AskedDirectory>& asked() const { return asked_; }

private:
  DirectoryWish wish() const {
    auto wish = wish_;
    const auto said = [](const wxTextCtrl* field) { return utf8(field->GetValue().Strip(wxString::both)); };
    wish.address = said(address_);
    wish.key_file = said(key_);
    wish.ca_file = said(ca_);
    wish.proxy = said(proxy_);
    wish.answers = said(answers_);
    return wish;
  }
  std::string fault() const override { return told_ ? wish_fault(wish()) : ""; }

  void ask() {
    if (!wish_fault(wish()).empty()) return;
    enable(false);
    how_far_ = std::make_shared<HowFar>();
    job_ = desk_.background.run(
        this, tr("Asking the directory"),
        [wish = wish(), now = desk_.session.acting().at, far = how_far_](const Progress& progress) {
          auto mine = progress;
          mine.report = [progress, far](const std::string& step, std::uint64_t done, std::uint64_t total) {
            far->done = done;
            far->total = total;
            progress.tell(step, done, total);
          };
          return ask_wished_directory(wish, now, mine);
        },
        [this](AskedDirectory asked) {
          timer_.Stop();
          asked_ = std::move(asked);
          EndModal(wxID_OK);
        },
        [this](std::exception_ptr failure) { show_failure(failure); });
    timer_.Start(told_each);
    show_how_far();
  }

  void give_up() {
    timer_.Stop();
    if (job_ != 0) desk_.background.cancel(job_);
    EndModal(wxID_CANCEL);
  }

  void show_how_far() {
    const auto number = [](std::uint64_t count) { return french_number(static_cast<std::int64_t>(count)); };
    const auto total = how_far_->total.load();
    tell(total == 0 ? tr("Asking the directory…") : tr("Asking the directory: {1} of {2}", {number(how_far_->done), number(total)}));
  }

  void show_failure(std::exception_ptr failure) {
    timer_.Stop();
    job_ = 0;
    enable(true);
    try {
      std::rethrow_exception(failure);
    } catch (const Problem& problem) { tell(std::string{"⚠ "} + problem.what() + "\n" + problem.remedy()); } catch (const std::exception& defect) {
      tell(std::string{"⚠ "} + defect.what());
    }
  }

  void enable(bool on) {
    for (wxWindow* one : {static_cast<wxWindow*>(address_), static_cast<wxWindow*>(key_), static_cast<wxWindow*>(ca_), static_cast<wxWindow*>(proxy_),
                          static_cast<wxWindow*>(answers_), FindWindow(wxID_OK)})
      if (one) one->Enable(on);
  }

  void tell(const std::string& words) {
    constexpr int widest = 680; ///< device-independent pixels
    told_->SetLabelText(text(words));
    told_->Wrap(FromDIP(widest));
    Layout();
    if (const auto least = GetSizer()->ComputeFittingWindowSize(this); least.y > GetSize().y) SetSize(GetSize().x, least.y);
  }

  const Desk& desk_;
  const DirectoryWish wish_;
  wxTimer timer_;
  std::shared_ptr<HowFar> how_far_ = std::make_shared<HowFar>();
  int job_ = 0;
  std::optional<AskedDirectory> asked_;
  wxTextCtrl *address_ = nullptr, *key_ = nullptr, *ca_ = nullptr, *proxy_ = nullptr, *answers_ = nullptr;
  wxStaticText* told_ = nullptr;
};

} // namespace

std::optional<AskedDirectory> ask_the_directory(const Desk& desk, wxWindow* owner, DirectoryWish wish) {
  DirectoryDialog dialog{owner, desk, std::move(wish)};
  return dialog.ShowModal() == wxID_OK ? dialog.asked() : std::nullopt;
}

} // namespace hdskit::gui::pages
