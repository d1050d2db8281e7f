import { readdirSync, readFileSync } from 'node:fs';
import { read } from '../fill.mjs';

const src = new URL('../../src/TeamsConnectBot/', import.meta.url);
const MOST = 10;

/** Every command Teams suggests is one the router knows, in the language it is suggested in; no list is longer than people read. */
export function check() {
  const known = wordsOfRouter();
  const suggested = { en: titlesOf('en.json'), nl: titlesOf('nl.json') };
  const long = JSON.parse(read('manifest.json')).bots[0].commandLists.filter(list => list.commands.length > MOST);
  return long.map(list => `more than ${MOST} commands for ${list.scopes.join(', ')}`).concat(Object.entries(suggested).flatMap(([language, titles]) => [
    ...titles.filter(title => !known[language].includes(title)).map(title => `${language}.json suggests '${title}', which no command answers to in ${language}`),
    ...titles.filter((title, index) => titles.indexOf(title) !== index).map(title => `${language}.json suggests '${title}' twice`),
  ]));
}

const titlesOf = file => Object.entries(JSON.parse(read(file))).filter(([key]) => key.endsWith('.title')).map(([, title]) => title);

// In a channel a ritual's command follows the word 'ritual'.
function wordsOfRouter() {
  const [chat, rituals] = ['Commands/', 'Rituals/Commands/'].map(wordsIn);
  return { nl: [...chat.nl, ...rituals.nl.map(word => `ritueel ${word}`)], en: [...chat.en, ...rituals.en.map(word => `ritual ${word}`)] };
}

// Words stand in each command's class as ["nl"] = ["hulp", "help"], in the property Words.
function wordsIn(path) {
  const folder = new URL(path, src);
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
