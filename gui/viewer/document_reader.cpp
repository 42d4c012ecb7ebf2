#include "gui/viewer/document_reader.hpp"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace hdskit::gui {

struct DocumentReader::State : std::enable_shared_from_this<State> {
  std::mutex mutex;
  std::condition_variable wished, ended;
  Answers answers; ///< only read under the mutex: the window's thread empties it when it goes

  // Wishes.
  bool stop = false, has_ended = false;
  std::optional<std::function<std::unique_ptr<PagedDocument>()>> open;
  std::deque<Sight> sights;
  std::optional<int> page_to_read;
  std::string words;
  int search_from = 0, searched = 0;

  // Answers to a wish that was replaced meanwhile are dropped.
  int generation = 0; ///< of the document
  int search = 0;     ///< of the words sought

  std::optional<Sight> in_hand;            ///< being drawn: wishing for it again is no new wish
  std::unique_ptr<PagedDocument> document; ///< the thread's alone

  bool nothing_to_do() const { return !stop && !open && sights.empty() && !page_to_read && words.empty(); }

  bool is_current(int asked_for, int asked_search) const { return !stop && generation == asked_for && (asked_search == 0 || search == asked_search); }

  /// Hands an answer over unless another document, or other words, were asked for meanwhile.
  template <typename Answer> void post(int asked_for, Answer answer, int asked_search = 0) {
    const std::scoped_lock lock{mutex};
    if (!is_current(asked_for, asked_search)) return;
    answers.post([state = this->shared_from_this(), asked_for, asked_search, answer = std::move(answer)] {
      std::unique_lock again{state->mutex};
      if (!state->is_current(asked_for, asked_search)) return;
      const auto to = state->answers; // the answer may close the window
      again.unlock();
      answer(to);
    });
  }

  std::function<void()> next_work(); ///< under the mutex
  void run();
  void open_document(int asked_for, const std::function<std::unique_ptr<PagedDocument>()>& make);
  void draw_page(int asked_for, Sight sight);
  void read_page(int asked_for, int page);
  void search_page(int asked_for, int asked_search, const std::string& sought, int page, int pages_searched);
};

void DocumentReader::State::open_document(int asked_for, const std::function<std::unique_ptr<PagedDocument>()>& make) {
  document.reset();
  if (!make) return;
  try {
    document = make();
    DocumentOutline outline;
    for (int page = 0; page < document->page_count(); ++page) {
      outline.pages.push_back(document->page_size(page));
      outline.labels.push_back(document->page_label(page));
    }
    outline.entries = document->outline();
    post(asked_for, [outline = std::move(outline)](const Answers& to) { to.opened(outline); });
  } catch (...) {
    document.reset();
    post(asked_for, [failure = std::current_exception()](const Answers& to) { to.failed(failure); });
  }
}

void DocumentReader::State::draw_page(int asked_for, Sight sight) {
  try {
    const auto picture = std::make_shared<Picture>(document->draw(sight.page, sight.pixels_per_point));
    post(asked_for, [sight, picture](const Answers& to) { to.drawn(sight.page, sight.pixels_per_point, std::move(*picture)); });
  } catch (const std::exception&) { // the page alone is lost, and the window says so in its place
    post(asked_for, [sight](const Answers& to) { to.not_drawn(sight.page); });
  }
}

void DocumentReader::State::read_page(int asked_for, int page) {
  std::string text;
  try {
    text = document->text(page);
  } catch (const std::exception&) {} // a page that cannot be read has no words to tell
  post(asked_for, [page, text](const Answers& to) { to.read(page, text); });
}

void DocumentReader::State::search_page(int asked_for, int asked_search, const std::string& sought, int page, int pages_searched) {
  std::vector<Hit> hits;
  try {
    hits = document->find(page, sought);
  } catch (const std::exception&) {} // nor has it words to find
  post(
      asked_for, [hits = std::move(hits), pages_searched](const Answers& to) { to.found(hits, pages_searched); }, asked_search);
}

std::function<void()> DocumentReader::State::next_work() {
  const int asked_for = generation;
  if (open) {
    const auto make = std::move(*open);
    open.reset();
    return [this, asked_for, make] { open_document(asked_for, make); };
  }
  if (!document) {
    sights.clear();
    page_to_read.reset();
    words.clear();
    return [] {};
  }
  if (!sights.empty()) {
    const auto sight = sights.front();
    sights.pop_front();
    in_hand = sight;
    return [this, asked_for, sight] { draw_page(asked_for, sight); };
  }
  if (page_to_read) {
    const int page = *page_to_read;
    page_to_read.reset();
    return [this, asked_for, page] { read_page(asked_for, page); };
  }
  const int count = document->page_count(), page = (search_from + searched++) % count;
  const auto sought = words;
  if (searched >= count) words.clear();
  return [this, asked_for, asked_search = search, sought, page, done = searched] { search_page(asked_for, asked_search, sought, page, done); };
}

void DocumentReader::State::run() {
  std::unique_lock lock{mutex};
  while (true) {
    wished.wait(lock, [&] { return !nothing_to_do(); });
    if (stop) return;
    const auto work = next_work();
    lock.unlock();
    work();
    lock.lock();
    in_hand.reset();
  }
}

DocumentReader::DocumentReader(Answers answers) : state_{std::make_shared<State>()} {
  state_->answers = std::move(answers);
  thread_ = std::thread{[state = state_] {
    state->run();
    state->document.reset();
    const std::scoped_lock lock{state->mutex};
    state->has_ended = true;
    state->ended.notify_all();
  }};
}

DocumentReader::~DocumentReader() {
  constexpr std::chrono::seconds patience{2}; // a page made to take for ever must not keep the window from closing
  std::unique_lock lock{state_->mutex};
  state_->stop = true;
  state_->answers = {};
  state_->wished.notify_all();
  const bool has_ended = state_->ended.wait_for(lock, patience, [&] { return state_->has_ended; });
  lock.unlock();
  if (has_ended) thread_.join();
  else thread_.detach();
}

void DocumentReader::open(std::function<std::unique_ptr<PagedDocument>()> open) {
  const std::scoped_lock lock{state_->mutex};
  ++state_->generation;
  state_->open = std::move(open);
  state_->sights.clear();
  state_->in_hand.reset();
  state_->page_to_read.reset();
  state_->words.clear();
  state_->wished.notify_all();
}

void DocumentReader::draw(std::vector<Sight> pages) {
  const std::scoped_lock lock{state_->mutex};
  state_->sights = {pages.begin(), pages.end()};
  if (state_->in_hand) std::erase(state_->sights, *state_->in_hand);
  state_->wished.notify_all();
}

void DocumentReader::read(int page) {
  const std::scoped_lock lock{state_->mutex};
  state_->page_to_read = page;
  state_->wished.notify_all();
}

void DocumentReader::find(const std::string& words, int from) {
  const std::scoped_lock lock{state_->mutex};
  ++state_->search;
  state_->words = words;
  state_->search_from = from;
  state_->searched = 0;
  state_->wished.notify_all();
}

} // namespace hdskit::gui
