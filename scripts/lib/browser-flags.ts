/** How browsers are started; without loading Playwright, which takes half a second. */
import { readFileSync } from 'node:fs';
import { thisMachine } from './machine';

/**
 * Parts of the browser that nothing here needs. Chromium obeys the last switch of this kind alone, so those that Playwright
 * turns off stand here again; the first two are windows of the address bar, of which each new page would start one, a third
 * of a second of the processor.
 */
const unwanted = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
] as const;

/** The same drawing everywhere: no network of its own, fixed fonts and colours, WebGL by SwiftShader (bit-exact). */
export const drawingFlags: readonly string[] = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${unwanted.join(',')}`,
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // Pages are painted and put together on the processor: what SwiftShader paints of text and curves depends on what it
  // painted before.
  '--disable-gpu-rasterization',
  '--disable-gpu-compositing',
  // Repainting parts of a tile leaves seams that depend on what was painted when.
  '--disable-partial-raster',
  // The same drawing code on every processor.
  '--disable-skia-runtime-opts',
];

/** Ubuntu 24.04 and later keep browsers that are not system packages from making their sandbox. */
function sandboxIsRestricted(): boolean {
  try {
    return readFileSync('/proc/sys/kernel/apparmor_restrict_unprivileged_userns', 'utf8').trim() === '1';
  } catch {
    return false;
  }
}

/** Whether a browser only starts here without its sandbox. */
export function needsNoSandbox(): boolean {
  const { platform, env, isRoot } = thisMachine();
  return platform === 'linux' && (isRoot || Boolean(env.CI) || sandboxIsRestricted());
}
