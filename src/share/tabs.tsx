/** A list of tabs: arrow keys, Home, End and the digits choose, and one of them takes the focus. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import styles from './tabs.module.css';

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly id: Id; readonly label: string }[];
  /** How many stand there at first; the others come once one of them is chosen, by key or by `more`. */
  readonly first: number;
  readonly more: string;
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
  /** Id of the element that shows what is chosen. */
  readonly panel: string;
}

/** Id of the element of a tab. */
export function tabId(panel: string, id: string): string {
  return `${panel}-${id}`;
}

/** The place to which a key leads from a place, or undefined. */
export function placeAfter(key: string, place: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return (place + 1) % count;
    case 'ArrowLeft':
    case 'ArrowUp':
      return (place - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default: {
      const digit = /^[1-9]$/.test(key) ? Number(key) - 1 : count;
      return digit < count ? digit : undefined;
    }
  }
}

/** The tabs. */
export function Tabs<Id extends string>(props: TabsProps<Id>) {
  const { label, tabs, first, more, chosen, onChoose, panel } = props;
  const list = useRef<HTMLDivElement>(null);
  const takesFocus = useRef(false);
  const place = tabs.findIndex(({ id }) => id === chosen);
  const shown = place < first ? tabs.slice(0, first) : tabs;
  const go = (next: number) => {
    const tab = tabs[next];
    if (!tab) return;
    takesFocus.current = true;
    onChoose(tab.id);
  };
  // It may be one of those that come only now.
  useEffect(() => {
    if (takesFocus.current)
      list.current?.querySelector<HTMLElement>(`#${CSS.escape(tabId(panel, chosen))}`)?.focus();
    takesFocus.current = false;
  }, [panel, chosen]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = placeAfter(event.key, place, tabs.length);
    if (next === undefined) return;
    event.preventDefault();
    go(next);
  };
  return (
    <div className={styles.tabs}>
      <div className={styles.list} role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
        {shown.map(({ id, label: words }) => (
          <button
            key={id}
            id={tabId(panel, id)}
            type="button"
            role="tab"
            aria-selected={id === chosen}
            aria-controls={panel}
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => onChoose(id)}
          >
            {words}
          </button>
        ))}
      </div>
      {shown.length < tabs.length && (
        <button type="button" aria-expanded={false} onClick={() => go(first)}>
          {more}
        </button>
      )}
    </div>
  );
}
