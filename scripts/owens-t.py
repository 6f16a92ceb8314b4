"""Writes tests/fixtures/owens-t.json: Owen's T and < erf erf > with derivatives, by quadrature in mpmath (30 digits).

Needs mpmath; run from the root of the repository: python3 scripts/owens-t.py
"""
import itertools
import json
import random

import mpmath as mp

mp.mp.dps = 30


def owens_t(h, a):
    h, a = mp.mpf(h), mp.mpf(a)
    ends = [mp.mpf(k) / 4 / max(1, h) for k in (1, 4, 12, 24, 48)] + [1, 3, 10, 100]
    points = [mp.mpf(0)] + sorted(e for e in set(ends) if e < a) + [a]
    # The factor exp(-h^2 / 2) outside: quad works to an absolute tolerance.
    inner = mp.quad(lambda x: mp.exp(-(h * x) ** 2 / 2) / (1 + x * x), points)
    return mp.exp(-(h**2) / 2) * inner / (2 * mp.pi)


def s(order, z):
    first = mp.sqrt(2 / mp.pi) * mp.exp(-z * z / 2)
    return [mp.erf(z / mp.sqrt(2)), first, -z * first][order]


def moment(power, order_i, order_j, weights):
    """< x^power s^(order_i)(w_i x + b_i) s^(order_j)(w_j x + b_j) >"""
    wi, bi, wj, bj = (mp.mpf(v) for v in weights)
    points = [mp.mpf(-13), mp.mpf(13)] + [mp.mpf(k) for k in (-6, -2, 2, 6)]
    for w, b in ((wi, bi), (wj, bj)):
        points += [(k - b) / w for k in (-14, -5, -2, 0, 2, 5, 14) if abs((k - b) / w) < 13]
    normal = mp.sqrt(2 * mp.pi)
    f = lambda x: x**power * s(order_i, wi * x + bi) * s(order_j, wj * x + bj) * mp.exp(-x * x / 2) / normal
    return mp.quad(f, sorted(set(points)))


def product(weights):
    # (which factor, power of x) of w_i, b_i, w_j, b_j
    parts = [(0, 1), (0, 0), (1, 1), (1, 0)]

    def derivative(*which):
        orders = [sum(1 for p in which if parts[p][0] == side) for side in (0, 1)]
        return float(moment(sum(parts[p][1] for p in which), *orders, weights))

    return {
        "weights": weights,
        "value": derivative(),
        "gradient": [derivative(p) for p in range(4)],
        "hessian": [[derivative(p, q) for q in range(4)] for p in range(4)],
    }


heights = [0, 1e-3, 0.1, 1, 2.4, 2.6, 4, 8.5, 15, 37]
slopes = [1e-9, 0.3, 0.99, 1, 1.01, 3, 100]
random.seed(4)
cases = [[5, 2.5, 0.8662961223420891, 0], [5, -2.5, 3.15, 0], [1, 0, 1, 0], [1000, 300, 999, 299.5]]
cases += [[987.654321, 812.345678, 987.654123, 812.345432], [1000, 0, -1000, 0], [1000, 1000, 0.5, 0.4], [0.01, 2, 300, -200]]
for scale in (0.3, 3, 30, 300):
    for _ in range(4):
        cases.append([round(random.gauss(0, scale), 6) for _ in range(4)])
with open("tests/fixtures/owens-t.json", "w") as file:
    rows = [[h, a, float(owens_t(h, a))] for h, a in itertools.product(heights, slopes)]
    json.dump({"owensT": rows, "products": [product(c) for c in cases]}, file, indent=1)
    file.write("\n")
