import { byId, el, fill } from './dom.js';
import { t, momentText, currentLanguage } from './texts.js';

/** What the people in the chairs and the channels received, newest first. It never shows an answer, and others only as a count. */
export function showHappened({ chairs, channels, totals, zone }) {
  byId('happened-title').textContent = t('happened');
  byId('happened-note').textContent = t('happenedNote');
  byId('totals').textContent = t('totals', totals);
  const lines = [...chairs.flatMap(linesOf), ...channels.flatMap(postsOf)].sort((a, b) => Date.parse(b.at) - Date.parse(a.at)).slice(0, 30);
  const list = byId('happened-list');
  fill(list, JSON.stringify(lines) + currentLanguage(), () => lines.length === 0
    ? el('li', { class: 'subtle' }, t('happenedNone'))
    : lines.map(({ at, text, detail }) => el('li', {},
      el('time', { datetime: at }, momentText(at, zone)), el('span', {}, text, detail && el('span', { class: 'subtle' }, ` “${detail}”`)))));
}

function postsOf(channel) {
  const nameOf = id => channel.members.find(member => member.id === id)?.name ?? '';
  return channel.messages.filter(message => message.from === 'bot').map(message => ({
    at: message.at,
    text: message.onlyFor ? t('gotOnly', { name: channel.name, who: nameOf(message.onlyFor) }) : t('gotPost', { name: channel.name }),
    detail: message.summary,
  }));
}

function linesOf({ person, messages, planned }) {
  const name = person.name;
  const received = messages.filter(message => message.from === 'bot');
  return [
    ...received.map(message => ({ at: message.at, text: t('gotMessage', { name }), detail: message.summary })),
    ...received.filter(message => message.edited && !message.deleted).map(message => ({ at: message.edited, text: t('gotEdit', { name }) })),
    // A series is in the calendar many times, but was created once.
    ...planned.filter((event, index) => planned.findIndex(other => other.subject === event.subject && other.createdAt === event.createdAt) === index)
      .map(event => ({ at: event.createdAt, text: t('gotEvent', { name, subject: event.subject }) })),
  ];
}
