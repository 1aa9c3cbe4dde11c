// What the transport needs of Linux and Swift's module of the C library leaves out. No header of the system is included here:
// what they declare is to come from Swift's own module alone.
#ifndef SWITCHYARD_CLINUX_H
#define SWITCHYARD_CLINUX_H

/// What can be done with a descriptor: bits of epoll_ctl(2).
enum {
    LINUX_READABLE = 0x1,
    LINUX_WRITABLE = 0x4,
    LINUX_FAILED = 0x8,
    LINUX_HUNG_UP = 0x10,
    LINUX_PEER_ENDED = 0x2000,
};

/// What to do with a descriptor: operations of epoll_ctl(2).
enum { LINUX_ADD = 1, LINUX_REMOVE = 2, LINUX_CHANGE = 3 };

/// A descriptor of epoll(7), closed on exec; -1 and errno where there is none.
int linux_poller(void);
/// A descriptor of eventfd(2), non-blocking and closed on exec; -1 and errno where there is none.
int linux_waker(void);

/// epoll_ctl(2): has the kernel tell of `readiness` on a descriptor, under a key of the caller's.
int linux_watch(int poller, int operation, int descriptor, unsigned readiness, unsigned long long key);

/// The size of room for so many events.
unsigned long linux_events_size(int count);
/// epoll_wait(2): how many events there are now; -1 and errno where it was interrupted.
int linux_wait(int poller, void *events, int count, int milliseconds);
unsigned long long linux_event_key(const void *events, long index);
unsigned linux_event_readiness(const void *events, long index);

/// One accepted connection, non-blocking and closed on exec, with the address of its peer.
int linux_accept(int listener, void *address, unsigned *length);

/// What has come, as much of it as there is room for; 0 where the peer has ended, -1 and errno where there is nothing.
long linux_receive(int descriptor, void *buffer, unsigned long size);
/// Sends two parts in one call, without SIGPIPE where the peer has gone; -1 and errno where nothing was sent.
long linux_send(int descriptor, const void *first, unsigned long first_size, const void *second, unsigned long second_size);

/// The ends of a pipe(7), non-blocking and closed on exec, with room for so many bytes where the kernel allows it; -1 and errno where
/// there is none.
int linux_pipe(int *outlet, int *inlet, int size);
/// splice(2): moves bytes between a non-blocking socket and a pipe; 0 where a socket's peer has ended, -1 and errno where nothing was
/// moved. Where a socket's peer has gone, it comes with SIGPIPE.
long linux_splice(int from, int to, unsigned long size);

/// Names the calling thread, for those who look at the process from outside; 15 bytes at most.
void linux_name_thread(const char *name);

#endif
