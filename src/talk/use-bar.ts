/** Visibility of the talk's toolbar: shown while the mouse moves or after a tap, hidden while a control is used. */
import { type RefObject, useEffect, useState } from 'react';

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

/** Whether the bar is visible. */
export function useBar(place: RefObject<HTMLElement | null>): boolean {
  const [visible, setVisible] = useState(true);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let timer: number | undefined;
    let down: { readonly x: number; readonly y: number } | undefined;
    const hide = () => {
      window.clearTimeout(timer);
      setVisible(false);
    };
    const show = (milliseconds: number) => {
      window.clearTimeout(timer);
      setVisible(true);
      timer = window.setTimeout(() => {
        // It stays while the pointer is over it.
        if (element.querySelector('.talk-bar:hover')) show(milliseconds);
        else setVisible(false);
      }, milliseconds);
    };
    const move = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return;
      if (event.buttons !== 0 || isFigureControl(event.target)) hide();
      else if (event.movementX !== 0 || event.movementY !== 0) show(STAY);
    };
    const press = (event: PointerEvent) => {
      down = { x: event.clientX, y: event.clientY };
      if (event.target instanceof Element && event.target.closest('[data-figure]')) hide();
    };
    const release = (event: PointerEvent) => {
      if (event.pointerType !== 'touch' || !down || isFigureControl(event.target)) return;
      if (Math.hypot(event.clientX - down.x, event.clientY - down.y) < TAP) show(STAY_LONGER);
    };
    show(STAY_LONGER);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerdown', press, true);
    element.addEventListener('pointerup', release, true);
    return () => {
      window.clearTimeout(timer);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerdown', press, true);
      element.removeEventListener('pointerup', release, true);
    };
  }, [place]);
  return visible;
}
