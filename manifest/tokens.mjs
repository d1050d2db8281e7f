// Writes the admin page's colours and sizes from Fluent UI: npm ci, then npm run tokens
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { teamsLightTheme, teamsDarkTheme, teamsHighContrastTheme } = require('@fluentui/tokens');
const { version } = require('@fluentui/tokens/package.json');
const site = new URL('../src/TeamsConnectBot/Admin/Site/', import.meta.url);
const TOKEN = /var\(--((?:color|borderRadius|strokeWidth|fontFamily|shadow)[A-Za-z0-9]*)\)/g;

export const sheet = new URL('tokens.css', site);

/** The tokens that the page's other style sheets use; the rest of Fluent's 459 stays out. */
export function used() {
  const files = readdirSync(site).filter(name => name.endsWith('.css') && name !== 'tokens.css');
  const names = files.flatMap(name => [...readFileSync(new URL(name, site), 'utf8').matchAll(TOKEN)].map(match => match[1]));
  return [...new Set(names)].sort();
}

/**
 * The sheet. Teams names its theme in the tab (data-theme on the page, see teams.js); elsewhere the browser's preference decides. Paper is
 * light.
 */
export function css(names = used()) {
  const own = names.filter(name => name in teamsLightTheme);
  const rule = (selector, theme, scheme, indent = '', only = own) => [
    `${selector} {`, `  color-scheme: ${scheme};`, ...only.map(name => `  --${name}: ${theme[name]};`), '}',
  ].map(line => indent + line).join('\n');
  const differs = theme => own.filter(name => theme[name] !== teamsLightTheme[name]);
  return `/* Made by 'npm run tokens' in manifest/ from @fluentui/tokens ${version}, Copyright (c) Microsoft Corporation, MIT License. */

${rule(':root', teamsLightTheme, 'light')}

@media screen and (prefers-color-scheme: dark) {
${rule(':root:not([data-theme])', teamsDarkTheme, 'dark', '  ', differs(teamsDarkTheme))}
}

@media screen {
${rule(':root[data-theme=dark]', teamsDarkTheme, 'dark', '  ', differs(teamsDarkTheme))}

${rule(':root[data-theme=contrast]', teamsHighContrastTheme, 'dark', '  ', differs(teamsHighContrastTheme))}
}
`;
}

/** Tokens that a style sheet uses and Fluent does not have. */
export const unknown = () => used().filter(name => !(name in teamsLightTheme));

if (import.meta.url === new URL(process.argv[1], 'file:').href) {
  writeFileSync(sheet, css());
  console.log(`${used().length} tokens written.`);
}
