/** Questions that are answered on a pad. */
export { drawOf } from './draw';
export { slopeOf } from './slope';
