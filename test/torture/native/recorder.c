/*
 * LD_PRELOAD library of the torture run. Under the folder RECORDER_FOLDER it
 *  - logs every change and every sync to RECORDER_LOG, in their order, with their data; or
 *  - lets the calls number RECORDER_FAIL_AT to RECORDER_FAIL_AT + RECORDER_FAIL_COUNT - 1 fail with RECORDER_ERRNO, counted from the
 *    moment in which the file RECORDER_BEGIN is made.
 * A record is one line, tab separated: kind, path, second path or '-', offset, length; then `length` bytes and a line break.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FILES 4096
static char *paths[MOST_FILES];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int log_file = -1;
static long counted = 0, fail_at = 0, fail_count = 0;
static int fail_errno = 0, armed = 0;
static const char *folder, *begin_path;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void start(void) {
  folder = getenv("RECORDER_FOLDER");
  begin_path = getenv("RECORDER_BEGIN");
  const char *log = getenv("RECORDER_LOG");
  if (log) log_file = REAL(open)(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (getenv("RECORDER_FAIL_AT")) {
    fail_at = atol(getenv("RECORDER_FAIL_AT"));
    fail_count = atol(getenv("RECORDER_FAIL_COUNT"));
    fail_errno = atoi(getenv("RECORDER_ERRNO"));
  }
}

static int watched(const char *path) {
  return folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

static const char *path_of(int fd) { return fd >= 0 && fd < MOST_FILES ? paths[fd] : NULL; }

static void record(char kind, const char *path, const char *other, long long offset, const void *data, size_t length) {
  if (log_file < 0) return;
  char head[2 * 4096 + 64];
  int n = snprintf(head, sizeof head, "%c\t%s\t%s\t%lld\t%zu\n", kind, path, other ? other : "-", offset, data ? length : 0);
  pthread_mutex_lock(&lock);
  struct iovec parts[3] = {{head, (size_t)n}, {(void *)data, data ? length : 0}, {"\n", 1}};
  for (int i = 0; i < 3; i++)
    for (size_t done = 0; done < parts[i].iov_len;) {
      ssize_t wrote = REAL(write)(log_file, (char *)parts[i].iov_base + done, parts[i].iov_len - done);
      if (wrote <= 0) break;
      done += (size_t)wrote;
    }
  pthread_mutex_unlock(&lock);
}

/* Whether this call is one of those that shall fail. */
static int fails(void) {
  if (!armed || fail_at == 0) return 0;
  pthread_mutex_lock(&lock);
  long n = ++counted;
  pthread_mutex_unlock(&lock);
  if (n < fail_at || n >= fail_at + fail_count) return 0;
  errno = fail_errno;
  return 1;
}

static int opened(int fd, const char *path, int flags, int was_there) {
  if (fd < 0) return fd;
  if (begin_path && path && strcmp(path, begin_path) == 0) armed = 1;
  if (fd >= MOST_FILES || !watched(path)) return fd;
  free(paths[fd]);
  paths[fd] = strdup(path);
  if (!was_there) record('C', path, NULL, 0, NULL, 0);
  else if (flags & O_TRUNC) record('T', path, NULL, 0, NULL, 0);
  return fd;
}

static int there(const char *path) { return path && REAL(access)(path, F_OK) == 0; }

#define OPEN(name)                                                  \
  int name(const char *path, int flags, ...) {                      \
    mode_t mode = 0;                                                \
    if (flags & (O_CREAT | O_TMPFILE)) {                            \
      va_list rest;                                                 \
      va_start(rest, flags);                                        \
      mode = va_arg(rest, mode_t);                                  \
      va_end(rest);                                                 \
    }                                                               \
    int was_there = watched(path) ? there(path) : 1;                \
    return opened(REAL(name)(path, flags, mode), path, flags, was_there); \
  }
OPEN(open)
OPEN(open64)

int close(int fd) {
  if (fd >= 0 && fd < MOST_FILES && paths[fd]) {
    free(paths[fd]);
    paths[fd] = NULL;
  }
  return REAL(close)(fd);
}

static long long place(int fd) {
  if (REAL(fcntl)(fd, F_GETFL) & O_APPEND) return lseek(fd, 0, SEEK_END);
  return lseek(fd, 0, SEEK_CUR);
}

ssize_t write(int fd, const void *data, size_t length) {
  const char *path = path_of(fd);
  if (!path) return REAL(write)(fd, data, length);
  if (fails()) return -1;
  long long offset = place(fd);
  ssize_t wrote = REAL(write)(fd, data, length);
  if (wrote > 0) record('W', path, NULL, offset, data, (size_t)wrote);
  return wrote;
}

#define PWRITE(name, offset_t)                                              \
  ssize_t name(int fd, const void *data, size_t length, offset_t offset) {  \
    const char *path = path_of(fd);                                         \
    if (!path) return REAL(name)(fd, data, length, offset);                 \
    if (fails()) return -1;                                                 \
    ssize_t wrote = REAL(name)(fd, data, length, offset);                   \
    if (wrote > 0) record('W', path, NULL, offset, data, (size_t)wrote);    \
    return wrote;                                                           \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define TRUNCATE(name, offset_t)                                   \
  int name(int fd, offset_t length) {                              \
    int done = REAL(name)(fd, length);                             \
    if (done == 0 && path_of(fd)) record('S', path_of(fd), NULL, length, NULL, 0); \
    return done;                                                   \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define SYNC(name)                                                 \
  int name(int fd) {                                               \
    const char *path = path_of(fd);                                \
    if (!path) return REAL(name)(fd);                              \
    if (fails()) return -1;                                        \
    int done = REAL(name)(fd);                                     \
    if (done == 0) record('F', path, NULL, 0, NULL, 0);            \
    return done;                                                   \
  }
SYNC(fsync)
SYNC(fdatasync)

int rename(const char *from, const char *to) {
  int done = REAL(rename)(from, to);
  if (done == 0 && watched(to)) record('R', from, to, 0, NULL, 0);
  return done;
}

int unlink(const char *path) {
  int done = REAL(unlink)(path);
  if (done == 0 && watched(path)) record('U', path, NULL, 0, NULL, 0);
  return done;
}

int remove(const char *path) {
  int done = REAL(remove)(path);
  if (done == 0 && watched(path)) record('U', path, NULL, 0, NULL, 0);
  return done;
}
