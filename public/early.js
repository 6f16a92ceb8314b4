/* Before anything is painted: what of the page's own HTML the address asks for (see src/app/main.ts). */
(() => {
  const query = new URLSearchParams(location.search);
  const root = document.documentElement;
  const isFigure =
    query.get('still') === '1' ||
    query.get('embed') === '1' ||
    query.get('mode') === 'talk' ||
    query.has('figure');
  const lang = (query.get('lang') ?? '').toLowerCase().split('-')[0];
  root.dataset.script = '';
  if (isFigure) {
    root.dataset.start = 'figure';
    return;
  }
  if (lang === 'de' && lang !== root.lang) root.dataset.start = 'language';
  let theme = query.get('theme');
  try {
    theme ??= localStorage.getItem('minima-theme');
  } catch {
    // Without storage the system's choice holds.
  }
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

  // Nobody is there yet: only the first screen is shown and loaded, for a while (docs/story.md).
  const quiet = 2500;
  const signs = ['pointermove', 'pointerdown', 'wheel', 'scroll', 'keydown'];
  const [visit] = performance.getEntriesByType('navigation');
  if (location.hash !== '' || visit?.name.includes(':~:')) return;
  root.dataset.view = visit?.type === 'navigate' ? 'first' : 'again';
  const open = () => {
    for (const sign of signs) removeEventListener(sign, open);
    if (root.dataset.view === undefined) return;
    delete root.dataset.view;
    dispatchEvent(new Event('reader'));
  };
  for (const sign of signs) addEventListener(sign, open, { passive: true });
  addEventListener('load', () => setTimeout(open, quiet), { once: true });
})();
