import { el } from './dom.js';
import { t } from './texts.js';
import * as api from './api.js';

/** An ARIA editable combobox that searches for people on the server. */
export function picker(index, choose, otherId) {
  const list = el('ul', { id: `people-${index}`, role: 'listbox', class: 'options', hidden: true });
  const label = el('label', { for: `who-${index}`, class: 'sr-only' });
  const count = el('span', { class: 'sr-only', role: 'status' });
  const input = el('input', {
    id: `who-${index}`, type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: 'false', class: 'who',
    'aria-expanded': 'false', 'aria-controls': `people-${index}`, 'aria-autocomplete': 'list',
    oninput: () => open(input.value), onfocus: () => input.select(), onclick: () => list.hidden && open(''),
    onkeydown: onKey, onblur: () => close(),
  });
  let current = null, options = [], active = -1, asked = 0;

  async function open(text) {
    const mine = ++asked;
    const { people, total } = await api.search(text);
    if (mine !== asked || document.activeElement !== input) return;
    options = people.filter(person => person.id !== otherId());
    list.replaceChildren(...options.map(option));
    count.textContent = options.length ? t('found', { count: total }) : t('foundNone');
    list.hidden = options.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    mark(text === '' ? options.findIndex(person => person.id === current?.id) : 0);
  }

  function option(person, position) {
    return el('li', {
      id: `people-${index}-${position}`, role: 'option', 'aria-selected': 'false',
      // Before the blur event hides the list.
      onmousedown: event => { event.preventDefault(); pick(position); },
    }, el('span', { class: 'name' }, person.name), el('span', { class: 'subtle' }, `${person.department} · ${person.office}`));
  }

  function mark(position) {
    active = position;
    [...list.children].forEach((item, at) => item.setAttribute('aria-selected', String(at === position)));
    const item = list.children[position];
    if (item) item.scrollIntoView({ block: 'nearest' });
    if (item) input.setAttribute('aria-activedescendant', item.id);
    else input.removeAttribute('aria-activedescendant');
  }

  function onKey(event) {
    if (event.key === 'Escape') return close();
    if (event.key === 'Enter' && !list.hidden && active >= 0) { event.preventDefault(); return pick(active); }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    if (list.hidden) return void open('');
    const step = event.key === 'ArrowDown' ? 1 : -1;
    mark((active + step + options.length) % options.length);
  }

  function pick(position) {
    const person = options[position];
    close();
    input.value = person.name;
    choose(person.id);
  }

  function close() {
    asked++;
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    if (current) input.value = current.name;
  }

  return {
    element: el('div', { class: 'picker' }, label, input, list, count),
    show(person) {
      label.textContent = t('who')[index];
      input.placeholder = t('searchHint');
      if (current?.id !== person.id) input.value = person.name;
      current = person;
    },
  };
}
