import { byId, el, fill, say, warn } from './dom.js';
import { t, longMomentText, momentText, placeOf, currentLanguage } from './texts.js';
import * as api from './api.js';

const steps = [15, 60, 1440];
const narrow = matchMedia('(max-width: 760px)');

/** The clock at the top and the buttons that move it; `onMoved` is called when the Sandbox has reached the new time. */
export function clock(onMoved) {
  const time = el('time');
  const zoneNote = el('span', { class: 'subtle zone' });
  const next = el('p', { class: 'next subtle' });
  const buttons = el('div', { class: 'ahead', role: 'group' });
  // On a narrow screen, the smaller steps move into a menu.
  const menu = el('summary', {}, '⋯');
  const smaller = el('div', { class: 'steps' });
  const steppers = el('details', { class: 'stepper', open: !narrow.matches }, menu, smaller);
  narrow.addEventListener('change', () => { steppers.open = !narrow.matches; });
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
      warn(t('unavailable'));
    } finally {
      moving = false;
      buttons.removeAttribute('aria-busy');
    }
  }

  const toNext = () => move(api.advanceToNext);
  const toReports = () => move(api.advancePastReports);
  const button = (text, action, style) => el('button', { type: 'button', class: style, onclick: () => move(action) }, text);

  return {
    toNext,
    toReports,
    show(state) {
      zone = state.zone;
      time.dateTime = state.now;
      time.textContent = narrow.matches ? momentText(state.now, zone) : longMomentText(state.now, zone);
      zoneNote.textContent = t('zoneNote', { zone: placeOf(zone) });
      next.textContent = state.next ? t('nextAt', { when: nextText(state.next) }) : '';
      buttons.setAttribute('aria-label', t('ahead'));
      menu.setAttribute('aria-label', t('ahead'));
      fill(smaller, currentLanguage(), () => steps.map(minutes => button(t(`ahead${minutes}`), () => api.advance(minutes), 'plain')));
      fill(buttons, currentLanguage(), () => [steppers, button(t('next'), api.advanceToNext, 'primary')]);
    },
  };

  function nextText({ at, kind }) {
    const what = t('kinds')[kind];
    return what ? `${momentText(at, zone)}, ${what}` : momentText(at, zone);
  }
}
