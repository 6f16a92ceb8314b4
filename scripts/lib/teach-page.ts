/** The teacher's page (src/story/teach) as a file: the style sheets and typefaces of the first page, and a small script. */
import { languages } from '../../src/story/languages.ts';
import { pageAddress, siteAddress } from './site-address.ts';

interface PageWords {
  readonly title: string;
  readonly description: string;
}

/** What of the head of the first page a page beside it wants: style sheets, typefaces and the icon. */
function sharedLinks(first: string): string {
  const tags = [...first.matchAll(/<link\b[^>]*>|<script\b[^>]*__x00__[^>]*><\/script>/g)].map(
    ([tag]) => tag,
  );
  return tags
    .filter((tag) => /rel="(?:stylesheet|icon)"|as="font"|__x00__/.test(tag))
    .map((tag) => tag.replace('href="./', 'href="../'))
    .join('\n    ');
}

/** The page in the other languages, by whole addresses: others mean nothing to those who read them. */
function alternates(): string {
  const site = siteAddress();
  if (site === undefined) return '';
  return languages
    .map((one) => `<link rel="alternate" hreflang="${one}" href="${pageAddress(`${site}teach/`, one)}" />`)
    .join('\n    ');
}

/**
 * The page.
 * @param first the built first page
 * @param html what stands in the page
 */
export function teachPage(
  first: string,
  language: string,
  { title, description }: PageWords,
  html: string,
): string {
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} · Minima at Infinity</title>
    <meta name="description" content="${description}" />
    ${alternates()}
    <script src="./teach.js"></script>
    ${sharedLinks(first)}
    <link rel="stylesheet" href="./teach.css" />
  </head>
  <body>
    <div id="article">${html}</div>
  </body>
</html>
`;
}
