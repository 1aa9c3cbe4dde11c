// Load that does not wait: requests are due at fixed times, whether or not others were answered, and how long one took is counted
// from when it was due. So a queue that forms shows, which a closed loop hides (coordinated omission).
//
//   open-loop PORT RATE SECONDS CONNECTIONS REQUEST-FILE ORIGIN-PORT RESPONSE-FILE
//
// prints: requests a second, p50 p90 p99 p99.9 max in microseconds, the p99 of what is its own fault: how late it sent a request
// though a connection was free, and which share of the time it was at work. Nothing is counted in the first second. At rate 0 each
// connection sends as soon as it has its response: the peak.
//
// It is the origin too, in the same loop: so the two need no more than one processor, never wait for each other, and cost less
// than any proxy between them.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

// A connection to the proxy, or one of the proxy's to the origin; the listener is one of these.
struct connection { int fd, have; enum { CLIENT, SERVER, LISTENER } role; int64_t due, left; char head[8192]; };
struct numbers { int64_t *all; int64_t count, room; };

static int epoll, response_size;
static char response[65536];

static int64_t now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static int ascending(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static void add(struct numbers *numbers, int64_t number) {
    if (numbers->count == numbers->room) {
        numbers->room = numbers->room ? numbers->room * 2 : 1 << 16;
        numbers->all = realloc(numbers->all, numbers->room * sizeof *numbers->all);
        if (!numbers->all) { perror("realloc"); exit(71); }
    }
    numbers->all[numbers->count++] = number;
}

static double at(struct numbers *numbers, double share) {
    return numbers->count ? numbers->all[(int64_t)(share * (numbers->count - 1))] / 1e3 : 0;
}

static int load(const char *path, char *text, int size) {
    int file = open(path, O_RDONLY);
    int count = file < 0 ? -1 : (int)read(file, text, size);
    if (count <= 0 || count == size) { fprintf(stderr, "open-loop: %s: nothing in it, or too much\n", path); exit(65); }
    close(file);
    return count;
}

static struct connection *watch(int fd, int role) {
    struct connection *c = calloc(1, sizeof *c);
    if (!c) { perror("calloc"); exit(71); }
    *c = (struct connection){ .fd = fd, .role = role, .left = -1 };
    int one = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    fcntl(fd, F_SETFL, O_NONBLOCK);
    struct epoll_event event = { .events = EPOLLIN, .data.ptr = c };
    epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event);
    return c;
}

