/* The teacher's page: light and dark, the language that the address asks for, live frames, and buttons that copy. */
(() => {
  const root = document.documentElement;
  const key = 'minima-theme';
  const query = new URLSearchParams(location.search);
  const pages = { en: './', de: './index.de.html' };
  const wanted = (query.get('lang') ?? root.lang).toLowerCase().split('-')[0];
  if (wanted in pages && wanted !== root.lang) {
    location.replace(pages[wanted] + location.hash);
    return;
  }
  root.dataset.script = '';
  let theme = query.get('theme');
  try {
    theme ??= localStorage.getItem(key);
  } catch {
    // Without storage the system's choice holds.
  }
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

  /** The address of a figure, in the colours of this page. */
  const framed = (address) => {
    const url = new URL(address, location.href);
    if (root.dataset.theme) url.searchParams.set('theme', root.dataset.theme);
    return url.href;
  };

  const showFrames = () => {
    for (const place of document.querySelectorAll('[data-frame]')) {
      const frame = document.createElement('iframe');
      frame.loading = 'lazy';
      frame.title = place.dataset.title;
      frame.height = place.dataset.height;
      frame.allow = 'fullscreen; clipboard-write';
      frame.src = framed(place.dataset.frame);
      place.replaceChildren(frame);
    }
  };

  const offerCopying = ({ copy, copied, notCopied }) => {
    const site = new URL('../', location.href).href;
    for (const place of document.querySelectorAll('.embed-code')) {
      const code = place.querySelector('code');
      code.textContent = code.textContent.replace('https://example.org/minima/', site);
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'copy-button';
      button.textContent = copy;
      const said = document.createElement('span');
      said.setAttribute('role', 'status');
      button.addEventListener('click', async () => {
        said.textContent = '';
        try {
          await navigator.clipboard.writeText(code.textContent);
          said.textContent = copied;
        } catch {
          said.textContent = notCopied;
        }
      });
      place.querySelector('.embed-name').append(button, said);
    }
  };

  document.addEventListener('DOMContentLoaded', () => {
    showFrames();
    offerCopying(document.querySelector('main').dataset);
    document.querySelector('[data-action="theme"]').addEventListener('click', () => {
      const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
      const next = (root.dataset.theme ?? system) === 'dark' ? 'light' : 'dark';
      root.dataset.theme = next;
      try {
        localStorage.setItem(key, next);
      } catch {
        // Without storage the choice lasts until the page is closed.
      }
      for (const frame of document.querySelectorAll('[data-frame] iframe')) frame.src = framed(frame.src);
    });
  });
})();
