/* A disk that remembers and a disk that is full: loaded before the C library (LD_PRELOAD), for files under $DISK_FOLDER.

   Every write, cut, flush, new name and lost name is written to $DISK_LOG in order, when that is set.
   After disk_full_at(n) the nth write from then on, and every one after it, finds no room, until disk_full_at(0). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define MOST 4096
#define REAL(name) static __typeof__(name) *real = 0; if (!real) real = dlsym(RTLD_NEXT, #name)

static int log_file = -1;
static char folder[512];
static size_t folder_length;
static char *paths[MOST];
static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;
static long full_at = 0, written = 0;

__attribute__((constructor)) static void begin(void) {
    const char *where = getenv("DISK_FOLDER"), *log = getenv("DISK_LOG");
    if (!where) return;
    strncpy(folder, where, sizeof folder - 1);
    folder_length = strlen(folder);
    int (*real_open)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
    if (log) log_file = real_open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
}

void disk_full_at(long number) { full_at = number; written = 0; }
long disk_written(void) { return written; }

static int is_ours(const char *path) { return folder_length && !strncmp(path, folder, folder_length); }
static const char *path_of(int file) { return file >= 0 && file < MOST ? paths[file] : 0; }
static int ends(const char *path, const char *end) {
    size_t all = strlen(path), last = strlen(end);
    return all >= last && !strcmp(path + all - last, end);
}

/* The index of a log (-shm) is memory that programs share, and the words of a test (.ack) are not on the disk that is tried. */
static int has_no_room(const char *path) {
    if (!path || ends(path, ".ack") || ends(path, "-shm")) return 0;
    written++;
    return full_at && written >= full_at;
}

static void record(char what, const char *path, int64_t at, const void *bytes, uint32_t size) {
    if (log_file < 0) return;
    ssize_t (*real_write)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
    char head[600];
    uint16_t length = strlen(path);
    head[0] = what;
    memcpy(head + 1, &length, 2);
    memcpy(head + 3, path, length);
    memcpy(head + 3 + length, &at, 8);
    memcpy(head + 11 + length, &size, 4);
    pthread_mutex_lock(&guard);
    if (real_write(log_file, head, 15 + length) < 0 || (size && bytes && real_write(log_file, bytes, size) < 0)) abort();
    pthread_mutex_unlock(&guard);
}

static void track(int file, const char *path, int flags) {
    if (file < 0 || file >= MOST) return;
    free(paths[file]);
    paths[file] = is_ours(path) ? strdup(path) : 0;
    if (paths[file] && (flags & O_CREAT)) record('C', path, 0, 0, 0);
}

#define OPEN(name)                                                         \
    int name(const char *path, int flags, ...) {                           \
        REAL(name);                                                        \
        va_list rest;                                                      \
        va_start(rest, flags);                                             \
        int mode = (flags & O_CREAT) ? va_arg(rest, int) : 0;              \
        va_end(rest);                                                      \
        int file = real(path, flags, mode);                                \
        track(file, path, flags);                                          \
        return file;                                                       \
    }
OPEN(open)
OPEN(open64)

#define PWRITE(name, offset)                                               \
    ssize_t name(int file, const void *bytes, size_t size, offset at) {    \
        REAL(name);                                                        \
        if (has_no_room(path_of(file))) { errno = ENOSPC; return -1; }     \
        ssize_t done = real(file, bytes, size, at);                        \
        if (path_of(file) && done > 0) record('W', path_of(file), at, bytes, done); \
        return done;                                                       \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t write(int file, const void *bytes, size_t size) {
    REAL(write);
    const char *path = path_of(file);
    if (has_no_room(path)) { errno = ENOSPC; return -1; }
    off_t at = path ? lseek(file, 0, SEEK_CUR) : 0;
    ssize_t done = real(file, bytes, size);
    if (path && done > 0) record(ends(path, ".ack") ? 'A' : 'W', path, at, bytes, done);
    return done;
}

#define SYNC(name)                                                         \
    int name(int file) {                                                   \
        REAL(name);                                                        \
        int failed = real(file);                                           \
        if (path_of(file) && !failed) record('S', path_of(file), 0, 0, 0); \
        return failed;                                                     \
    }
SYNC(fsync)
SYNC(fdatasync)

#define TRUNCATE(name, offset)                                             \
    int name(int file, offset size) {                                      \
        REAL(name);                                                        \
        struct stat now;                                                   \
        if (path_of(file) && !fstat(file, &now) && size > now.st_size && has_no_room(path_of(file))) { errno = ENOSPC; return -1; } \
        int failed = real(file, size);                                     \
        if (path_of(file) && !failed) record('T', path_of(file), size, 0, 0); \
        return failed;                                                     \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

int unlink(const char *path) {
    REAL(unlink);
    int failed = real(path);
    if (is_ours(path) && !failed) record('U', path, 0, 0, 0);
    return failed;
}

int rename(const char *path, const char *name) {
    REAL(rename);
    int failed = real(path, name);
    if (is_ours(path) && !failed) record('N', path, 0, name, strlen(name));
    return failed;
}

int close(int file) {
    REAL(close);
    if (file >= 0 && file < MOST) { free(paths[file]); paths[file] = 0; }
    return real(file);
}
