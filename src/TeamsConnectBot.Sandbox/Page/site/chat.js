import { el, fill, hidden, icon, say } from './dom.js';
import { t, momentText, currentLanguage } from './texts.js';
import { renderCard, themeName } from './cards.js';

// The Tab key reaches only the buttons of the last messages, so that it is not a long way past them. Older ones still work with a
// mouse or a screen reader.
const reachable = 3;
const controls = 'a[href], button, input, select, textarea, [tabindex="0"], [data-tab]';

function inTabOrder(item, isIn) {
  for (const control of item.querySelectorAll(controls)) {
    if (isIn && control.dataset.tab !== undefined) {
      if (control.dataset.tab === '') control.removeAttribute('tabindex');
      else control.setAttribute('tabindex', control.dataset.tab);
      delete control.dataset.tab;
    } else if (!isIn && control.dataset.tab === undefined) {
      control.dataset.tab = control.getAttribute('tabindex') ?? '';
      control.tabIndex = -1;
    }
  }
}

/**
 * The messages of a conversation. Each message keeps its element, so that a refresh touches only what changed. `click` sends a
 * card's action; `empty` returns a key and what to show while there are no messages.
 */
export class Chat {
  constructor({ click, empty, answerFile, fileUrl }) {
    this.send = click;
    Object.assign(this, { answerFile, fileUrl });
    this.emptyOf = empty;
    this.shown = new Map();
    this.log = el('div', { class: 'messages', role: 'log', tabindex: '0' });
    this.element = this.log;
  }

  show({ id, label, me, zone, messages }) {
    if (this.id !== id) this.shown.clear();
    Object.assign(this, { id, me, zone });
    this.log.setAttribute('aria-label', label);
    const before = this.shown.size;
    const wanted = messages.map(message => this.item(message));
    if (wanted.length === 0) wanted.push(this.empty());
    if (wanted.length !== this.log.children.length || wanted.some((item, index) => item !== this.log.children[index])) {
      // Inserting a message again takes the focus from it.
      const focused = this.log.contains(document.activeElement) && document.activeElement !== this.log ? document.activeElement : null;
      this.log.replaceChildren(...wanted);
      if (focused) (focused.isConnected ? focused : this.log.lastElementChild)?.focus({ preventScroll: true });
    }
    wanted.forEach((item, index) => inTabOrder(item, index >= wanted.length - reachable));
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
    // The clicked button has disappeared with its card: keep the focus at the message.
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
      el('strong', {}, bot ? t('bot') : message.sender ?? this.me), ' ',
      el('time', { datetime: message.at }, momentText(message.at, this.zone)), edited);
    const content = message.deleted ? el('p', { class: 'subtle' }, t('deleted')) : this.content(message);
    const only = message.onlyFor && el('p', { class: 'only' }, t('onlyYou'));
    const outcome = el('p', { class: 'outcome', role: 'status' });
    return [bot && el('span', { class: 'avatar' }, icon('cup')), el('div', { class: 'bubble' }, meta, only, content, outcome)].filter(Boolean);
  }

  content(message) {
    const text = message.text && el('p', { class: 'text' }, message.text);
    if (message.asks) return this.request(message);
    if (message.file) return el('div', {}, text, el('p', {}, el('a', { href: this.fileUrl(message.file), download: '' }, t('openFile'))));
    if (!message.card) return text || el('p', {});
    const holder = el('div', { class: 'card' });
    holder.append(renderCard(message.card, action => this.click(message, action, holder)));
    return el('div', {}, text, holder);
  }

  /** Teams' own card that asks whether the bot may put a file into OneDrive. */
  request(message) {
    const { name, description, bytes } = message.asks;
    const answer = async (allows, request) => {
      if (request.getAttribute('aria-busy') === 'true') return;
      const outcome = request.closest('.message').querySelector('.outcome');
      request.setAttribute('aria-busy', 'true');
      outcome.textContent = t('working');
      try {
        await this.answerFile(message, allows);
        outcome.textContent = '';
      } catch {
        outcome.textContent = t('unavailable');
      } finally {
        request.removeAttribute('aria-busy');
      }
    };
    // A message can ask for one of two files: the name of the file belongs to what a screen reader says.
    const button = (key, style, allows) => el('button', {
      type: 'button', class: style, onclick: event => answer(allows, event.currentTarget.closest('.file-request')),
    }, t(key), hidden(` (${name})`));
    return el('div', { class: 'file-request' },
      el('p', {}, el('strong', {}, name), ` · ${Math.max(1, Math.round(bytes / 1024))} kB`),
      el('p', {}, description),
      el('p', { class: 'answers' }, button('allowFile', 'primary', true), button('declineFile', 'plain', false)));
  }

  async click(message, action, holder) {
    if (holder.getAttribute('aria-busy') === 'true') return;
    const outcome = holder.closest('.message').querySelector('.outcome');
    holder.setAttribute('aria-busy', 'true');
    outcome.textContent = t('working');
    try {
      const answer = await this.send(message, { messageId: message.id, ...action });
      outcome.textContent = answer.outcome === 'error' ? t('wentWrong') : answer.text ?? '';
      if (answer.outcome === 'card') say(t('answered'));
    } catch {
      outcome.textContent = t('unavailable');
    } finally {
      holder.removeAttribute('aria-busy');
    }
  }

  empty() {
    const { key, parts } = this.emptyOf();
    const item = this.shown.get('') ?? el('div', { class: 'empty' });
    this.shown.set('', item);
    fill(item, key + currentLanguage(), parts);
    return item;
  }
}
