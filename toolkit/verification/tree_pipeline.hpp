#pragma once

#include "toolkit/verification/entry_reading.hpp"
#include "toolkit/verification/hard_links.hpp"
#include "toolkit/verification/read_tree.hpp"
#include "toolkit/verification/thread_governor.hpp"
#include "toolkit/verification/wide_reading.hpp"

#include <condition_variable>
#include <deque>
#include <exception>
#include <list>
#include <mutex>
#include <thread>

namespace hdskit {

/// A bounded window of entries in flight, in batches: one thread walks, several look and read, the calling thread decides what is read and takes what is
/// complete.
///
///   walk -> [batch] -> look (threads) -> decide (caller, in order) -> read (threads) -> take (caller, in order)
///
/// Short files with one name are read with the first look when there is nothing to decide.
class TreePipeline {
public:
  TreePipeline(TreeWalk& walk, const TreeReading& reading);
  ~TreePipeline();
  TreeTotals run(const std::function<void(TreeEntry&)>& take);

private:
  struct Batch {
    std::vector<WalkedEntry> entries;
    bool looked = false, decided = false;
    std::size_t jobs = 0; ///< of reading, not yet done
  };
  struct Job {
    Batch* batch = nullptr;
    std::vector<WalkedEntry*> short_ones; ///< or
    WalkedEntry* long_one = nullptr;      ///< or, with neither, the first look
    bool is_look() const { return !long_one && short_ones.empty(); }
  };
  enum class Turn { decide, deliver, wait, end };

  void walk_through();
  bool push(std::vector<WalkedEntry>&& entries);
  bool wait_for_room();
  struct Worker {
    explicit Worker(SharedReading& shared) : reading{shared} {}
    EntryReading reading;
    std::unique_ptr<WideReading> wide;
  };
  void work();
  bool has_jobs() const { return !(reads_.empty() && looks_.empty() && middling_.empty()); }
  bool reads_side_by_side(std::size_t count) const { return count >= WideReading::worth_it && !governor_.is_waiting_for_disks(); }
  void work_on(Job& job, Worker& worker);
  void look_and_read(std::vector<WalkedEntry>& entries, Worker& worker);
  void work_side_by_side(Worker& worker);
  WalkedEntry* next_middling(Worker& worker, std::deque<Job>& taken);
  void was_done(const Job& job);
  void add_job(Job&& job, std::deque<Job>& jobs);
  void wake_worker();
  void fail();
  void stop();
  Turn turn(std::unique_lock<std::mutex>& lock, std::list<std::unique_ptr<Batch>>::iterator& batch);
  void decide(Batch& batch);
  bool is_middling(const Job& job) const;
  bool is_wanted(const WalkedEntry& walked) const;
  void deliver(Batch& batch, const std::function<void(TreeEntry&)>& take);
  void count(const TreeEntry& entry);
  void tell() const;

  TreeWalk& walk_;
  const TreeReading& reading_;
  SharedReading shared_;
  HardLinks links_;
  TreeTotals totals_;
  ThreadGovernor governor_;
  bool wide_; ///< the processor hashes middling files side by side

  std::mutex mutex_;
  std::condition_variable for_caller_, for_workers_, for_walk_;
  std::list<std::unique_ptr<Batch>> window_;
  std::list<std::unique_ptr<Batch>>::iterator undecided_ = window_.end(); ///< first batch of which it was not decided what is read
  std::deque<Job> looks_, reads_;
  std::deque<Job> middling_; ///< files that are read side by side when enough of them are there
  std::size_t in_window_ = 0, idle_ = 0, active_ = 0;
  bool walked_ = false, walk_waits_for_folders_ = false;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

} // namespace hdskit
