/** The switch between light and dark. */

const KEY = 'minima-theme';

function remember(theme: string): void {
  try {
    window.localStorage.setItem(KEY, theme);
  } catch {
    // Without storage the choice lasts until the page is closed.
  }
}

/** Makes the switch of an article work. The figures hear of it through the attribute of the page. */
export function startTheme(article: HTMLElement): void {
  const root = document.documentElement;
  article.addEventListener('click', (event) => {
    if (!(event.target as Element).closest('[data-action="theme"]')) return;
    const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    const next = (root.dataset.theme ?? system) === 'dark' ? 'light' : 'dark';
    root.dataset.theme = next;
    remember(next);
    root.dispatchEvent(new Event('themechange'));
  });
}
