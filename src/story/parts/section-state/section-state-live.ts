/** The figure follows the text: each section has a state, which the figure takes when the reader comes to it, also backwards. */
import { decodeHash, encodeValues } from '#state/codec';
import { motionOf } from '#story/parts/figure-link/figure-link-live';
import type { LiveScene, LiveScenes } from '#story/parts/scene/live-scenes';

/** A section begins when its mark is above this share of the window, from the top; lower where the figure is above the text. */
const READ_AT = { beside: 0.65, below: 0.85 } as const;
/** Where figures stand above the text: scene.css. */
const NARROW = '(width < 68rem)';
/** Seconds for the way to a section's state after the reader asked for it. */
const BACK = 0.8;

/** Shows the section that begins with a mark; undefined before the first. At the start a state from a link is left. */
type Show = (mark: HTMLElement | undefined, isStart: boolean) => void;

/** Follows the sections of one scene. */
function follow(scene: LiveScene): Show {
  const { store, place } = scene;
  const motion = motionOf(scene);
  const asText = place.closest('.scene-figure')?.querySelector<HTMLElement>('[data-action="as-text"]');
  let goal = store.start;
  let seen = store.values();
  let moves = 0;
  const offer = (isOffered: boolean) => {
    if (asText) asText.hidden = !isOffered;
  };
  const isThere = () => encodeValues(store.schema, store.values(), '', goal).length === 0;
  const move = async (seconds: number) => {
    offer(false);
    if (isThere()) return;
    scene.mount();
    // What the text shows by itself is not spoken: see FigureDescription.
    place.toggleAttribute('data-reading', true);
    moves += 1;
    const move = moves;
    await motion.moveTo(goal, seconds);
    if (move !== moves) return;
    place.toggleAttribute('data-reading', false);
    if (!motion.isMoving()) offer(!isThere());
  };
  asText?.addEventListener('click', () => void move(BACK));
  store.api.subscribe(() => {
    const now = store.values();
    if (now === seen) return;
    seen = now;
    // Phrases and questions move the figure for the text; anybody else is the reader.
    if (!motion.isMoving()) offer(!isThere());
  });
  return (mark, isStart) => {
    const isFromLink = isStart && !isThere();
    const { to = '', seconds = '1.6' } = mark?.dataset ?? {};
    goal = decodeHash(store.schema, to, '', store.start).values;
    if (isFromLink) offer(!isThere());
    else void move(Number(seconds));
  };
}

/** Makes the figures follow the text. */
export function startSectionStates(article: HTMLElement, scenes: LiveScenes): void {
  const marks = [...article.querySelectorAll<HTMLElement>('[data-section-state]')];
  scenes.whenMounted((all) => {
    const followers = new Map(all.map((scene) => [scene.name, follow(scene)]));
    const read = new Set<Element>();
    const current = new Map<string, HTMLElement | undefined>();
    let isStart = true;
    const line = READ_AT[matchMedia(NARROW).matches ? 'below' : 'beside'];
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) read.add(target);
          else read.delete(target);
        }
        for (const [name, show] of followers) {
          const mark = marks.findLast((one) => one.dataset.sectionState === name && read.has(one));
          if (mark === current.get(name)) continue;
          current.set(name, mark);
          show(mark, isStart);
        }
        isStart = false;
      },
      // Whatever is above the line has been come to, however far above.
      { rootMargin: `1000000px 0px ${-100 * (1 - line)}% 0px` },
    );
    for (const mark of marks) observer.observe(mark);
  });
}