static struct sockaddr_in address(int port) {
    return (struct sockaddr_in){ .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
}

// Takes what has come of a response; 1 once it is whole, -1 where it is none or the connection has ended.
static int receive(struct connection *c) {
    static char body[65536];
    for (;;) {
        if (c->left < 0) {
            ssize_t n = read(c->fd, c->head + c->have, sizeof c->head - 1 - c->have);
            if (n < 0 && errno == EAGAIN) return 0;
            if (n <= 0) return -1;
            c->have += n;
            c->head[c->have] = 0;
            char *end = strstr(c->head, "\r\n\r\n");
            if (!end) { if (c->have == sizeof c->head - 1) return -1; continue; }
            char *length = strcasestr(c->head, "content-length:");
            if (strncmp(c->head, "HTTP/1.1 200", 12) != 0 || !length) return -1;
            c->left = atoll(length + 15) - (c->have - (end + 4 - c->head));
        } else {
            ssize_t n = read(c->fd, body, c->left < (int64_t)sizeof body ? (size_t)c->left : sizeof body);
            if (n < 0 && errno == EAGAIN) return 0;
            if (n <= 0) return -1;
            c->left -= n;
        }
        if (c->left == 0) { c->left = -1; c->have = 0; return 1; }
    }
}

// Answers a request that has come whole; a proxy sends the next when it has the answer.
static void serve(struct connection *c) {
    ssize_t n = read(c->fd, c->head + c->have, sizeof c->head - c->have);
    if (n < 0 && errno == EAGAIN) return;
    if (n <= 0) { close(c->fd); free(c); return; }
    c->have += n;
    if (c->have >= 4 && memcmp(c->head + c->have - 4, "\r\n\r\n", 4) == 0) {
        c->have = 0;
        if (write(c->fd, response, response_size) != response_size) { perror("open-loop: write to the proxy"); exit(69); }
    } else if (c->have == sizeof c->head) {
        fprintf(stderr, "open-loop: a request without end\n");
        exit(70);
    }
}

int main(int argc, char **argv) {
    if (argc != 8) {
        fprintf(stderr, "usage: open-loop PORT RATE SECONDS CONNECTIONS REQUEST-FILE ORIGIN-PORT RESPONSE-FILE\n");
        return 64;
    }
    double rate = atof(argv[2]);
    int connections = atoi(argv[4]);
    char request[8192];
    int size = load(argv[5], request, sizeof request);
    response_size = load(argv[7], response, sizeof response);
    epoll = epoll_create1(0);

    int listener = socket(AF_INET, SOCK_STREAM, 0), one = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    struct sockaddr_in origin = address(atoi(argv[6])), proxy = address(atoi(argv[1]));
    if (bind(listener, (struct sockaddr *)&origin, sizeof origin) != 0 || listen(listener, 4096) != 0) { perror("listen"); return 69; }
    watch(listener, LISTENER);

    // Connections take turns, so that all of them are used at any rate.
    struct connection **idle = calloc(connections, sizeof *idle);
    int64_t first = 0, idle_count = 0;
    for (; idle_count < connections; idle_count++) {
        int fd = socket(AF_INET, SOCK_STREAM, 0);
        if (connect(fd, (struct sockaddr *)&proxy, sizeof proxy) != 0) { perror("connect"); return 69; }
        idle[idle_count] = watch(fd, CLIENT);
    }

    struct numbers took = { 0 }, late = { 0 };
    int64_t start = now(), counted = start + 1000000000, end = counted + (int64_t)(atof(argv[3]) * 1e9);
    int64_t sent = 0, answered = 0, at_rest = 0, turn = start, due = start, was_free = start;
    while (due < end || answered < sent) {
        if (turn > end + 30000000000) { fprintf(stderr, "open-loop: %lld without an answer\n", (long long)(sent - answered)); return 71; }
        int has_worked = 0;
        while (idle_count > 0 && due < end && (rate == 0 || due <= now())) {
            struct connection *c = idle[first];
            first = (first + 1) % connections;
            idle_count--;
            c->due = rate == 0 ? now() : due;
            // Before a connection was free, it was the proxy that was late.
            if (due >= counted) add(&late, now() - (was_free > c->due ? was_free : c->due));
            if (write(c->fd, request, size) != size) { perror("open-loop: write"); return 69; }
            sent++;
            due = rate == 0 ? now() : start + (int64_t)(sent * 1e9 / rate);
            has_worked = 1;
        }
        struct epoll_event events[256];
        int count = epoll_wait(epoll, events, 256, 0);
        for (int i = 0; i < count; i++) {
            struct connection *c = events[i].data.ptr;
            if (c->role == LISTENER) {
                int fd = accept(listener, NULL, NULL);
                if (fd >= 0) watch(fd, SERVER);
            } else if (c->role == SERVER) {
                serve(c);
            } else {
                int outcome = receive(c);
                if (outcome < 0) { fprintf(stderr, "open-loop: no response of 200: %.40s\n", c->head); return 70; }
                if (outcome == 0) continue;
                answered++;
                if (c->due >= counted) add(&took, now() - c->due);
                if (idle_count == 0) was_free = now();
                idle[(first + idle_count++) % connections] = c;
            }
        }
        if (rate == 0 && due < end) due = now();
        int64_t before = turn;
        turn = now();
        if (!has_worked && count == 0 && before >= counted) at_rest += turn - before;
    }
    qsort(took.all, took.count, sizeof *took.all, ascending);
    qsort(late.all, late.count, sizeof *late.all, ascending);
    printf("%.0f %.1f %.1f %.1f %.1f %.1f %.1f %.2f\n", took.count / ((turn - counted) / 1e9), at(&took, 0.5), at(&took, 0.9),
        at(&took, 0.99), at(&took, 0.999), at(&took, 1), at(&late, 0.99), 1 - (double)at_rest / (turn - counted));
    return 0;
}
