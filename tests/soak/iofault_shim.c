/* Preloaded into a command, makes one kind of its calls on the station's database fail.
 *
 *   FAULT_CALL     write, sync, resize: on the database, its WAL and its journal; index: writes and sizes of its -shm;
 *                  copy: all three in the folder of its backups
 *   FAULT_AT       the first call that fails, counted from 1; 0: none
 *   FAULT_ERRNO    the error it fails with; 0: a short write, half of the bytes
 *   FAULT_FOREVER  set: all later calls fail as well
 *   FAULT_REPORT   file that gets how many calls of each kind were made, and how many failed, when the program ends
 *
 * SQLite calls pwrite64, fdatasync, fsync and ftruncate64 (src/os_unix.c).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { WRITE, SYNC, RESIZE, INDEX, COPY, KINDS };
static const char *const names[KINDS] = {"write", "sync", "resize", "index", "copy"};
static int calls[KINDS], failed;

static int number(const char *name) {
    const char *text = getenv(name);
    return text ? atoi(text) : 0;
}

/* The kind under which a call on this file is counted, -1 for a file of others. */
static int kind_of(int fd, int kind) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return -1;
    path[length] = 0;
    if (strstr(path, "/backup")) return COPY;
    if (!strstr(path, "/station.sqlite3")) return -1;
    return strstr(path, "-shm") ? INDEX : kind;
}

static int fails(int fd, int kind) {
    const char *wanted = getenv("FAULT_CALL");
    int counted = kind_of(fd, kind);
    if (counted < 0) return 0;
    int nth = __sync_add_and_fetch(&calls[counted], 1), at = number("FAULT_AT");
    if (!wanted || strcmp(wanted, names[counted])) return 0;
    int hit = at && (nth == at || (nth > at && getenv("FAULT_FOREVER")));
    if (hit) __sync_add_and_fetch(&failed, 1);
    return hit;
}

static int refused(void) {
    errno = number("FAULT_ERRNO");
    return -1;
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t offset) {
    static ssize_t (*real)(int, const void *, size_t, off64_t);
    if (!real) real = dlsym(RTLD_NEXT, "pwrite64");
    if (!fails(fd, WRITE)) return real(fd, bytes, count, offset);
    return number("FAULT_ERRNO") ? refused() : real(fd, bytes, count / 2, offset);
}

int fdatasync(int fd) {
    static int (*real)(int);
    if (!real) real = dlsym(RTLD_NEXT, "fdatasync");
    return fails(fd, SYNC) ? refused() : real(fd);
}

int fsync(int fd) {
    static int (*real)(int);
    if (!real) real = dlsym(RTLD_NEXT, "fsync");
    return fails(fd, SYNC) ? refused() : real(fd);
}

int ftruncate64(int fd, off64_t size) {
    static int (*real)(int, off64_t);
    if (!real) real = dlsym(RTLD_NEXT, "ftruncate64");
    return fails(fd, RESIZE) ? refused() : real(fd, size);
}

__attribute__((destructor)) static void report(void) {
    const char *path = getenv("FAULT_REPORT");
    FILE *file = path ? fopen(path, "w") : NULL;
    if (!file) return;
    for (int kind = 0; kind < KINDS; kind++) fprintf(file, "%d ", calls[kind]);
    fprintf(file, "%d\n", failed);
    fclose(file);
}
