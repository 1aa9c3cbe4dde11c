// Load that does not wait: requests are due at fixed times, whether or not the last one was answered, and how long one took is
// counted from when it was due. So a queue that forms shows, which a closed loop hides (coordinated omission).
//
//   open-loop PORT RATE SECONDS CONNECTIONS REQUEST-FILE     prints: answered p50 p90 p99 p99.9 max, in microseconds
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

struct connection { int fd; int64_t due; char head[4096]; int have; int64_t left; };

static int64_t now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static int ascending(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

// Takes what has come; 1 once the response is whole, -1 where it is none or the connection has ended.
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
            if (c->left == 0) { c->left = -1; c->have = 0; return 1; }
            ssize_t n = read(c->fd, body, c->left < (int64_t)sizeof body ? (size_t)c->left : sizeof body);
            if (n < 0 && errno == EAGAIN) return 0;
            if (n <= 0) return -1;
            c->left -= n;
        }
        if (c->left == 0) { c->left = -1; c->have = 0; return 1; }
    }
}

int main(int argc, char **argv) {
    if (argc != 6) { fprintf(stderr, "usage: open-loop PORT RATE SECONDS CONNECTIONS REQUEST-FILE\n"); return 64; }
    int port = atoi(argv[1]), connections = atoi(argv[4]);
    double rate = atof(argv[2]);
    int64_t total = (int64_t)(rate * atof(argv[3])), sent = 0, answered = 0;
    char request[8192];
    int file = open(argv[5], O_RDONLY);
    ssize_t size = read(file, request, sizeof request);
    if (size <= 0 || total <= 0 || connections <= 0) return 65;
    struct connection *all = calloc(connections, sizeof *all), **idle = calloc(connections, sizeof *idle);
    int64_t *took = calloc(total, sizeof *took);
    int epoll = epoll_create1(0), free_count = 0;
    for (int i = 0; i < connections; i++) {
        struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
        all[i].fd = socket(AF_INET, SOCK_STREAM, 0);
        all[i].left = -1;
        if (connect(all[i].fd, (struct sockaddr *)&address, sizeof address) != 0) { perror("connect"); return 69; }
        int one = 1;
        setsockopt(all[i].fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        fcntl(all[i].fd, F_SETFL, O_NONBLOCK);
        struct epoll_event event = { .events = EPOLLIN, .data.ptr = &all[i] };
        epoll_ctl(epoll, EPOLL_CTL_ADD, all[i].fd, &event);
        idle[free_count++] = &all[i];
    }
    int64_t start = now(), give_up = start + (int64_t)((atof(argv[3]) + 10) * 1e9);
    while (answered < total && now() < give_up) {
        while (free_count > 0 && sent < total) {
            int64_t due = start + (int64_t)(sent * 1e9 / rate);
            if (due > now()) break;
            struct connection *c = idle[--free_count];
            c->due = due;
            if (write(c->fd, request, size) != size) { perror("write"); return 69; }
            sent++;
        }
        struct epoll_event events[256];
        int count = epoll_wait(epoll, events, 256, free_count > 0 && sent < total ? 0 : 1);
        for (int i = 0; i < count; i++) {
            struct connection *c = events[i].data.ptr;
            int outcome = receive(c);
            if (outcome < 0) { fprintf(stderr, "open-loop: no response of 200: %.40s\n", c->head); return 70; }
            if (outcome == 0) continue;
            took[answered++] = now() - c->due;
            idle[free_count++] = c;
        }
    }
    qsort(took, answered, sizeof *took, ascending);
    double at[] = { 0.5, 0.9, 0.99, 0.999 };
    printf("%lld", (long long)answered);
    for (int i = 0; i < 4; i++) printf(" %.1f", answered ? took[(int64_t)(at[i] * (answered - 1))] / 1e3 : 0);
    printf(" %.1f\n", answered ? took[answered - 1] / 1e3 : 0);
    return answered == total ? 0 : 71;
}
