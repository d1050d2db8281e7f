import { byId, el, fill, hidden, icon, warn } from './dom.js';
import { t, currentLanguage } from './texts.js';
import { gapChoices } from './gaps.js';
import * as api from './api.js';

// A ritual's event doesn't list its attendees.
const isMeeting = event => event.with.length > 0;

/** Guides a newcomer from installing the app to 'did you meet?'. A completed step stays completed for this pair. */
export function guide(toNext) {
  const done = new Map();
  const answered = new Map();
  let chairs = [];

  const stepsOf = key => done.get(key) ?? done.set(key, new Set()).get(key);
  const pairKey = () => chairs.map(chair => chair.person.id).join('\n');

  const installBoth = () => Promise.all(chairs.filter(chair => !chair.installed).map(chair => api.install(chair.person.id)))
    .catch(() => warn(t('unavailable')));
  const actions = [installBoth, null, toNext, null, toNext, toNext];

  return {
    acted(index, message, outcome) {
      if (outcome === 'error') return;
      const key = `${pairKey()}\n${gapChoices(message.card) ? 'yes' : 'join'}`;
      const who = answered.get(key) ?? answered.set(key, new Set()).get(key);
      who.add(index);
      if (who.size === 2) stepsOf(pairKey()).add(gapChoices(message.card) ? 3 : 1);
    },
    show(state) {
      chairs = state.chairs;
      const mine = stepsOf(pairKey());
      const every = test => chairs.every(test);
      if (every(chair => chair.installed)) mine.add(0);
      if (every(chair => chair.messages.some(message => gapChoices(message.card)))) mine.add(1).add(2);
      // The two need not have been matched with each other.
      if (every(chair => chair.planned.some(isMeeting))) mine.add(1).add(2).add(3).add(4);
      if (every(chair => chair.planned.some(event => isMeeting(event) && Date.parse(event.end) <= Date.parse(state.now)))) mine.add(5);
      draw(mine);
    },
  };

  function draw(mine) {
    const current = t('steps').findIndex((_, index) => !mine.has(index));
    byId('guide-title').textContent = t('guide');
    fill(byId('guide-steps'), [...mine].sort() + currentLanguage() + current, () => t('steps').map(([text, button], index) => {
      const state = mine.has(index) ? 'done' : index === current ? 'current' : 'later';
      return el('li', { class: state, 'aria-current': state === 'current' ? 'step' : null },
        el('span', { class: 'mark', 'aria-hidden': 'true' }, state === 'done' ? icon('check') : String(index + 1)),
        el('span', {}, text, state === 'done' && hidden(` (${t('guideDone')})`)),
        state === 'current' && button && el('button', { type: 'button', class: 'primary small', onclick: actions[index] }, button));
    }));
    byId('guide-all').textContent = current === -1 ? t('guideAll') : '';
  }
}
