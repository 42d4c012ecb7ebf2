#include "gui/viewer/document_reader.hpp"
#include "tests/support/workspaces.hpp"
#include "tests/viewer/small_pdf.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>

using namespace hdskit;
using namespace hdskit::gui;

namespace {

/// Stands for the window's thread: what was posted runs when the test asks for it.
class Window {
public:
  DocumentReader::Answers answers() {
    return {.post =
                [this](std::function<void()> work) {
                  const std::scoped_lock lock{mutex_};
                  posted_.push_back(std::move(work));
                  arrived_.notify_all();
                },
            .opened = [this](DocumentOutline outline) { told.push_back("opened " + std::to_string(outline.pages.size())); },
            .failed = [this](std::exception_ptr) { told.push_back("failed"); },
            .drawn = [this](int page, double, Picture picture) { told.push_back("drawn " + std::to_string(page) + " " + std::to_string(picture.width)); },
            .not_drawn = [this](int page) { told.push_back("not drawn " + std::to_string(page)); },
            .read = [this](int page, std::string text) { told.push_back("read " + std::to_string(page) + " " + text.substr(0, 6)); },
            .found = [this](std::vector<Hit> more, int pages) { told.push_back("found " + std::to_string(more.size()) + " in " + std::to_string(pages)); }};
  }
  /// Waits for that many posts, then runs them.
  void run(std::size_t count) {
    for (; count > 0; --count) take()();
  }
  std::function<void()> take() {
    std::unique_lock lock{mutex_};
    EXPECT_TRUE(arrived_.wait_for(lock, std::chrono::seconds{30}, [&] { return !posted_.empty(); }));
    if (posted_.empty()) return [] {};
    auto work = std::move(posted_.front());
    posted_.pop_front();
    return work;
  }
  std::vector<std::string> told;

private:
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<std::function<void()>> posted_;
};

std::function<std::unique_ptr<PagedDocument>()> three_pages() {
  return [] { return open_document(tests::with_outline({"<< /Title (A) /Parent 9 0 R /Dest [3 0 R /Fit] >>"}), "trois"); };
}

using Texts = std::vector<std::string>;

TEST(DocumentReader, opens_draws_reads_and_searches) {
  Window window;
  DocumentReader reader{window.answers()};
  reader.open(three_pages());
  window.run(1);
  reader.draw({{2, 1}, {0, 0.5}});
  window.run(2);
  reader.read(1);
  window.run(1);
  reader.find("sauvegarde", 1);
  window.run(3);
  EXPECT_EQ(window.told, (Texts{"opened 3", "drawn 2 300", "drawn 0 150", "read 1 Page 2", "found 1 in 1", "found 1 in 2", "found 1 in 3"}));
}

TEST(DocumentReader, tells_what_cannot_be_opened) {
  Window window;
  DocumentReader reader{window.answers()};
  reader.open([]() -> std::unique_ptr<PagedDocument> { throw Problem{ProblemKind::damaged, "x", "damaged"}; });
  window.run(1);
  EXPECT_EQ(window.told, Texts{"failed"});
}

TEST(DocumentReader, drops_what_was_asked_of_the_document_before) {
  Window window;
  DocumentReader reader{window.answers()};
  reader.open(three_pages());
  auto late = window.take(); // posted, but the window asks for another document before it runs
  reader.open([] { return open_document(tests::page_of(100, 100), "une"); });
  late();
  EXPECT_TRUE(window.told.empty());
  window.run(1);
  EXPECT_EQ(window.told, Texts{"opened 1"});
}

TEST(DocumentReader, drops_hits_of_other_words) {
  Window window;
  DocumentReader reader{window.answers()};
  reader.open(three_pages());
  window.run(1);
  reader.find("sauvegarde", 0);
  auto late = window.take();
  reader.find("absent", 0);
  late();
  EXPECT_EQ(window.told, Texts{"opened 3"});
}

TEST(DocumentReader, answers_nothing_once_it_is_gone) {
  Window window;
  std::function<void()> late;
  {
    DocumentReader reader{window.answers()};
    reader.open(three_pages());
    late = window.take();
  }
  late();
  EXPECT_TRUE(window.told.empty());
}

} // namespace
