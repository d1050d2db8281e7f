import { readdirSync, readFileSync } from 'node:fs';
import { read } from '../fill.mjs';

const folder = new URL('../../src/TeamsConnectBot/Commands/', import.meta.url);

/** Every command Teams suggests is one the router knows, in the language it is suggested in. */
export function check() {
  const known = wordsOfRouter();
  const suggested = { en: titlesOf('en.json'), nl: titlesOf('nl.json') };
  return Object.entries(suggested).flatMap(([language, titles]) => [
    ...titles.filter(title => !known[language].includes(title)).map(title => `${language}.json suggests '${title}', which no command answers to in ${language}`),
    ...titles.filter((title, index) => titles.indexOf(title) !== index).map(title => `${language}.json suggests '${title}' twice`),
  ]);
}

const titlesOf = file => Object.entries(JSON.parse(read(file))).filter(([key]) => key.endsWith('.title')).map(([, title]) => title);

// Words stand in each command's class as ["nl"] = ["hulp", "help"], in the property Words.
function wordsOfRouter() {
  const words = { nl: [], en: [] };
  for (const file of readdirSync(folder).filter(name => name.endsWith('Command.cs'))) {
    const source = readFileSync(new URL(file, folder), 'utf8');
    const property = /\bWords\b[^=]*=\s*new[^{]*\{([^}]*)\}/s.exec(source)?.[1] ?? '';
    for (const [, language, list] of property.matchAll(/\["(\w+)"\]\s*=\s*\[([^\]]*)\]/g)) {
      words[language]?.push(...[...list.matchAll(/"([^"]*)"/g)].map(match => match[1]));
    }
  }
  return words;
}
