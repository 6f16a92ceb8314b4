/**
 * The style sheets of the article, whose parts are HTML before any script runs. Pages without it (embed.html) do not load
 * them. The sheet for paper comes last, as it overrides the others.
 */
import './base-style';
import 'virtual:story.css';
import '#plot/plot.css';
import '#story/article.css';
import '#story/end-matter.css';

import.meta.glob('/src/story/parts/**/*.css', { eager: true });

import '#story/print.css';
