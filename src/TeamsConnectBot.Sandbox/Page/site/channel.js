import { el, fill, warn } from './dom.js';
import { t, currentLanguage } from './texts.js';
import { compose } from './compose.js';
import { Chat } from './chat.js';
import * as api from './api.js';

/** A team's channel, in which the user can act as any member. */
export function channel(onActed) {
  const title = el('h2');
  const about = el('p', { class: 'about' });
  const speakers = el('select', { id: 'speaker', onchange: () => { speaker = speakers.value; draw(); } });
  const speakerLabel = el('label', { for: 'speaker' });
  const menu = el('div', { class: 'menu' });
  // Only the person who clicked sees the card in the answer, until the card changes for everybody.
  const own = new Map();
  let shown = null, speaker = null, zone = 'UTC';

  const chat = new Chat({
    click: async (message, action) => {
      const who = speaker;
      const before = JSON.stringify(sharedCard(message.id));
      const answer = await api.clickInChannel(who, action);
      if (answer.card) own.set(who + message.id, { card: answer.card, before });
      onActed();
      return answer;
    },
    empty: () => ({
      key: `${shown.installed}${speaker}`,
      parts: () => shown.installed
        ? [el('p', {}, t('channelEmpty')), el('button', { class: 'primary', onclick: () => act(id => api.tellChannel(id, t('channelExample'))) }, t('channelExample'))]
        : [el('p', {}, t('channelWithout')), el('button', { class: 'primary', onclick: () => act(api.addToTeam) }, t('addToTeam'))],
    }),
  });
  const line = compose('say-channel', text => api.tellChannel(speaker, text));
  const element = el('section', { class: 'chair channel', id: 'channel', hidden: true },
    el('header', { class: 'seat' }, title, about, el('p', { class: 'speaker' }, speakerLabel, ' ', speakers), menu),
    el('div', { class: 'talk' }, chat.element, line.element));
  element.addEventListener('uncovered', () => chat.revealNewest());

  const act = action => action(speaker).catch(() => warn(t('unavailable')));
  const sharedCard = id => shown.messages.find(message => message.id === id)?.card ?? null;

  const isSeen = message => message.onlyFor === null || message.onlyFor === speaker;

  function asSeen(message) {
    const mine = own.get(speaker + message.id);
    return mine && mine.before === JSON.stringify(message.card) ? { ...message, card: mine.card } : message;
  }

  function draw() {
    const name = shown.members.find(member => member.id === speaker).name;
    const label = `${shown.name} · ${shown.team}`;
    element.setAttribute('aria-label', `${t('channel')}: ${label}`);
    title.textContent = label;
    about.textContent = t('channelAbout');
    speakerLabel.textContent = t('speakAs');
    fill(speakers, JSON.stringify(shown.members) + currentLanguage(), () => shown.members.map(member =>
      el('option', { value: member.id }, member.owns ? t('leads', { name: member.name }) : member.name)));
    speakers.value = speaker;
    fill(menu, String(shown.installed) + currentLanguage(), more);
    chat.show({ id: 'channel', label: t('channelChat', { name: label }), me: name, zone, messages: shown.messages.filter(isSeen).map(asSeen) });
    line.show({ id: 'channel', hint: t('channelHint'), label: t('channelSay', { name }), name: label, enabled: shown.installed });
  }

  function more() {
    const [key, action] = shown.installed ? ['removeFromTeam', api.removeFromTeam] : ['addToTeam', api.addToTeam];
    return el('details', { onkeydown: event => { if (event.key === 'Escape') event.currentTarget.open = false; } },
      el('summary', { 'aria-label': t('more', { name: shown.name }) }, '⋯'),
      el('div', { class: 'sheet' }, el('button', {
        type: 'button', class: 'quiet', onclick: event => { event.currentTarget.closest('details').open = false; act(action); },
      }, t(key))));
  }

  return {
    element,
    show({ channel, zone: pageZone }) {
      [shown, zone] = [channel, pageZone];
      element.hidden = shown === null;
      if (shown === null) return;
      if (!shown.members.some(member => member.id === speaker)) speaker = shown.members[0].id;
      draw();
    },
  };
}
