"""Writes tests/fixtures/activation-tails.json: activations and derivatives far out, to full relative accuracy.

The 50-digit reference values of tests/fixtures/activations.json lose their relative accuracy below about 1e-43
(they subtract from 1); here mpmath works with enough digits. Run with mpmath installed.
"""
import json
from mpmath import mp, mpf, exp, log, erf, erfc, sqrt, diff, nstr

mp.dps = 1000
functions = {
    "softplus": lambda z: log(1 + exp(z)),
    "sigmoid": lambda z: 1 / (1 + exp(-z)),
    "tanh": lambda z: (1 - exp(-2 * z)) / (1 + exp(-2 * z)),
    "silu": lambda z: z / (1 + exp(-z)),
    "gelu": lambda z: z * erfc(-z / sqrt(mpf(2))) / 2,
    "erf": lambda z: erf(z / sqrt(mpf(2))),
    "g": lambda z: 1 / (1 + exp(-4 * z)) + log(1 + exp(z)),
}
points = [-30, 30, -36.5, 100, -100]
h = mpf(10) ** -120
table = {}
for name, f in functions.items():
    rows = []
    for z in points:
        values = [diff(f, mpf(z), k, h=h) for k in range(4)]
        rows.append([z] + [float(nstr(v, 20)) for v in values])
    table[name] = rows
with open("tests/fixtures/activation-tails.json", "w") as out:
    json.dump({"columns": ["z", "value", "first", "second", "third"], "values": table}, out, indent=1)
    out.write("\n")
