#include "toolkit/verification/tree_pipeline.hpp"

#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <chrono>
#include <system_error>

namespace hdskit {
namespace {

constexpr std::size_t batch_size = 64;
constexpr std::size_t window_size = 16 * 1024; ///< entries: enough to keep all threads reading behind one long file
constexpr unsigned most_open_folders = 300;    ///< a process may have 1,024 files open as a rule
constexpr std::chrono::milliseconds between_tellings{100};

void close_folders(WalkedEntry& walked) {
  walked.parent.reset();
  walked.self.reset();
}

} // namespace

TreePipeline::TreePipeline(TreeWalk& walk, const TreeReading& reading)
    : walk_{walk}, reading_{reading}, governor_{reading.threads}, wide_{reading.engine == HashEngine::fastest && !reading.look && WideSha256::is_usable()} {
  shared_.look = reading.look;
  shared_.lanes = reading.engine == HashEngine::fastest;
}

TreePipeline::~TreePipeline() {
  stop();
  for (auto& thread : threads_) thread.join();
}

void TreePipeline::stop() {
  const std::lock_guard lock{mutex_};
  shared_.stop = true;
  for_workers_.notify_all();
  for_walk_.notify_all();
}

void TreePipeline::fail() {
  const std::lock_guard lock{mutex_};
  if (!failure_) failure_ = std::current_exception();
  for_caller_.notify_one();
}

// ---- the thread that walks

void TreePipeline::walk_through() try {
  std::vector<WalkedEntry> entries;
  for (bool more = true; more;) {
    if (walk_.open_folders() >= most_open_folders && !(entries.empty() || push(std::exchange(entries, {})))) return;
    if (!wait_for_room()) return;
    entries.emplace_back();
    more = walk_.next(entries.back());
    if (!more) entries.pop_back();
    if ((entries.size() >= batch_size || !more) && !entries.empty() && !push(std::exchange(entries, {}))) return;
  }
  const std::lock_guard lock{mutex_};
  walked_ = true;
  for_caller_.notify_one();
} catch (...) { fail(); }

bool TreePipeline::wait_for_room() {
  if (walk_.open_folders() < most_open_folders) return !shared_.stop;
  std::unique_lock lock{mutex_};
  // The walk itself keeps some open; all others close once their entries were read.
  walk_waits_for_folders_ = true;
  for_walk_.wait(lock, [&] { return shared_.stop || walk_.open_folders() < most_open_folders || window_.empty(); });
  walk_waits_for_folders_ = false;
  return !shared_.stop;
}

bool TreePipeline::push(std::vector<WalkedEntry>&& entries) {
  std::unique_lock lock{mutex_};
  // Woken once it is half empty: being woken for each batch costs more than the batch.
  if (in_window_ >= window_size) for_walk_.wait(lock, [&] { return shared_.stop || in_window_ <= window_size / 2; });
  if (shared_.stop) return false;
  in_window_ += entries.size();
  window_.push_back(std::make_unique<Batch>());
  window_.back()->entries = std::move(entries);
  if (undecided_ == window_.end()) undecided_ = std::prev(window_.end());
  add_job({window_.back().get(), {}, nullptr}, looks_);
  return true;
}

// ---- the threads that look and read

/// With the lock.
void TreePipeline::add_job(Job&& job, std::deque<Job>& jobs) {
  jobs.push_back(std::move(job));
  wake_worker();
}

/// With the lock. A thread more only when all others are at work: a small tree needs few.
void TreePipeline::wake_worker() {
  if (active_ >= governor_.allowed()) return;
  if (idle_ > 0 || threads_.size() > governor_.most()) return for_workers_.notify_one();
  try {
    threads_.emplace_back([this] { work(); });
    ++idle_;
  } catch (const std::system_error&) {
    if (threads_.size() < 2) throw; // the one that walks does not read
  }
}

void TreePipeline::work() try {
  Worker worker{shared_};
  for (;;) {
    std::unique_lock lock{mutex_};
    for_workers_.wait(lock, [&] { return shared_.stop || (active_ < governor_.allowed() && has_jobs()); });
    if (shared_.stop) return;
    --idle_;
    ++active_;
    if (reads_.empty() && looks_.empty() && reads_side_by_side(middling_.size())) {
      lock.unlock();
      work_side_by_side(worker);
      lock.lock();
    } else {
      auto& jobs = !reads_.empty() ? reads_ : !looks_.empty() ? looks_ : middling_;
      auto job = std::move(jobs.front());
      jobs.pop_front();
      lock.unlock();
      work_on(job, worker);
      lock.lock();
      was_done(job);
    }
    --active_;
    ++idle_;
  }
} catch (...) { fail(); }

void TreePipeline::work_on(Job& job, Worker& worker) {
  if (job.is_look()) {
    if (!reading_.wants_content) return look_and_read(job.batch->entries, worker);
    for (auto& walked : job.batch->entries) look_at(walked);
    return;
  }
  if (job.long_one) worker.reading.read(*job.long_one);
  else worker.reading.read(job.short_ones);
  if (job.long_one) close_folders(*job.long_one);
  for (auto* const walked : job.short_ones) close_folders(*walked);
}

void TreePipeline::look_and_read(std::vector<WalkedEntry>& entries, Worker& worker) {
  worker.reading.look_and_read(entries);
  for (auto& walked : entries)
    if (walked.was_read) close_folders(walked);
}

void TreePipeline::work_side_by_side(Worker& worker) {
  if (!worker.wide) worker.wide = std::make_unique<WideReading>(worker.reading, shared_);
  std::deque<Job> taken;
  worker.wide->read([&] { return next_middling(worker, taken); },
                    [&](WalkedEntry& walked) {
                      close_folders(walked);
                      const auto job = std::ranges::find(taken, &walked, &Job::long_one);
                      const std::lock_guard lock{mutex_};
                      was_done(*job);
                      taken.erase(job);
                    });
}

/// All else that waits is done first: it is short, and the window must not stand still.
WalkedEntry* TreePipeline::next_middling(Worker& worker, std::deque<Job>& taken) {
  std::unique_lock lock{mutex_};
  while (!shared_.stop && !(reads_.empty() && looks_.empty())) {
    auto& jobs = reads_.empty() ? looks_ : reads_;
    if (jobs.front().long_one) break; // a very long one is for whoever has nothing begun
    auto job = std::move(jobs.front());
    jobs.pop_front();
    lock.unlock();
    work_on(job, worker);
    lock.lock();
    was_done(job);
  }
  if (middling_.empty() || governor_.is_waiting_for_disks()) return nullptr;
  taken.push_back(std::move(middling_.front()));
  middling_.pop_front();
  return taken.back().long_one;
}

/// With the lock. Wakes only whom it concerns.
void TreePipeline::was_done(const Job& job) {
  if (job.is_look()) {
    job.batch->looked = true;
    if (undecided_ != window_.end() && undecided_->get() == job.batch) for_caller_.notify_one();
  } else if (--job.batch->jobs == 0 && window_.front().get() == job.batch) {
    for_caller_.notify_one();
  }
  if (walk_waits_for_folders_) for_walk_.notify_one();
}

// ---- the calling thread

TreeTotals TreePipeline::run(const std::function<void(TreeEntry&)>& take) {
  threads_.reserve(governor_.most() + 1);
  {
    const std::lock_guard lock{mutex_};
    threads_.emplace_back([this] { walk_through(); });
  }
  for (;;) {
    std::unique_lock lock{mutex_};
    if (governor_.adapt(has_jobs(), shared_.bytes))
      for (auto wanted = std::min<std::size_t>(governor_.allowed() - active_, reads_.size() + looks_.size() + middling_.size()); wanted > 0; --wanted)
        wake_worker();
    auto place = window_.end();
    const auto now = turn(lock, place);
    lock.unlock();
    reading_.progress.stop_if_cancelled();
    tell();
    if (now == Turn::end) return totals_;
    if (now == Turn::decide) decide(**place);
    if (now == Turn::deliver) deliver(**place, take);
  }
}

/// What to do next: deciding comes first, it keeps the threads at work.
TreePipeline::Turn TreePipeline::turn(std::unique_lock<std::mutex>& lock, std::list<std::unique_ptr<Batch>>::iterator& batch) {
  const auto find = [&] {
    if (undecided_ != window_.end() && (*undecided_)->looked) return Turn::decide;
    if (!window_.empty() && window_.front()->decided && window_.front()->jobs == 0) return Turn::deliver;
    return walked_ && window_.empty() ? Turn::end : Turn::wait;
  };
  auto found = Turn::wait;
  for_caller_.wait_for(lock, between_tellings, [&] { return failure_ || (found = find()) != Turn::wait; });
  if (failure_) std::rethrow_exception(failure_);
  batch = found == Turn::decide ? undecided_ : window_.begin();
  if (found == Turn::decide) ++undecided_;
  return found;
}

bool TreePipeline::is_wanted(const WalkedEntry& walked) const {
  if (walked.entry.kind != EntryKind::file || !walked.entry.failure.empty()) return false;
  return !reading_.wants_content || reading_.wants_content(walked.entry);
}

void TreePipeline::decide(Batch& batch) {
  std::vector<Job> jobs;
  Job short_job{&batch, {}, nullptr};
  for (auto& walked : batch.entries) {
    if (walked.was_read) continue;
    walked.wanted = is_wanted(walked);
    walked.is_twin = links_.expect(walked, walked.wanted);
    if (walked.is_twin || EntryReading::is_short(walked)) short_job.short_ones.push_back(&walked);
    else jobs.push_back({&batch, {}, &walked});
  }
  if (!short_job.short_ones.empty()) jobs.push_back(std::move(short_job));
  const std::lock_guard lock{mutex_};
  batch.decided = true;
  batch.jobs = jobs.size();
  for (auto& job : jobs) add_job(std::move(job), is_middling(job) ? middling_ : reads_);
}

bool TreePipeline::is_middling(const Job& job) const { return wide_ && job.long_one && job.long_one->entry.size < WideReading::longest; }

void TreePipeline::deliver(Batch& batch, const std::function<void(TreeEntry&)>& take) {
  for (auto& walked : batch.entries) {
    links_.complete(walked);
    count(walked.entry);
    take(walked.entry);
  }
  const std::lock_guard lock{mutex_};
  in_window_ -= batch.entries.size();
  window_.pop_front();
  if (in_window_ <= window_size / 2) for_walk_.notify_one();
}

void TreePipeline::count(const TreeEntry& entry) {
  ++totals_.entries;
  if (!entry.failure.empty()) ++totals_.unreadable;
  if (entry.kind != EntryKind::file) return;
  ++totals_.files;
  totals_.bytes += entry.size;
  if (!entry.content) return;
  ++totals_.hashed_files;
  totals_.hashed_bytes += entry.size;
}

void TreePipeline::tell() const { reading_.progress.tell(tr("Reading the files"), shared_.bytes, reading_.expected_bytes); }

} // namespace hdskit
