import { el, fill, hidden, warn } from './dom.js';
import { t, weekdayNames, languageName, placeOf, currentLanguage } from './texts.js';
import { picker } from './picker.js';
import { compose } from './compose.js';
import { calendar } from './calendar.js';
import { Chat } from './chat.js';
import * as api from './api.js';

/** One of the two chairs: who sits there, their chat with the bot, and their week. */
export function chair(index, { choose, otherId, openEvent, moveWeek, showWeekOf, onActed }) {
  const who = picker(index, choose, otherId);
  const about = el('p', { class: 'about' });
  const menu = el('div', { class: 'menu' });
  let shown = null;
  const chat = new Chat({
    click: async (message, action) => {
      const answer = await api.click(shown.person.id, action);
      onActed(index, action, answer.outcome);
      return answer;
    },
    empty: () => empty(shown),
    answerFile: (message, allows) => api.answerFile(shown.person.id, message.id, allows),
    fileUrl: file => api.fileUrl(shown.person.id, file),
  });
  const line = compose(`say-${index}`, text => api.tell(shown.person.id, text));
  const week = calendar((event, opener) => openEvent(shown.person, event, opener), moveWeek, showWeekOf);
  const element = el('section', { class: 'chair', id: `chair-${index}` },
    el('header', { class: 'seat' }, who.element, about, menu), el('div', { class: 'talk' }, chat.element, line.element), week.element);

  // While hidden, a chat could not scroll to its newest message.
  element.addEventListener('uncovered', () => chat.revealNewest());

  return {
    element,
    show(state, { now, zone }) {
      shown = state;
      const { person, installed, blocked } = state;
      element.setAttribute('aria-label', `${t('chair')[index]}: ${person.name}`);
      who.show(person);
      about.textContent = [person.department, person.office, languageName(person.language),
        person.zone !== zone && t('zoneNote', { zone: placeOf(person.zone) }),
        person.remoteDays.length > 0 && t('remote', { days: weekdayNames(person.remoteDays).join(' ') }),
        !person.hasMailbox && t('noMailbox')].filter(Boolean).join(' · ');
      fill(menu, person.id + installed + blocked + currentLanguage(), () => installed ? more(person, blocked) : []);
      chat.show({ id: person.id, label: t('chat', { name: person.name }), me: person.name, zone: person.zone, messages: state.messages });
      line.show({ id: person.id, hint: t('sayHint'), label: t('sayLabel', { name: person.name }), name: person.name, enabled: installed });
      week.show(state, now);
    },
  };
}

function empty({ person: { id, name }, installed, blocked }) {
  const key = blocked ? 'blocked' : installed ? 'chatEmpty' : 'notInstalled';
  return {
    key: key + name,
    parts: () => [
      el('p', {}, t(key, { name })),
      !installed && !blocked && el('button', { class: 'primary', onclick: () => api.install(id).catch(() => warn(t('unavailable'))) }, t('install'), hidden(` (${name})`)),
    ].filter(Boolean),
  };
}

function more(person, blocked) {
  const act = (key, action) => el('button', {
    type: 'button', class: 'quiet',
    onclick: event => {
      event.currentTarget.closest('details').open = false;
      action(person.id).catch(() => warn(t('unavailable')));
    },
  }, t(key));
  return el('details', { onkeydown: event => { if (event.key === 'Escape') event.currentTarget.open = false; } },
    el('summary', { 'aria-label': t('more', { name: person.name }) }, '⋯'),
    el('div', { class: 'sheet' }, act('uninstall', api.uninstall), blocked ? act('unblock', api.unblock) : act('block', api.block)));
}
