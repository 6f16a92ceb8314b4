import { createReadStream } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Plugin } from 'vite';
import type { TestProject } from 'vitest/node';
import { browserBuild, findBrowser, launchOptions } from '../../scripts/lib/browser';
import { serveSite } from '../../scripts/lib/serve';
import { buildSite } from '../../scripts/lib/site';
import { ANSWERS, answersFile, recordAnswers } from './memory';
import type { Drawing } from './page';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of the built site's first page; ends with a slash. */
    siteUrl: string;
    /** Where the tests reach the one browser they share. */
    browserEndpoint: string;
    /** How pages draw their scenes unless a test asks otherwise. */
    drawing: Drawing;
    /** The browser's build and platform, as baselines name it. */
    browserBuild: string;
  }
}

/** As a host answers: files whose names follow from what is in them are kept by the browser. */
const host: Plugin = {
  name: 'host-of-tests',
  configurePreviewServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      if (pathname.endsWith(ANSWERS)) {
        createReadStream(answersFile()).pipe(response.setHeader('Content-Type', 'application/json'));
        return;
      }
      // What a page that was closed early had of a file is not asked to be completed.
      const sent = {
        'Accept-Ranges': 'none',
        ...(pathname.startsWith('/assets/') && { 'Cache-Control': 'public, max-age=31536000, immutable' }),
      };
      const write = response.writeHead.bind(response);
      response.writeHead = (status: number, headers?: object | string) =>
        write(status, { ...(typeof headers === 'object' && headers), ...sent });
      next();
    });
  },
};

/**
 * Vitest's global setup for the projects with a browser: builds the site (once, and not at all when
 * MINIMA_DIST_READY=1 says that `dist` is fresh), serves it on a free port and starts one browser.
 *
 * @returns what takes it all down again.
 * @throws Error when the build, the server or the browser fails.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (process.env.MINIMA_DIST_READY !== '1') {
    await buildSite();
    process.env.MINIMA_DIST_READY = '1';
  }
  const found = findBrowser();
  const site = await serveSite({ port: 0, plugins: [host] });
  const options = launchOptions(found);
  // Pages of one context share a process, which takes half a second to start.
  const args = [...(options.args ?? []), '--process-per-site'];
  const server = await chromium.launchServer({ ...options, args, host: '127.0.0.1' });
  const endpoint = server.wsEndpoint();
  const browser = await chromium.connect(endpoint);
  project.provide('siteUrl', site.url);
  project.provide('browserEndpoint', endpoint);
  project.provide('browserBuild', browserBuild(found, browser));
  await recordAnswers(browser, site.url);
  await browser.close();
  return async () => {
    await server.close();
    await site.close();
  };
}
