/** Mounts its children when they come near the viewport; shows a placeholder until then. */
import { type ReactNode, useEffect, useRef, useState } from 'react';

interface WhenNearProps {
  /** Of its place on the page. */
  readonly id: string;
  readonly children: ReactNode;
  readonly waiting: ReactNode;
}

/** The lazily mounted part. */
export function WhenNear({ id, children, waiting }: WhenNearProps) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!element || near) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: '600px 0px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [near]);
  return (
    <div id={id} ref={place}>
      {near ? children : waiting}
    </div>
  );
}
