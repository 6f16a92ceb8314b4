export { default } from './embed';
