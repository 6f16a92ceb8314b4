/** Vitest runs this before each file with a browser. */
import { afterAll } from 'vitest';
import { closeShared } from './page';

afterAll(closeShared);
