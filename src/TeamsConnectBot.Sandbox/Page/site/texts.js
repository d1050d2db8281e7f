import nl from './texts/nl.js';
import en from './texts/en.js';

const tables = { nl, en };
let language = 'en';

export function chooseLanguage(wanted) {
  language = wanted in tables ? wanted : 'en';
  document.documentElement.lang = language;
}

export const currentLanguage = () => language;

/** A text by its key, in the page's language or in `of`'s; with `of` null, `key` is the text itself. */
export function t(key, values = {}, of = language) {
  const text = of === null ? key : tables[of.startsWith('nl') ? 'nl' : 'en'][key];
  return typeof text === 'string' ? text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '') : text;
}

/** Somebody's first name, or the whole of it when another of the people has the same first name. */
export function shortName(person, among) {
  const first = one => one.name.split(' ')[0];
  return among.some(other => other.id !== person.id && first(other) === first(person)) ? person.name : first(person);
}

const formats = new Map();

function format(zone, options) {
  const key = language + zone + JSON.stringify(options);
  if (!formats.has(key))
    formats.set(key, new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { timeZone: zone, ...options }));
  return formats.get(key);
}

export const timeText = (at, zone) => format(zone, { hour: '2-digit', minute: '2-digit' }).format(new Date(at));
export const dayText = (at, zone) => format(zone, { weekday: 'short', day: 'numeric', month: 'short' }).format(new Date(at));
export const momentText = (at, zone) => `${dayText(at, zone)} ${timeText(at, zone)}`;
export const longMomentText = (at, zone) =>
  format(zone, { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }).format(new Date(at));

/** The city of a time zone: Amsterdam for `Europe/Amsterdam`. */
export const placeOf = zone => zone.split('/').at(-1).replaceAll('_', ' ');

export const languageName = tag => new Intl.DisplayNames([language], { type: 'language', languageDisplay: 'standard' }).of(tag.split('-')[0]);

export function weekdayNames(days) {
  const week = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  // 5 January 1970 was a Monday.
  return days.map(day => format('UTC', { weekday: 'short' }).format(new Date(Date.UTC(1970, 0, 5 + week.indexOf(day)))));
}
