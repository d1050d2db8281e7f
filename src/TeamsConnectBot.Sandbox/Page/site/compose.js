import { el, icon, warn } from './dom.js';
import { t } from './texts.js';
import * as api from './api.js';

/** The line where a person types to the bot. */
export function compose(id) {
  let person = null;
  const input = el('input', { id, type: 'text', autocomplete: 'off', enterkeyhint: 'send' });
  const button = el('button', { class: 'quiet', type: 'submit' }, icon('send'));
  const form = el('form', { class: 'compose', onsubmit: send }, input, button);

  async function send(event) {
    event.preventDefault();
    const text = input.value.trim();
    if (text === '' || form.getAttribute('aria-busy') === 'true') return;
    form.setAttribute('aria-busy', 'true');
    try {
      await api.tell(person.id, text);
      input.value = '';
    } catch {
      warn(t('unavailable'));
    } finally {
      form.removeAttribute('aria-busy');
    }
  }

  return {
    element: form,
    show(chair) {
      if (person && person.id !== chair.person.id) input.value = '';
      person = chair.person;
      input.placeholder = t('sayHint');
      input.setAttribute('aria-label', t('sayLabel', { name: person.name }));
      button.setAttribute('aria-label', `${t('send')} (${person.name})`);
      input.disabled = button.disabled = !chair.installed;
    },
  };
}
