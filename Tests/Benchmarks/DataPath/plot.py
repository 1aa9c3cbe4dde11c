"""A plot of latencies as SVG, without a library."""
import math

COLOURS = {"gateway": "#d9480f", "nginx": "#2b8a3e", "haproxy": "#1864ab"}
WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 640, 360, 60, 20, 90, 45


def draw(path, curves):
    """Writes p99 in milliseconds over the share of each proxy's peak rate; the scale of latencies is logarithmic."""
    low = math.floor(math.log10(min(y for points in curves.values() for _, y in points)))
    high = math.ceil(math.log10(max(y for points in curves.values() for _, y in points)))
    def x(share): return LEFT + share * (WIDTH - LEFT - RIGHT)
    def y(value): return TOP + (high - math.log10(value)) / max(1, high - low) * (HEIGHT - TOP - BOTTOM)
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
             f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>']
    for power in range(low, high + 1):
        at = y(10 ** power)
        lines += [f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{at:.0f}" y2="{at:.0f}" stroke="#ddd"/>',
                  f'<text x="{LEFT - 6}" y="{at + 4:.0f}" text-anchor="end">{10 ** power:g} ms</text>']
    for share in (0.1, 0.3, 0.5, 0.7, 0.9):
        lines.append(f'<text x="{x(share):.0f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{share * 100:.0f} %</text>')
    lines.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 6}" text-anchor="middle">p99 over the share of the peak rate, open loop</text>')
    for name, points in curves.items():
        colour = COLOURS.get(name, "#555")
        path_text = " ".join(f"{x(share):.1f},{y(value):.1f}" for share, value in points)
        lines.append(f'<polyline points="{path_text}" fill="none" stroke="{colour}" stroke-width="2"/>')
        lines.append(f'<text x="{WIDTH - RIGHT + 6}" y="{y(points[-1][1]) + 4:.0f}" fill="{colour}">{name}</text>')
    with open(path, "w") as file:
        file.write("\n".join(lines + ["</svg>"]) + "\n")
