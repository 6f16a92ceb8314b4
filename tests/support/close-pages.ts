/** Vitest runs this before each file with a browser. */
import { afterAll } from 'vitest';
import { closeShared } from './page';
import { closeSharedServers } from './two-origins';

afterAll(async () => {
  await closeShared();
  closeSharedServers();
});
