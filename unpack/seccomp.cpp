#include "unpack/confinement.hpp"

#include <cstddef>
#include <initializer_list>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

namespace hdskit::unpack {

#if defined(__x86_64__)
constexpr unsigned architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned architecture = AUDIT_ARCH_AARCH64;
#else
constexpr unsigned architecture = 0;
#endif

namespace {

/// What reading a stream, memory and an orderly end need.
constexpr int reading[] = {SYS_read,         SYS_readv,          SYS_pread64,        SYS_write,         SYS_writev,       SYS_lseek,  SYS_close,
                           SYS_fstat,        SYS_newfstatat,     SYS_mmap,           SYS_munmap,        SYS_mremap,       SYS_brk,    SYS_madvise,
                           SYS_mprotect,     SYS_futex,          SYS_getrandom,      SYS_clock_gettime, SYS_gettimeofday, SYS_exit,   SYS_exit_group,
                           SYS_rt_sigreturn, SYS_rt_sigprocmask, SYS_rt_sigaction,   SYS_sigaltstack,   SYS_getpid,       SYS_gettid, SYS_tgkill,
                           SYS_sched_yield,  SYS_fcntl,          SYS_restart_syscall};

constexpr int writing[] = {SYS_openat,   SYS_openat2,   SYS_mkdirat, SYS_symlinkat, SYS_linkat,    SYS_unlinkat,  SYS_statx,
                           SYS_fchmod,   SYS_fchmodat,  SYS_fchown,  SYS_fchownat,  SYS_utimensat, SYS_ftruncate, SYS_fsetxattr,
                           SYS_pwrite64, SYS_fallocate, SYS_fsync,   SYS_fdatasync, SYS_mknodat};

/// Never asked for by honest code here: whoever asks is ended.
constexpr int fatal[] = {SYS_execve, SYS_execveat,          SYS_socket,           SYS_socketpair,     SYS_connect, SYS_bind,        SYS_clone, SYS_clone3,
                         SYS_ptrace, SYS_process_vm_writev, SYS_memfd_create,     SYS_io_uring_setup, SYS_bpf,     SYS_userfaultfd, SYS_setns, SYS_unshare,
                         SYS_mount,  SYS_pivot_root,        SYS_open_by_handle_at};

constexpr unsigned short load = BPF_LD | BPF_W | BPF_ABS, equal = BPF_JMP | BPF_JEQ | BPF_K, bits = BPF_JMP | BPF_JSET | BPF_K, answer = BPF_RET | BPF_K;
constexpr unsigned allow = SECCOMP_RET_ALLOW, kill = SECCOMP_RET_KILL_PROCESS, deny = SECCOMP_RET_ERRNO | 1 /* EPERM */;
constexpr unsigned executable = 4; // PROT_EXEC

class Filter {
public:
  void add(unsigned short code, unsigned value, unsigned char if_true = 0, unsigned char if_false = 0) {
    if (size_ < sizeof lines_ / sizeof *lines_) lines_[size_++] = sock_filter{code, if_true, if_false, value};
  }
  template <std::size_t count> void answer_calls(const int (&calls)[count], unsigned with) {
    for (const int call : calls) {
      add(equal, static_cast<unsigned>(call), 0, 1);
      add(answer, with);
    }
  }
  bool install() {
    sock_fprog program{static_cast<unsigned short>(size_), lines_};
    return size_ < sizeof lines_ / sizeof *lines_ && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
  }

private:
  sock_filter lines_[256]{};
  std::size_t size_ = 0;
};

} // namespace

bool confine_by_seccomp(bool writes, bool devices) {
  if (architecture == 0) return false;
  Filter filter;
  filter.add(load, offsetof(seccomp_data, arch));
  filter.add(equal, architecture, 1, 0);
  filter.add(answer, kill);
  filter.add(load, offsetof(seccomp_data, nr));
  filter.add(bits, 0x40000000u, 0, 1); // the other numbers of x86-64 (x32)
  filter.add(answer, kill);
  for (const int call : {static_cast<int>(SYS_mmap), static_cast<int>(SYS_mprotect)}) {
    filter.add(equal, static_cast<unsigned>(call), 0, 4);
    filter.add(load, offsetof(seccomp_data, args) + 2 * sizeof(__u64)); // the protection; little-endian
    filter.add(bits, executable, 0, 1);
    filter.add(answer, kill); // memory that runs is what an attack would need
    filter.add(answer, allow);
  }
  filter.answer_calls(reading, allow);
  filter.answer_calls(fatal, kill);
  if (writes) {
    if (!devices) {
      filter.add(equal, SYS_mknodat, 0, 4);
      filter.add(load, offsetof(seccomp_data, args) + 2 * sizeof(__u64)); // the mode
      filter.add(bits, 0x2000u, 0, 1);                                    // S_IFCHR, and S_IFBLK holds its bit too
      filter.add(answer, deny);
      filter.add(answer, allow);
    }
    filter.answer_calls(writing, allow);
  }
  filter.add(answer, deny);
  return filter.install();
}

} // namespace hdskit::unpack
