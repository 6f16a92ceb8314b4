/** The switch between light and dark. */
import { useStory } from '#story/context';

/** The button; the page's script answers it. */
export function ThemeButton() {
  const { words } = useStory();
  return (
    <button type="button" className="quiet-button" data-action="theme" aria-label={words.theme}>
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" strokeWidth="1.6" />
        <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" />
      </svg>
    </button>
  );
}
