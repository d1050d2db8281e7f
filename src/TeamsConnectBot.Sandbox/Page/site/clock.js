import { byId, el, fill, say } from './dom.js';
import { t, longMomentText, momentText, placeOf, currentLanguage } from './texts.js';
import * as api from './api.js';

const steps = [15, 60, 1440];

/** The clock at the top and what moves it; `onMoved` is called once the Sandbox has gone where it was sent. */
export function clock(canStartRound, onMoved) {
  const time = el('time');
  const zoneNote = el('span', { class: 'subtle zone' });
  const next = el('p', { class: 'next subtle' });
  const buttons = el('div', { class: 'ahead', role: 'group' });
  byId('clock').replaceChildren(el('p', { class: 'now' }, time, ' ', zoneNote), buttons, next);
  let zone = 'UTC', moving = false;

  async function move(action) {
    if (moving) return;
    moving = true;
    buttons.setAttribute('aria-busy', 'true');
    say(t('moving'));
    try {
      const { now } = await action();
      await onMoved();
      say(t('movedTo', { when: longMomentText(now, zone) }));
    } catch {
      say(t('unavailable'));
    } finally {
      moving = false;
      buttons.removeAttribute('aria-busy');
    }
  }

  const toNext = () => move(api.advanceToNext);
  const button = (text, name, action, style) => el('button', { type: 'button', class: style, 'aria-label': name, onclick: () => move(action) }, text);

  return {
    toNext,
    show(state) {
      zone = state.zone;
      time.dateTime = state.now;
      time.textContent = longMomentText(state.now, zone);
      zoneNote.textContent = t('zoneNote', { zone: placeOf(zone) });
      next.textContent = state.next ? t('nextAt', { when: nextText(state.next) }) : '';
      buttons.setAttribute('aria-label', t('ahead'));
      fill(buttons, currentLanguage(), () => [
        ...steps.map(minutes => button(t(`ahead${minutes}`), t(`ahead${minutes}Name`), () => api.advance(minutes), 'plain')),
        canStartRound && button(t('round'), t('round'), api.startRound, 'plain'),
        button(t('next'), t('nextName'), api.advanceToNext, 'primary'),
      ].filter(Boolean));
    },
  };

  function nextText({ at, kind }) {
    const what = t('kinds')[kind];
    return what ? `${momentText(at, zone)}, ${what}` : momentText(at, zone);
  }
}
