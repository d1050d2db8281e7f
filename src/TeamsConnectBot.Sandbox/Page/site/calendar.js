import { el, fill, hidden } from './dom.js';
import { t, dayText, timeText, momentText, currentLanguage } from './texts.js';
import { localParts, offeredGaps } from './gaps.js';

const dayLength = 864e5;
const wholeDays = { remote: 'remoteDay', away: 'away' };
const clockOf = minutes => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** One person's week in their own time zone: busy blocks, times offered by a card, and the bot's events. */
export function calendar(openEvent, moveWeek, showWeekOf) {
  const heading = el('h3');
  const buttons = ['previousWeek', 'thisWeek', 'nextWeek'].map((key, index) =>
    el('button', { class: 'quiet', type: 'button', onclick: () => moveWeek(index - 1) }));
  const grid = el('div', { class: 'week' });
  const legend = el('p', { class: 'legend' });
  const elsewhere = el('p', { class: 'elsewhere' });
  const element = el('section', { class: 'calendar' }, el('div', { class: 'bar' }, heading, el('div', { class: 'weeks' }, buttons)), elsewhere, grid, legend);

  return {
    element,
    show(chair, now) {
      const { person, week } = chair;
      const first = Date.parse(`${week.monday}T00:00:00Z`);
      element.setAttribute('aria-label', t('week', { name: person.name }));
      heading.textContent = t('weekOf', { day: dayText(first, 'UTC') });
      [['‹', 'previousWeek'], [t('thisWeek'), 'thisWeek'], ['›', 'nextWeek']].forEach(([text, key], index) => {
        buttons[index].textContent = text;
        buttons[index].setAttribute('aria-label', `${t(key)} (${person.name})`);
      });
      fill(legend, currentLanguage(), () => ['busy', 'offer', 'bot'].map(kind =>
        el('span', { class: `key ${kind}` }, t(`legend${kind[0].toUpperCase()}${kind.slice(1)}`))));
      const other = chair.planned.find(event => Date.parse(event.end) > Date.parse(now) && !week.events.some(shown => shown.id === event.id || isSeriesOf(shown, event)));
      fill(elsewhere, JSON.stringify([other, person.zone, currentLanguage()]), () => other
        ? [el('button', { class: 'plain small', type: 'button', onclick: () => showWeekOf(other.start, person.zone) }, t('elsewhere', { subject: other.subject, when: momentText(other.start, person.zone) }))]
        : []);
      const offers = offeredGaps(chair.messages, person.zone, week.monday);
      fill(grid, JSON.stringify([person.id, week, offers, now, currentLanguage()]), () => draw(chair, offers, now, first, openEvent));
    },
  };
}

// A ritual that is already in the week shown needs no link to its next occurrence.
const isSeriesOf = (shown, event) => event.with.length === 0 && shown.kind === 'bot' && shown.subject === event.subject;

function draw({ person, week }, offers, now, first, openEvent) {
  const pieces = week.events.flatMap(event => piecesOf(event, person.zone, first));
  pieces.push(...offers.map(offer => ({ ...offer, kind: 'offer' })));
  const timed = pieces.filter(piece => piece.kind !== 'allDay');
  const from = Math.min(8, ...timed.map(piece => Math.floor(piece.from / 60)));
  const until = Math.max(18, ...timed.map(piece => Math.ceil(piece.until / 60)));
  const last = Math.max(4, ...pieces.map(piece => piece.day));
  const today = localParts(now, person.zone);
  const nowDay = (today.midnight - first) / dayLength;

  const hours = el('div', { class: 'hours', 'aria-hidden': 'true' });
  for (let hour = from; hour < until; hour += 2) hours.append(place(el('span', {}, String(hour)), hour * 60, hour * 60, from, until));

  const days = Array.from({ length: last + 1 }, (_, day) => {
    const ofDay = pieces.filter(piece => piece.day === day).sort((a, b) => a.from - b.from);
    const list = el('ol', {}, ofDay.filter(piece => piece.kind !== 'allDay').map(piece => place(block(piece, openEvent), piece.from, piece.until, from, until)));
    list.style.setProperty('--hours', until - from);
    if (nowDay === day && today.minutes >= from * 60 && today.minutes <= until * 60)
      list.append(place(el('li', { class: 'now-line' }, hidden(t('guideNow'))), today.minutes, today.minutes, from, until));
    const title = el('h4', {}, dayText(first + day * dayLength, 'UTC'));
    const wholeDay = ofDay.filter(piece => piece.kind === 'allDay').map(piece => el('p', { class: 'all-day' }, piece.label));
    return el('div', { class: nowDay === day ? 'day today' : 'day' }, title, el('div', { class: 'whole' }, wholeDay), list, ofDay.length === 0 && hidden(t('noEvents')));
  });
  hours.style.setProperty('--hours', until - from);
  return [hours, ...days];
}

/** Splits an event at midnight, into days and minutes in the person's time zone. */
function piecesOf(event, zone, first) {
  const start = localParts(event.start, zone), end = localParts(event.end, zone);
  const startDay = (start.midnight - first) / dayLength, endDay = (end.midnight - first) / dayLength;
  if (event.kind === 'allDay')
    return startDay >= 0 && startDay < 7 ? [{ kind: 'allDay', day: startDay, from: 0, until: 0, label: t(wholeDays[event.state] ?? 'allDay') }] : [];
  const pieces = [];
  for (let day = Math.max(0, startDay); day <= Math.min(6, endDay); day++) {
    const from = day === startDay ? start.minutes : 0, until = day === endDay ? end.minutes : 1440;
    if (until > from) pieces.push({ kind: event.kind, day, from, until, event, label: `${timeText(event.start, zone)}–${timeText(event.end, zone)}` });
  }
  return pieces;
}

function block(piece, openEvent) {
  if (piece.kind === 'busy') return el('li', { class: 'busy', title: piece.label }, hidden(`${piece.label} ${t('busy')}`));
  if (piece.kind === 'offer') return el('li', { class: 'offer', title: piece.label }, hidden(`${t('offered')} `), el('span', { 'aria-hidden': 'true' }, clockOf(piece.from)), hidden(piece.label));
  const state = piece.event.state;
  return el('li', { class: `bot ${state ?? ''}` },
    el('button', { type: 'button', onclick: event => openEvent(piece.event, event.currentTarget) },
      el('span', { 'aria-hidden': 'true' }, clockOf(piece.from), ' '), hidden(`${piece.label} `),
      el('strong', {}, piece.event.subject), state && hidden(` (${t(state)})`)));
}

function place(element, from, until, firstHour, lastHour) {
  const height = (lastHour - firstHour) * 60;
  element.style.setProperty('--top', `${((from - firstHour * 60) / height) * 100}%`);
  element.style.setProperty('--height', `${((until - from) / height) * 100}%`);
  return element;
}
