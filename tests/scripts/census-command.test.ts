import { describe, expect, it } from 'vitest';
import { recordKey } from '#math/census/record';
import { levelSettings } from '#math/levels/level-run';
import { readCensusCommand } from '../../scripts/lib/census/command';

const read = (line: string) => readCensusCommand(line.split(' ').filter(Boolean));
const keys = (line: string) => read(line).tasks.map(({ settings, seed }) => recordKey({ ...settings, seed }));

describe('npm run census', () => {
  it('trains networks of one, two and three hidden layers', () => {
    const { tasks } = read('--depth 1,2,3 --widths 3 --runs 2 --seed 7');
    expect(tasks.map(({ settings, seed }) => [settings.depth, settings.widths, seed])).toEqual(
      [1, 2, 3].flatMap((depth) => [
        [depth, 3, 7],
        [depth, 3, 8],
      ]),
    );
    expect(read('').tasks[0]?.settings.depth).toBe(1);
    expect(() => read('--depth 4')).toThrow(/from 1 to 3/);
  });

  it('with the preset levels has the settings and as many runs as the paper’s Figure 2', () => {
    const asked = keys('--preset levels --widths 1,2');
    expect(asked).toHaveLength(300);
    expect(asked[0]).toBe(recordKey({ ...levelSettings(1, false), seed: 1 }));
    expect(asked.at(-1)).toBe(recordKey({ ...levelSettings(2, false), seed: 200 }));
    expect(read('--preset levels').packLevels).toBe(true);
    expect(read('').packLevels).toBe(false);
  });

  it('lets other options stand beside the preset', () => {
    const [first, ...others] = keys('--preset levels --widths 3 --biases on --runs 1');
    expect(others).toEqual([]);
    expect(first).toBe(recordKey({ ...levelSettings(3, true), seed: 1 }));
  });
});
