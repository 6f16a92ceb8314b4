/** The icons of the talk's buttons. */
import iconStyles from './icons.module.css';

const paths = {
  previous: 'M12.5 4l-6 6 6 6',
  next: 'M7.5 4l6 6-6 6',
  list: 'M4 5h.01M4 10h.01M4 15h.01M8 5h9M8 10h9M8 15h9',
  blank: 'M3 4h14v10H3zM7 17h6',
  'full-screen': 'M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4',
  notes: 'M4 3h12v14H4zM7 7h6M7 10h6M7 13h3',
  keys: 'M2 6h16v9H2zM5 9h.01M8 9h.01M11 9h.01M14 9h.01M6 12h8',
  close: 'M5 5l10 10M15 5L5 15',
} as const;

export type IconName = keyof typeof paths;

/** An icon. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg viewBox="0 0 20 20" className={iconStyles.drawing} aria-hidden="true">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
