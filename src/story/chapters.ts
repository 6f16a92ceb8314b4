/** The chapters, in their order. Each is a folder below `chapters` with a text for every language, and a line here. */
export const chapters = [
  'done',
  'two-neurons',
  'copy',
  'road',
  'ride',
  'toy',
  'three',
  'levels',
  'meaning',
] as const;
export type ChapterId = (typeof chapters)[number];
