#define _GNU_SOURCE
#include "CLinux.h"

#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

_Static_assert(LINUX_READABLE == EPOLLIN && LINUX_WRITABLE == EPOLLOUT, "as epoll_ctl(2) has them");
_Static_assert(LINUX_FAILED == EPOLLERR && LINUX_HUNG_UP == EPOLLHUP, "as epoll_ctl(2) has them");
_Static_assert(LINUX_PEER_ENDED == EPOLLRDHUP, "as epoll_ctl(2) has them");
_Static_assert(LINUX_ADD == EPOLL_CTL_ADD && LINUX_REMOVE == EPOLL_CTL_DEL && LINUX_CHANGE == EPOLL_CTL_MOD, "likewise");

int linux_poller(void) { return epoll_create1(EPOLL_CLOEXEC); }

int linux_waker(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

int linux_watch(int poller, int operation, int descriptor, unsigned readiness, unsigned long long key) {
    struct epoll_event event = {.events = readiness, .data.u64 = key};
    return epoll_ctl(poller, operation, descriptor, &event);
}

unsigned long linux_events_size(int count) { return count * sizeof(struct epoll_event); }

// Nobody cancels a thread here, so what every request does goes past the C library's points of cancellation (pthreads(7)): each has
// two atomic operations around its call.
int linux_wait(int poller, void *events, int count, int milliseconds) {
    return (int)syscall(SYS_epoll_pwait, poller, events, count, milliseconds, NULL, 0);
}

long linux_receive(int descriptor, void *buffer, unsigned long size) {
    return syscall(SYS_recvfrom, descriptor, buffer, size, 0, NULL, NULL);
}

static long send_one(int descriptor, const void *bytes, unsigned long size) {
    return syscall(SYS_sendto, descriptor, bytes, size, MSG_NOSIGNAL, NULL, 0);
}

unsigned long long linux_event_key(const void *events, long index) {
    return ((const struct epoll_event *)events)[index].data.u64;
}

unsigned linux_event_readiness(const void *events, long index) {
    return ((const struct epoll_event *)events)[index].events;
}

int linux_accept(int listener, void *address, unsigned *length) {
    return accept4(listener, address, length, SOCK_NONBLOCK | SOCK_CLOEXEC);
}

long linux_send(int descriptor, const void *first, unsigned long first_size, const void *second, unsigned long second_size) {
    if (second_size == 0) return send_one(descriptor, first, first_size);
    if (first_size == 0) return send_one(descriptor, second, second_size);
    struct iovec parts[2] = {{(void *)first, first_size}, {(void *)second, second_size}};
    struct msghdr message = {.msg_iov = parts, .msg_iovlen = 2};
    return sendmsg(descriptor, &message, MSG_NOSIGNAL);
}

int linux_pipe(int *outlet, int *inlet, int size) {
    int ends[2];
    if (pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0) return -1;
    // A user has so much room for pipes (pipe(7)); beyond it they stay as small as they are.
    fcntl(ends[1], F_SETPIPE_SZ, size);
    *outlet = ends[0];
    *inlet = ends[1];
    return 0;
}

long linux_splice(int from, int to, unsigned long size) {
    return syscall(SYS_splice, from, NULL, to, NULL, size, SPLICE_F_MOVE | SPLICE_F_NONBLOCK);
}

void linux_name_thread(const char *name) { prctl(PR_SET_NAME, name, 0, 0, 0); }
