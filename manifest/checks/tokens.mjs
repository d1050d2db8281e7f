import { existsSync, readFileSync } from 'node:fs';
import { css, sheet, unknown } from '../tokens.mjs';

/** The admin page's sheet with Fluent's tokens is what the pinned package says, and has every token the other sheets use. */
export function check() {
  return [
    ...unknown().map(name => `a style sheet of the admin page uses --${name}, which Fluent does not have`),
    ...(existsSync(sheet) && readFileSync(sheet, 'utf8') === css() ? [] : ['Admin/Site/tokens.css is not what @fluentui/tokens says; run npm run tokens']),
  ];
}
