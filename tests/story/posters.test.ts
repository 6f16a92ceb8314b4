import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { posterFile, posterShapes, posterSizes, posterThemes } from '#story/posters';
import { languages, renderArticle } from '#story/render';
import { root } from '../../scripts/lib/paths';
import { OPENING_LIMIT, POSTER_LIMIT } from '../../scripts/lib/story-posters';

const places = (language: (typeof languages)[number]) =>
  [...renderArticle(language, (tex) => tex).matchAll(/data-place="([^"]*)"/g)].map(([, name = '']) => name);

describe.each(languages)('the posters of the article in %s', (language) => {
  // When this is red: npm run posters -- --story
  it.each(places(language))('%s has one for each theme and shape, of few bytes', (place) => {
    for (const shape of posterShapes) {
      expect(posterSizes(place)?.[shape].width).toBeGreaterThan(200);
      for (const theme of posterThemes) {
        const file = join(root, 'public/posters', posterFile(place, theme, shape));
        expect(existsSync(file), file).toBe(true);
        expect(statSync(file).size).toBeLessThanOrEqual(place === 'duo' ? OPENING_LIMIT : POSTER_LIMIT);
      }
    }
  });
});
