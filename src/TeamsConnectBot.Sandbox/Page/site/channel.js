import { el, fill, warn } from './dom.js';
import { t, currentLanguage } from './texts.js';
import { compose } from './compose.js';
import { Chat } from './chat.js';
import * as api from './api.js';

/** A team's channels, one at a time, in which the user can act as any member. */
export function channel(onActed) {
  const title = el('h2');
  const about = el('p', { class: 'about' });
  const channels = el('select', { id: 'which-channel', onchange: () => choose(channels.value) });
  const channelLabel = el('label', { for: 'which-channel' });
  const speakers = el('select', { id: 'speaker', onchange: () => { speaker = speakers.value; draw(); } });
  const speakerLabel = el('label', { for: 'speaker' });
  const menu = el('div', { class: 'menu' });
  // Only the person who clicked sees the card in the answer, until the card changes for everybody.
  const own = new Map();
  let all = [], shown = null, speaker = null, zone = 'UTC';

  const chat = new Chat({
    click: async (message, action) => {
      const [where, who] = [shown.id, speaker];
      const before = JSON.stringify(sharedCard(message.id));
      const answer = await api.clickInChannel(where, who, action);
      if (answer.card) own.set(who + message.id, { card: answer.card, before });
      onActed();
      return answer;
    },
    empty: () => ({
      key: `${shown.id}${shown.installed}${shown.teamInstalled}${speaker}`,
      parts: () => shown.installed
        ? [el('p', {}, t('channelEmpty')), el('button', { class: 'primary', onclick: () => act((...to) => api.tellChannel(...to, t('channelExample'))) }, t('channelExample'))]
        : [el('p', {}, t(withoutText())), canAdd() && el('button', { class: 'primary', onclick: () => act(api.addToChannel) }, t(actionText('add')))].filter(Boolean),
    }),
  });
  const line = compose('say-channel', text => api.tellChannel(shown.id, speaker, text));
  const element = el('section', { class: 'chair channel', id: 'channel', hidden: true },
    el('header', { class: 'seat' }, title, about,
      el('div', { class: 'speaker' }, el('p', {}, channelLabel, ' ', channels), el('p', {}, speakerLabel, ' ', speakers)), menu),
    el('div', { class: 'talk' }, chat.element, line.element));
  element.addEventListener('uncovered', () => chat.revealNewest());

  const isStandard = () => shown.kind === 'Standard';
  const canAdd = () => isStandard() || shown.teamInstalled;
  const withoutText = () => isStandard() ? 'teamWithout' : canAdd() ? 'channelWithout' : 'channelNotYet';
  const actionText = verb => `${verb}${isStandard() ? 'Team' : 'Channel'}`;
  const act = action => action(shown.id, speaker).catch(() => warn(t('unavailable')));
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
    about.textContent = [t('channelAbout')[shown.kind], !isStandard() && t(shown.members.some(member => member.owns) ? 'ownerDecides' : 'membersVote')].filter(Boolean).join(' ');
    channelLabel.textContent = t('channel');
    fill(channels, JSON.stringify(all.map(({ id, name, kind }) => [id, name, kind])) + currentLanguage(), () => all.map(({ id, name, kind }) =>
      el('option', { value: id }, t('channelKinds')[kind].replace('{name}', name))));
    channels.value = shown.id;
    channels.parentElement.hidden = all.length < 2;
    speakerLabel.textContent = t('speakAs');
    fill(speakers, JSON.stringify(shown.members) + currentLanguage(), () => shown.members.map(member =>
      el('option', { value: member.id }, member.owns ? t('leads', { name: member.name }) : member.name)));
    speakers.value = speaker;
    fill(menu, `${shown.id}${shown.installed}${canAdd()}${currentLanguage()}`, more);
    chat.show({ id: shown.id, label: t('channelChat', { name: label }), me: name, zone, messages: shown.messages.filter(isSeen).map(asSeen) });
    line.show({ id: shown.id, hint: t('channelHint'), label: t('channelSay', { name }), name: label, enabled: shown.installed });
  }

  function more() {
    if (!shown.installed && !canAdd()) return [];
    const [key, action] = shown.installed ? [actionText('remove'), api.removeFromChannel] : [actionText('add'), api.addToChannel];
    return el('details', { onkeydown: event => { if (event.key === 'Escape') event.currentTarget.open = false; } },
      el('summary', { 'aria-label': t('more', { name: shown.name }) }, '⋯'),
      el('div', { class: 'sheet' }, el('button', {
        type: 'button', class: 'quiet', onclick: event => { event.currentTarget.closest('details').open = false; act(action); },
      }, t(key))));
  }

  function choose(id) {
    shown = all.find(channel => channel.id === id) ?? all[0] ?? null;
    element.hidden = shown === null;
    if (shown === null) return;
    if (!shown.members.some(member => member.id === speaker)) speaker = shown.members[0].id;
    draw();
  }

  return {
    element,
    show({ channels: shownChannels, zone: pageZone }) {
      [all, zone] = [shownChannels, pageZone];
      choose(shown?.id);
    },
  };
}
