import { el, icon, warn } from './dom.js';
import { t } from './texts.js';

/** The field in which a person types to the bot; `tell` sends the text. */
export function compose(id, tell) {
  let whose = null;
  const input = el('input', { id, type: 'text', autocomplete: 'off', enterkeyhint: 'send' });
  const button = el('button', { class: 'quiet', type: 'submit' }, icon('send'));
  const form = el('form', { class: 'compose', onsubmit: send }, input, button);

  async function send(event) {
    event.preventDefault();
    const text = input.value.trim();
    if (text === '' || form.getAttribute('aria-busy') === 'true') return;
    form.setAttribute('aria-busy', 'true');
    try {
      await tell(text);
      input.value = '';
    } catch {
      warn(t('unavailable'));
    } finally {
      form.removeAttribute('aria-busy');
    }
  }

  return {
    element: form,
    show({ id: now, hint, label, name, enabled }) {
      if (whose !== null && whose !== now) input.value = '';
      whose = now;
      input.placeholder = hint;
      input.setAttribute('aria-label', label);
      button.setAttribute('aria-label', `${t('send')} (${name})`);
      input.disabled = button.disabled = !enabled;
    },
  };
}
