import { Object3D } from 'three';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSceneHost, type HostRenderer } from '#scene/scene-host';

/** The browser's frames, drawn when the test says so. */
const asked = new Map<number, FrameRequestCallback>();

function paint(): void {
  const now = [...asked.values()];
  asked.clear();
  for (const callback of now) callback(0);
}

beforeEach(() => {
  let count = 0;
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => {
    count += 1;
    asked.set(count, callback);
    return count;
  });
  vi.stubGlobal('cancelAnimationFrame', (id: number) => asked.delete(id));
});

afterEach(() => {
  asked.clear();
  vi.unstubAllGlobals();
});

/** A renderer that notes what it is told, in order. */
function fakeRenderer() {
  const calls: string[] = [];
  let ratio = 1;
  const renderer: HostRenderer = {
    render: (scene) => calls.push(`render ${scene.children.length}`),
    setSize: (width, height) => calls.push(`size ${width} ${height}`),
    setPixelRatio(value) {
      ratio = value;
      calls.push(`ratio ${value}`);
    },
    getPixelRatio: () => ratio,
    dispose: () => calls.push('dispose'),
    forceContextLoss: () => calls.push('lose'),
  };
  return { renderer, calls };
}

function hosted() {
  const { renderer, calls } = fakeRenderer();
  return { host: createSceneHost(renderer), calls };
}

describe('frames of a scene', () => {
  it('are drawn when asked for, once however often, and not when nobody asks', () => {
    const { host, calls } = hosted();
    paint();
    expect(calls).toEqual([]);
    host.invalidate();
    host.invalidate();
    paint();
    expect(calls).toEqual(['render 0']);
    paint();
    expect(asked.size).toBe(0);
    expect(calls).toHaveLength(1);
  });

  it('are prepared in order, before they are drawn, until that is ended', () => {
    const { host, calls } = hosted();
    host.resize({ width: 30, height: 20 }, 1);
    host.onFrame(({ size }) => calls.push(`first ${size.width}x${size.height}`));
    const end = host.onFrame(({ camera }) => calls.push(`second ${camera === host.camera}`));
    paint();
    expect(calls).toEqual(['size 30 20', 'first 30x20', 'second true', 'render 0']);
    end();
    calls.length = 0;
    host.draw();
    expect(calls).toEqual(['first 30x20', 'render 0']);
  });

  it('follow each other when one asks for the next', () => {
    const { host, calls } = hosted();
    let left = 2;
    host.onFrame(() => {
      left -= 1;
      if (left > 0) host.invalidate();
    });
    host.invalidate();
    for (let k = 0; k < 4; k++) paint();
    expect(calls).toEqual(['render 0', 'render 0']);
  });

  it('can be drawn at once, in place of the one that was asked for', () => {
    const { host, calls } = hosted();
    host.invalidate();
    host.draw();
    expect(calls).toEqual(['render 0']);
    paint();
    expect(calls).toHaveLength(1);
    host.invalidate();
    paint();
    expect(calls).toHaveLength(2);
  });

  it('still come after one that failed', () => {
    const { host, calls } = hosted();
    const end = host.onFrame(() => {
      throw new Error('no numbers');
    });
    host.invalidate();
    expect(paint).toThrow('no numbers');
    end();
    host.invalidate();
    paint();
    expect(calls).toEqual(['render 0']);
  });
});

describe('objects of a scene', () => {
  it('are drawn as long as they are in it, and stay whole when they are taken out', () => {
    const { host, calls } = hosted();
    const object = Object.assign(new Object3D(), { dispose: vi.fn() });
    const take = host.add(object);
    paint();
    take();
    paint();
    expect(calls).toEqual(['render 1', 'render 0']);
    expect(object.dispose).not.toHaveBeenCalled();
    // As React's StrictMode does with every effect.
    host.add(object)();
    host.add(object);
    paint();
    expect(calls.at(-1)).toBe('render 1');
  });
});

describe('the size of a canvas', () => {
  it('is set when it is another one, and drawn anew in any case', () => {
    const { host, calls } = hosted();
    host.resize({ width: 300, height: 200 }, 2);
    host.resize({ width: 300, height: 200 }, 2);
    paint();
    expect(calls).toEqual(['ratio 2', 'size 300 200', 'render 0']);
    // Type may have grown where the canvas has not.
    host.resize({ width: 300, height: 200 }, 2);
    paint();
    expect(calls.slice(3)).toEqual(['render 0']);
    host.resize({ width: 300, height: 200 }, 1);
    host.resize({ width: 301, height: 200 }, 1);
    expect(calls.slice(4)).toEqual(['ratio 1', 'size 301 200']);
  });
});

describe('the end of a scene', () => {
  it('frees the renderer and its context once, and nothing is drawn afterwards', () => {
    const { host, calls } = hosted();
    const take = host.add(new Object3D());
    paint();
    calls.length = 0;
    host.dispose();
    host.dispose();
    expect(calls).toEqual(['dispose', 'lose']);
    // Components unmount after what draws them.
    take();
    host.invalidate();
    expect(asked.size).toBe(0);
    host.draw();
    host.resize({ width: 10, height: 10 }, 2);
    paint();
    expect(asked.size).toBe(0);
    expect(calls).toEqual(['dispose', 'lose']);
  });
});
