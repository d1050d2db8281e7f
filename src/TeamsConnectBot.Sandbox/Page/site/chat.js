import { el, fill, icon, hidden, say, warn } from './dom.js';
import { t, momentText, currentLanguage } from './texts.js';
import { renderCard, themeName } from './cards.js';
import * as api from './api.js';

/** One person's chat: keeps an element a message, so that a refresh touches only what changed. */
export class Chat {
  constructor(onActed) {
    this.onActed = onActed;
    this.shown = new Map();
    this.log = el('div', { class: 'messages', role: 'log', tabindex: '0' });
    this.element = this.log;
  }

  show({ person, messages, installed, blocked }) {
    if (this.person?.id !== person.id) this.shown.clear();
    this.person = person;
    this.log.setAttribute('aria-label', t('chat', { name: person.name }));
    const before = this.shown.size;
    const wanted = messages.map(message => this.item(message));
    if (wanted.length === 0) wanted.push(this.empty(installed, blocked));
    if (wanted.length !== this.log.children.length || wanted.some((item, index) => item !== this.log.children[index]))
      this.log.replaceChildren(...wanted);
    if (this.shown.size !== before && !this.log.querySelector('input:focus, textarea:focus, select:focus')) this.revealNewest();
  }

  revealNewest() {
    if (this.log.lastElementChild) this.reveal(this.log.lastElementChild);
  }

  /** Scrolls to the end of a message, or to its start when it is taller than the chat. */
  reveal(item) {
    const margin = 12;
    const end = item.offsetTop + item.offsetHeight - this.log.clientHeight + margin;
    this.log.scrollTop = Math.min(end, item.offsetTop - margin);
  }

  item(message) {
    const item = this.shown.get(message.id) ?? el('article', { class: `message from-${message.from}`, 'data-id': message.id, tabindex: '-1' });
    this.shown.set(message.id, item);
    const hadFocus = item.contains(document.activeElement);
    const changed = fill(item, JSON.stringify([message, themeName(), currentLanguage()]), () => this.parts(message));
    // The clicked button is gone with its card: the keyboard stays at the message.
    if (changed && hadFocus && !item.contains(document.activeElement)) {
      item.focus({ preventScroll: true });
      this.reveal(item);
    }
    return item;
  }

  parts(message) {
    const bot = message.from === 'bot';
    const edited = message.edited && !message.deleted ? ` · ${t('edited')}` : '';
    const meta = el('p', { class: 'meta' },
      el('strong', {}, bot ? t('bot') : this.person.name), ' ',
      el('time', { datetime: message.at }, momentText(message.at, this.person.zone)), edited);
    const content = message.deleted ? el('p', { class: 'subtle' }, t('deleted')) : this.content(message);
    const outcome = el('p', { class: 'outcome', role: 'status' });
    return [bot && el('span', { class: 'avatar' }, icon('cup')), el('div', { class: 'bubble' }, meta, content, outcome)].filter(Boolean);
  }

  content(message) {
    const text = message.text && el('p', { class: 'text' }, message.text);
    if (!message.card) return text || el('p', {});
    const holder = el('div', { class: 'card' });
    holder.append(renderCard(message.card, action => this.click(message, action, holder)));
    return el('div', {}, text, holder);
  }

  async click(message, action, holder) {
    if (holder.getAttribute('aria-busy') === 'true') return;
    const outcome = holder.closest('.message').querySelector('.outcome');
    holder.setAttribute('aria-busy', 'true');
    outcome.textContent = t('working');
    try {
      const answer = await api.click(this.person.id, { messageId: message.id, ...action });
      outcome.textContent = answer.outcome === 'error' ? t('wentWrong') : answer.text ?? '';
      if (answer.outcome === 'card') say(t('answered'));
      this.onActed(message, answer.outcome);
    } catch {
      outcome.textContent = t('unavailable');
    } finally {
      holder.removeAttribute('aria-busy');
    }
  }

  empty(installed, blocked) {
    const name = this.person.name;
    const key = blocked ? 'blocked' : installed ? 'chatEmpty' : 'notInstalled';
    const item = this.shown.get('') ?? el('div', { class: 'empty' });
    this.shown.set('', item);
    fill(item, key + name + currentLanguage(), () => [
      el('p', {}, t(key, { name })),
      !installed && !blocked && el('button', { class: 'primary', onclick: () => api.install(this.person.id).catch(() => warn(t('unavailable'))) }, t('install'), hidden(` (${name})`)),
    ].filter(Boolean));
    return item;
  }
}
