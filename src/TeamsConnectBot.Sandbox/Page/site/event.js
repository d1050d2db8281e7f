import { el, warn } from './dom.js';
import { t, longMomentText, timeText } from './texts.js';
import * as api from './api.js';

/** One of the bot's events as Outlook shows it, with what a person can do with it there. */
export function eventDialog(seatBeside) {
  const dialog = el('dialog', { class: 'event', 'aria-labelledby': 'event-title' });
  document.body.append(dialog);

  return (person, event, opener) => {
    const act = action => async () => {
      dialog.close();
      try { await action(); } catch { warn(t('unavailable')); }
    };
    const button = (key, action, style = 'plain') => el('button', { type: 'button', class: style, onclick: action }, t(key));
    const row = (key, ...content) => [el('dt', {}, t(key)), el('dd', {}, ...content)];
    dialog.replaceChildren(
      el('h2', { id: 'event-title' }, event.subject),
      el('dl', {},
        row('eventWhen', `${longMomentText(event.start, person.zone)}–${timeText(event.end, person.zone)}`),
        event.with.length > 0 && row('eventWith', event.with.map(other => other.name).join(', ')),
        event.where && row('eventWhere', event.where),
        event.joinUrl && row('eventWhere', el('a', { href: event.joinUrl, target: '_blank', rel: 'noopener' }, t('eventJoin')))),
      el('div', { class: 'buttons' },
        event.with.filter(other => other.id).map(other => el('button', {
          type: 'button', class: 'plain', onclick: () => { dialog.close(); seatBeside(person.id, other.id); },
        }, t('seatBeside', { name: other.name }))),
        button('decline', act(() => api.declineEvent(person.id, event.id))),
        button('moveHalfHour', act(() => api.moveEvent(person.id, event.id, 30))),
        button('moveDay', act(() => api.moveEvent(person.id, event.id, 1440))),
        button('remove', act(() => api.deleteEvent(person.id, event.id))),
        button('close', () => dialog.close(), 'primary')));
    dialog.onclose = () => opener.isConnected && opener.focus();
    dialog.showModal();
  };
}
