/** Links to places of the page: the hash of the address holds the state, so they are followed without it. */

/** Makes links within an article scroll, and take the focus along. */
export function startLinks(article: HTMLElement): void {
  article.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    if (!link || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const goal = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!goal) return;
    event.preventDefault();
    for (let box = goal.closest('details'); box; box = box.parentElement?.closest('details') ?? null) {
      box.open = true;
    }
    goal.scrollIntoView({ block: 'start' });
    if (!goal.hasAttribute('tabindex')) goal.tabIndex = -1;
    goal.focus({ preventScroll: true });
  });
}
