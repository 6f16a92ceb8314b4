import { describe, expect, it } from 'vitest';
import { viewAfterKey } from '#scene/orbit';

const view = { azimuth: -32, polar: 62, zoom: 1 };

function pressed(key: string, from = view, modifiers: { shiftKey?: boolean; altKey?: boolean } = {}) {
  return viewAfterKey(from, { key, shiftKey: false, altKey: false, ...modifiers });
}

describe('a key on the camera', () => {
  it('turns and tilts, each key against its opposite', () => {
    expect(pressed('ArrowRight')).toEqual({ ...view, azimuth: -27 });
    expect(pressed('ArrowLeft')).toEqual({ ...view, azimuth: -37 });
    expect(pressed('ArrowUp')).toEqual({ ...view, polar: 57 });
    expect(pressed('ArrowDown')).toEqual({ ...view, polar: 67 });
  });

  it('turns far with Shift and little with Alt', () => {
    expect(pressed('ArrowRight', view, { shiftKey: true })?.azimuth).toBe(-17);
    expect(pressed('ArrowRight', view, { altKey: true })?.azimuth).toBe(-31);
  });

  it('goes all the way around', () => {
    let turned = view;
    for (let k = 0; k < 72; k++) turned = pressed('ArrowRight', turned) ?? turned;
    expect(turned.azimuth).toBeCloseTo(view.azimuth, 9);
    expect(pressed('ArrowRight', { ...view, azimuth: 180 })?.azimuth).toBe(-175);
  });

  it('stops straight above, at level height and at the ends of the zoom', () => {
    let [up, down, near, far] = [view, view, view, view];
    for (let k = 0; k < 40; k++) {
      up = pressed('ArrowUp', up) ?? up;
      down = pressed('ArrowDown', down) ?? down;
      near = pressed('+', near) ?? near;
      far = pressed('-', far) ?? far;
    }
    expect([up.polar, down.polar, near.zoom, far.zoom]).toEqual([0, 90, 4, 0.5]);
  });

  it('zooms in and out by the same factor, with and without Shift for plus', () => {
    expect(pressed('=')).toEqual(pressed('+'));
    expect(pressed('+')?.zoom).toBeGreaterThan(1);
    expect((pressed('+')?.zoom ?? 0) * (pressed('-')?.zoom ?? 0)).toBeCloseTo(1, 12);
  });

  it('that means nothing here is left to the page', () => {
    for (const key of ['Tab', 'Enter', 'a', 'PageDown', 'Home']) expect(pressed(key)).toBeUndefined();
  });
});
