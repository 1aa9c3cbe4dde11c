// What the transport needs of Linux and Swift's own module of the C library leaves out.
#ifndef SWITCHYARD_CLINUX_H
#define SWITCHYARD_CLINUX_H

#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <sys/uio.h>

// Declared for GNU sources only; to define that here would make other declarations differ from those of Swift's module.
int accept4(int, struct sockaddr *, socklen_t *, int);

/// epoll_ctl(2): has the kernel tell of `events` on a descriptor, under a key of the caller's.
static inline int linux_epoll_control(int poller, int operation, int descriptor, uint32_t events, uint64_t key) {
    struct epoll_event event;
    event.events = events;
    event.data.u64 = key;
    return epoll_ctl(poller, operation, descriptor, &event);
}

/// One accepted connection, non-blocking and closed on exec, with the address of its peer.
static inline int linux_accept(int listener, void *address, socklen_t *length) {
    return accept4(listener, (struct sockaddr *)address, length, SOCK_NONBLOCK | SOCK_CLOEXEC);
}

/// Sends two parts in one call, without SIGPIPE where the peer has gone.
static inline ssize_t linux_send(int descriptor, const void *first, size_t first_size, const void *second, size_t second_size) {
    if (second_size == 0) return send(descriptor, first, first_size, MSG_NOSIGNAL);
    if (first_size == 0) return send(descriptor, second, second_size, MSG_NOSIGNAL);
    struct iovec parts[2] = {{(void *)first, first_size}, {(void *)second, second_size}};
    struct msghdr message = {.msg_iov = parts, .msg_iovlen = 2};
    return sendmsg(descriptor, &message, MSG_NOSIGNAL);
}

/// Names the calling thread, for those who look at the process from outside; 15 bytes at most.
static inline void linux_name_thread(const char *name) { prctl(PR_SET_NAME, name, 0, 0, 0); }

#endif
