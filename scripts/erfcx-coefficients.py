"""Prints the polynomial tables of src/math/numerics/erf.ts.

erfcx(x) = exp(x^2) erfc(x) for x >= 0 on three intervals; on each, a Chebyshev interpolant in t in [-1, 1] written in
powers of t (its coefficients fall fast, so the powers lose nothing). On the last, x erfcx(x) in u = 1 / x^2.
Run with mpmath installed: python3 scripts/erfcx-coefficients.py
"""
from mpmath import mp, mpf, cos, pi, erfc, exp, sqrt, nstr

mp.dps = 50
NODES = 90
ACCURACY = mpf("1e-15")


def erfcx(x):
    x = mpf(x)
    if x > 60:  # asymptotic series: the direct product would lose all digits
        total, term = mpf(1), mpf(1)
        for n in range(1, 40):
            term *= -(2 * n - 1) / (2 * x * x)
            total += term
        return total / (x * sqrt(pi))
    with mp.workdps(70 + int(x * x)):
        return +(exp(x * x) * erfc(x))


def chebyshev(f):
    nodes = [cos(pi * (k + mpf(1) / 2) / NODES) for k in range(NODES)]
    values = [f(t) for t in nodes]
    return [
        sum(v * cos(n * pi * (k + mpf(1) / 2) / NODES) for k, v in enumerate(values)) * (1 if n == 0 else 2) / NODES
        for n in range(40)
    ]


def powers(coefficients):
    """Coefficients of t^0, t^1, ... of a Chebyshev sum."""
    size = len(coefficients)
    before, now = [mpf(0)] * size, [mpf(0)] * size
    before[0], now[1] = mpf(1), mpf(1)
    total = [c * coefficients[0] for c in before]
    total = [a + coefficients[1] * b for a, b in zip(total, now)]
    for n in range(2, size):
        following = [2 * (now[k - 1] if k else 0) - before[k] for k in range(size)]
        total = [a + coefficients[n] * b for a, b in zip(total, following)]
        before, now = now, following
    return total


def table(name, f):
    c = chebyshev(f)
    last = max(n for n, x in enumerate(c) if abs(x) > ACCURACY * abs(c[0]))
    print(f"const {name} = Float64Array.of(")
    for p in powers(c[: last + 1]):
        print(f"  {float(nstr(p, 20))!r},")
    print(");")


table("NEAR", lambda t: erfcx((t + 1) * mpf("0.65")))
table("MIDDLE", lambda t: erfcx(mpf("1.3") + (t + 1) * mpf("0.85")))
table("FAR", lambda t: erfcx(3 / sqrt((t + 1) / 2)) * 3 / sqrt((t + 1) / 2) if t > -1 else 1 / sqrt(pi))
