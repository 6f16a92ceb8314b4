/** Figures to share, plain and random. */
import fc from 'fast-check';
import { type EmbedOptions, plainOptions, type SharedFigure } from '#share/address';

/** A figure that asks for nothing. */
export const plain: SharedFigure = {
  site: 'https://example.org/~brea/minima_at/infinity/',
  figure: 'pair',
  title: 'Two neurons become a gated linear unit',
  state: ['act=relu', 'eps=1e-2', 'w=0.8,-0.2'],
  options: plainOptions,
  size: { width: 960, height: 720 },
  ownHeight: false,
};

const name = fc.stringMatching(/^[a-z][a-z-]{0,8}$/);
const set = fc.uniqueArray(name, { maxLength: 4 }).map((names) => new Set(names));
const nasty = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\ud800', 'ε', ...Array.from('&<>"\'%#_~^\\{}$ ()[]`*?=+;:@!|,/')),
    fc.string({ unit: 'binary', maxLength: 1, minLength: 1 }),
  ),
});

/** Choices of an author. */
export const anyOptions: fc.Arbitrary<EmbedOptions> = fc.record({
  controls: fc.constantFrom('full', 'min', 'none'),
  hide: set,
  lock: set,
  theme: fc.constantFrom('auto', 'light', 'dark'),
  profile: fc.constantFrom('screen', 'projector'),
  gesture: fc.constantFrom('cooperative', 'greedy', 'none'),
  background: fc.constantFrom('paper', 'transparent', '#00ff7f', '#a1b2c3'),
  autoplay: fc.boolean(),
});

/** A figure with any text whatever in its title and its state. */
export const anyShared: fc.Arbitrary<SharedFigure> = fc.record({
  site: fc.constantFrom(plain.site, 'http://localhost:8080/', "https://a.b/x(1)/it's_$5/index.html"),
  figure: name,
  title: nasty,
  state: fc.array(
    fc.tuple(name, nasty).map(([key, value]) => `${key}=${value}`),
    { maxLength: 4 },
  ),
  options: anyOptions,
  ownHeight: fc.boolean(),
  size: fc.record({
    width: fc.integer({ min: 240, max: 7680 }),
    height: fc.integer({ min: 200, max: 4320 }),
  }),
});
