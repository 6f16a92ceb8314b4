/** Visibility of the talk's toolbar: shown while the mouse moves or after a tap, hidden while a control is used. */
import { createUseGesture, dragAction, moveAction } from '@use-gesture/react';
import { type RefObject, useEffect, useRef, useState } from 'react';

/** Milliseconds that the bar stays after the last move. */
const STAY = 2500;
/** At the start, and after a tap: time to find a button. */
const STAY_LONGER = 5000;
/** A finger that moves farther than this is no tap. */
const TAP = 10;

const CONTROLS =
  'input, select, button, a, summary, label, [role="slider"], [data-param]:not([role="group"])';

/** Whether an element is a control of a figure. */
function isFigureControl(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('[data-figure]') !== null && target.closest(CONTROLS) !== null
  );
}

const useGesture = createUseGesture([dragAction, moveAction]);

/** Whether the bar is visible. */
export function useBar(target: RefObject<HTMLElement | null>): boolean {
  const [visible, setVisible] = useState(true);
  const timer = useRef(0);
  const hide = () => {
    window.clearTimeout(timer.current);
    setVisible(false);
  };
  const show = (milliseconds: number) => {
    window.clearTimeout(timer.current);
    setVisible(true);
    timer.current = window.setTimeout(() => {
      // It stays while the pointer is over it.
      if (target.current?.querySelector('.talk-bar:hover')) show(milliseconds);
      else setVisible(false);
    }, milliseconds);
  };
  useGesture(
    {
      onDrag({ first, last, event, movement }) {
        const { target: pressed, type } = event;
        if (first && pressed instanceof Element && pressed.closest('[data-figure]')) hide();
        const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
        if (!last || type !== 'pointerup' || !isTouch || isFigureControl(pressed)) return;
        if (Math.hypot(...movement) < TAP) show(STAY_LONGER);
      },
      onMove({ event, last }) {
        if (last || !(event instanceof PointerEvent) || event.pointerType === 'touch') return;
        if (event.buttons !== 0 || isFigureControl(event.target)) hide();
        else if (event.movementX !== 0 || event.movementY !== 0) show(STAY);
      },
    },
    {
      target,
      // Heard before the figure, and without taking the pointer from it.
      drag: { eventOptions: { capture: true }, pointer: { keys: false, capture: false } },
      move: { mouseOnly: false },
    },
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, at the start
  useEffect(() => {
    show(STAY_LONGER);
    return () => window.clearTimeout(timer.current);
  }, []);
  return visible;
}
