/** Pixels of a poster's file for each of the stage on which `npm run posters` took it. */
export const POSTER_DENSITY = 2;
