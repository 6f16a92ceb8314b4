import { describe, expect, it } from 'vitest';
import { type QueryConfig, readQuery } from '#state/query';

const nothing: QueryConfig = {
  composition: 'page',
  figure: undefined,
  preset: undefined,
  theme: 'auto',
  controls: 'full',
  hide: new Set(),
  lock: new Set(),
  profile: 'screen',
  gesture: 'cooperative',
  background: 'paper',
  autoplay: false,
  origin: undefined,
  talk: undefined,
  lang: undefined,
};

const cases: readonly [string, Partial<QueryConfig>][] = [
  ['', {}],
  ['?figure=pair&embed=1&theme=dark', { composition: 'embed', figure: 'pair', theme: 'dark' }],
  ['?theme=purple&unknown=3', {}],
  ['?embed=0', {}],
  ['?embed', {}],
  ['?figure=', { figure: '' }],
  ['?preset=apart&controls=min', { preset: 'apart', controls: 'min' }],
  ['?controls=some', {}],
  ['?hide=a,%20b,,&lock=eps', { hide: new Set(['a', 'b']), lock: new Set(['eps']) }],
  // A picture has no controls, whatever is asked for; and it is a picture, whatever else it is.
  ['?still=1&embed=1&controls=full', { composition: 'still', controls: 'none' }],
  ['?mode=talk', { composition: 'talk', controls: 'min', profile: 'projector', gesture: 'greedy' }],
  ['?mode=talk&controls=full&profile=screen&gesture=cooperative', { composition: 'talk' }],
  ['?talk=examples/talk.json', { talk: 'examples/talk.json' }],
  ['?gesture=greedy', { gesture: 'greedy' }],
  ['?gesture=auto', {}],
  ['?bg=transparent', { background: 'transparent' }],
  ['?bg=%23FFee00', { background: '#ffee00' }],
  ['?bg=ffee00', { background: '#ffee00' }],
  ['?bg=red;}', {}],
  ['?autoplay=1', { autoplay: true }],
  ['?origin=https://example.org/page', { origin: 'https://example.org' }],
  ['?origin=nonsense', {}],
  ['?origin=data:text/html,x', {}],
  ['?lang=de', { lang: 'de' }],
  ['?lang=../../x', {}],
];

describe('readQuery', () => {
  it.each(cases)('reads %j', (search, expected) => {
    expect(readQuery(search)).toEqual({ ...nothing, ...expected });
  });
});
