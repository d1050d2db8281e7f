import { readdirSync, readFileSync } from 'node:fs';
import { read } from '../fill.mjs';

const src = new URL('../../src/TeamsConnectBot/', import.meta.url);
const MOST = 12;

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
  const files = readdirSync(src, { recursive: true }).filter(name => /Command\.cs$/.test(name));
  const isOfRitual = name => name.startsWith('Rituals/Commands/') && !name.endsWith('/RitualsCommand.cs');
  const [chat, rituals] = [files.filter(name => !isOfRitual(name)), files.filter(isOfRitual)].map(wordsIn);
  return { nl: [...chat.nl, ...rituals.nl.map(word => `ritueel ${word}`)], en: [...chat.en, ...rituals.en.map(word => `ritual ${word}`)] };
}

// Words stand in each command's class, in the property Words: the Dutch list, then the English one.
function wordsIn(files) {
  const words = { nl: [], en: [] };
  for (const file of files) {
    const source = readFileSync(new URL(file, src), 'utf8');
    const property = / Words (?:\{ get; \} =|=>)\s*([^;]*);/s.exec(source.replaceAll(/\["(nl|en)"\]\s*=/g, ''))?.[1] ?? '';
    const [nl = [], en = []] = [...property.matchAll(/\[([^\]]*)\]/g)].map(list => [...list[1].matchAll(/"([^"]*)"/g)].map(match => match[1]));
    words.nl.push(...nl);
    words.en.push(...en);
  }
  return words;
}
