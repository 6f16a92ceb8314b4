import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectBaseline } from '../support/baseline';
import { expectNoProblems, openPage, picture } from '../support/page';

/** Runs in the page: a smoothly shaded WebGL 2 triangle beside a curve on a 2D canvas. */
function draw(): void {
  document.body.style.cssText = 'margin: 0; background: #fff; display: flex';
  const canvas = (): HTMLCanvasElement =>
    document.body.appendChild(Object.assign(document.createElement('canvas'), { width: 200, height: 200 }));

  const gl = canvas().getContext('webgl2', { antialias: true, preserveDrawingBuffer: true });
  if (!gl) throw new Error('no WebGL 2');
  const program = gl.createProgram();
  const shader = (type: GLenum, source: string) => {
    const made = gl.createShader(type);
    if (!made) throw new Error('no shader');
    gl.shaderSource(made, `#version 300 es\nprecision highp float;\n${source}`);
    gl.compileShader(made);
    gl.attachShader(program, made);
  };
  shader(
    gl.VERTEX_SHADER,
    'in vec2 at; out vec2 v; void main() { v = at; gl_Position = vec4(0.9 * at, 0, 1); }',
  );
  shader(
    gl.FRAGMENT_SHADER,
    'in vec2 v; out vec4 o; void main() { o = vec4(0.5 + 0.5 * sin(9.0 * v.x), 0.5 + 0.5 * cos(7.0 * v.y), 0.6, 1); }',
  );
  gl.linkProgram(program);
  // biome-ignore lint/correctness/useHookAtTopLevel: a method of WebGL, not a hook of React.
  gl.useProgram(program);
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1, -1, 1, -0.8, 0, 1]), gl.STATIC_DRAW);
  gl.enableVertexAttribArray(0);
  gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
  gl.clearColor(1, 1, 1, 1);
  gl.clear(gl.COLOR_BUFFER_BIT);
  gl.drawArrays(gl.TRIANGLES, 0, 3);

  const context = canvas().getContext('2d');
  if (!context) throw new Error('no 2D canvas');
  context.lineWidth = 2;
  context.strokeStyle = '#1f5fa8';
  for (let x = 0; x <= 200; x++) context.lineTo(x, 100 - 80 * Math.sin(x / 25));
  context.stroke();
}

/** Draws on an empty page of the site's host and takes the picture. */
async function drawn(): Promise<Buffer> {
  const { page, problems } = await openPage({
    path: 'empty.html',
    viewport: { width: 400, height: 200 },
    before: (opened: Page) =>
      opened.route('**/empty.html', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html><link rel="icon" href="data:,">' }),
      ),
  });
  await page.evaluate(draw);
  const png = await picture(page);
  expectNoProblems(problems);
  return png;
}

it('a drawing in WebGL and on a canvas looks as recorded', async () => {
  expectBaseline('harness', await drawn());
});

it('a drawing is the same to the last bit when it is drawn again', async () => {
  expect((await drawn()).equals(await drawn())).toBe(true);
});
