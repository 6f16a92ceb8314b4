/**
 * The tooltip that explains a symbol, a word of the glossary or a reference. It appears when the pointer rests on one of
 * these, or when one is focused or tapped.
 */

/** A kind of thing in the text that the box explains. */
export interface Explained {
  /** Which elements. */
  readonly selector: string;
  /** Fills the box for one of them. @returns what ends it, or nothing when there is nothing to say. */
  readonly fill: (element: HTMLElement, box: HTMLElement) => (() => void) | undefined;
}

/** Milliseconds that the pointer rests before something is explained. */
const REST = 120;
/** Pixels between the box, what it explains, and the edges of the window. */
const GAP = 8;

/** Above an element, or below it where there is no room. */
function placeAt(box: HTMLElement, element: HTMLElement): void {
  // Of a link that is broken across lines, the first piece.
  const at = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const most = window.innerWidth - width - GAP;
  const left = Math.min(most, Math.max(GAP, at.left + at.width / 2 - width / 2));
  const above = at.top - height - GAP;
  box.style.transform = `translate(${left}px, ${above > GAP ? above : at.bottom + GAP}px)`;
}

/** Makes everything of these kinds in an article answer. */
export function startTooltip(article: HTMLElement, kinds: readonly Explained[]): void {
  const box = document.createElement('div');
  box.className = 'symbol-box';
  box.id = 'symbol-box';
  box.setAttribute('role', 'tooltip');
  box.hidden = true;
  document.body.append(box);
  let shown: HTMLElement | undefined;
  let end: (() => void) | undefined;
  let timer: number | undefined;
  /** What was explained when the finger came down: a second tap on a link follows it. */
  let before: HTMLElement | undefined;
  let isTouch = false;

  const hide = () => {
    window.clearTimeout(timer);
    end?.();
    end = undefined;
    shown?.removeAttribute('aria-describedby');
    shown = undefined;
    box.hidden = true;
  };
  const show = (element: HTMLElement) => {
    if (element === shown) return;
    hide();
    box.replaceChildren();
    end = kinds.find(({ selector }) => element.matches(selector))?.fill(element, box);
    if (!end) return;
    shown = element;
    box.hidden = false;
    element.setAttribute('aria-describedby', box.id);
    placeAt(box, element);
  };
  const all = kinds.map(({ selector }) => selector).join(',');
  const explainedAt = (event: Event) => {
    const element = (event.target as Element).closest<HTMLElement>(all);
    return element && article.contains(element) ? element : undefined;
  };

  article.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch') return;
    const element = explainedAt(event);
    window.clearTimeout(timer);
    if (element) timer = window.setTimeout(() => show(element), REST);
    else if (document.activeElement !== shown) hide();
  });
  article.addEventListener('focusin', (event) => {
    const element = explainedAt(event);
    if (element === event.target && element) show(element);
    else hide();
  });
  article.addEventListener('pointerdown', (event) => {
    isTouch = event.pointerType === 'touch';
    before = shown;
  });
  article.addEventListener(
    'click',
    (event) => {
      const element = explainedAt(event);
      if (!element) return hide();
      if (!(element instanceof HTMLAnchorElement)) return show(element);
      if (!isTouch || before === element) return hide();
      // The first tap explains, as resting on it would.
      event.preventDefault();
      show(element);
    },
    { capture: true },
  );
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
  // It goes along with what has the focus, as long as that is seen.
  const onScroll = () => {
    if (!shown) return;
    const { top, bottom } = shown.getBoundingClientRect();
    const isSeen = bottom > 0 && top < window.innerHeight;
    if (document.activeElement === shown && isSeen) placeAt(box, shown);
    else hide();
  };
  window.addEventListener('scroll', onScroll, { passive: true });
}
