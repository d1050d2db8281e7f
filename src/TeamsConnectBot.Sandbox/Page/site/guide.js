import { byId, el, fill, hidden, icon, warn } from './dom.js';
import { t, momentText, shortName, currentLanguage } from './texts.js';
import { gapChoices } from './gaps.js';
import { readings } from './readings.js';
import { hasRules } from './aiweek.js';
import * as api from './api.js';

const [allowed, install, join, report, band, invitation, why, company] = [0, 1, 2, 3, 4, 5, 6, 7];

// A ritual's event doesn't list its attendees.
const isMeeting = event => event.with.length > 0;

/**
 * Guides a newcomer from who allowed the reading of AI use to two people with one appointment. A completed step stays completed for this
 * pair. `onStep` is called with the step that is shown; `seatBeside` puts somebody in the other chair.
 */
export function guide({ toNext, toReports, seatBeside, onStep }) {
  const progress = new Map();
  let state = null, chairs = [], chosen = null;

  const pairKey = (left, right) => `${left}\n${right}`;
  function mine() {
    const key = pairKey(...chairs.map(chair => chair.person.id));
    return progress.get(key) ?? progress.set(key, { done: new Set(), readBefore: undefined, waited: false, asked: false }).get(key);
  }

  const every = test => chairs.every(test);
  const isInvited = chair => chair.messages.some(message => gapChoices(message.card));
  // Also while its explanation is shown instead, or after a 'not this week' that can be taken back.
  const isOpen = chair => isInvited(chair) || chair.messages.some(isAside);
  const meetingOf = chair => chair.planned.findLast(isMeeting);
  const sharedMeeting = () => chairs[0].planned.findLast(event => isMeeting(event) && chairs[1].planned.some(other => other.id === event.id));
  const reached = step => { for (let index = 0; index <= step; index++) mine().done.add(index); };

  function note() {
    const { done } = mine();
    if (every(chair => chair.installed)) reached(install);
    if (every(chair => chair.joined)) {
      reached(join);
      mine().readBefore ??= state.aiWeek.readAt ?? '';
      if (mine().waited || (state.aiWeek.readAt ?? '') !== mine().readBefore) done.add(report);
    }
    if (done.has(report) && verbsIn(chairs[0]).some(verb => verb.startsWith('selfReport.'))) done.add(band);
    if (every(isInvited)) reached(invitation);
    if (mine().asked && !chairs[0].messages.some(isAside)) done.add(why);
    // Whoever has answered without asking why can't ask any more.
    if (done.has(invitation) && !isOpen(chairs[0])) done.add(why);
    if (every(meetingOf)) reached(why);
    if (sharedMeeting()) reached(company);
  }

  function current() {
    const { done } = mine();
    return [allowed, install, join, report, band, invitation, why, company].find(step => !done.has(step)) ?? -1;
  }

  const failed = () => warn(t('unavailable'));
  const actions = {
    [allowed]: () => { mine().done.add(allowed); draw(); },
    [install]: () => Promise.all(chairs.filter(chair => !chair.installed).map(chair => api.install(chair.person.id))).catch(failed),
    [report]: async () => { const pair = mine(); await toReports(); pair.waited = true; note(); draw(); },
    [band]: () => api.tell(chairs[0].person.id, t('askBand', {}, chairs[0].person.language)).catch(failed),
    [invitation]: toNext,
    [company]: () => stranger() ? besides() : toNext(),
  };

  // The two need not have been matched with each other: whoever was matched with the left one can be put in the other chair.
  const stranger = () => (sharedMeeting() ? null : meetingOf(chairs[0])?.with.find(other => other.id)) ?? null;

  function besides() {
    const other = stranger();
    progress.set(pairKey(chairs[0].person.id, other.id), { ...mine(), done: new Set(mine().done) });
    seatBeside(chairs[0].person.id, other.id);
  }

  function hasAction(step) {
    return step in actions && step === current() && (step !== company || stranger() !== null || !chairs.some(isOpen));
  }

  return {
    acted(index, action, outcome) {
      if (outcome !== 'error' && index === 0 && action.verb === 'invitation.why') mine().asked = true;
    },
    show(shown) {
      [state, chairs] = [shown, shown.chairs];
      note();
      draw();
    },
  };

  function draw() {
    const now = current();
    if (chosen !== null && (chosen.at !== now || chosen.step === now)) chosen = null;
    const step = chosen?.step ?? (now === -1 ? company : now);
    const { done } = mine();
    byId('guide-title').textContent = t('guide');
    byId('guide-which').textContent = t('stepOf', { step: step + 1, of: t('steps').length, label: t('steps')[step].label });
    fill(byId('guide-steps'), JSON.stringify([[...done].sort(), now, step, currentLanguage()]), () => t('steps').map(({ label }, index) => {
      const kind = done.has(index) ? 'done' : index === now ? 'current' : 'later';
      return el('li', { class: `${kind}${index === step ? ' shown' : ''}`, 'aria-current': kind === 'current' ? 'step' : null },
        el('button', { type: 'button', class: 'quiet', 'aria-pressed': String(index === step), onclick: () => { chosen = { step: index, at: now }; draw(); } },
          el('span', { class: 'mark', 'aria-hidden': 'true' }, kind === 'done' ? icon('check') : String(index + 1)),
          el('span', {}, label, kind === 'done' && hidden(` (${t('guideDone')})`))));
    }));
    drawStep(step);
    const meeting = now === -1 && sharedMeeting();
    byId('guide-all').textContent = meeting
      ? t('guideAll', { ...names(), ...inChats(), subject: meeting.subject, when: momentText(meeting.start, chairs[0].person.zone) }) : '';
    onStep(step);
  }

  function drawStep(step) {
    const texts = t('steps')[step];
    const variant = variantOf(step);
    const values = { ...names(), ...inChats() };
    const text = t(texts.texts?.[variant] ?? texts.text, values, null);
    const button = hasAction(step) ? t(texts.buttons?.[variant] ?? texts.button, values, null) : null;
    // At the end, the appointment is named instead.
    const ended = step === company && mine().done.has(company);
    const box = byId('guide-now');
    const hadFocus = box.contains(document.activeElement);
    const { read, unread } = readings(step, texts, state);
    const changed = fill(box, JSON.stringify([step, text, button, ended, currentLanguage()]), () => [
      !ended && el('p', { class: 'text' }, text),
      button && el('button', { type: 'button', class: 'primary', onclick: actions[step] }, button)].filter(Boolean));
    // The pressed button has gone: the next one, or the text, takes the focus.
    if (changed && hadFocus) (box.querySelector('button') ?? box).focus();
    fill(byId('guide-read'), JSON.stringify([read, unread, currentLanguage()]), () => [
      el('dt', {}, t('read')), el('dd', {}, read), el('dt', {}, t('unread')), el('dd', {}, unread)]);
  }

  function variantOf(step) {
    if (step === company) return stranger() ? 'other' : chairs.some(isOpen) ? 'open' : null;
    return step === report || step === band || hasRules(state.aiWeek) ? state.aiWeek.source : 'NoRules';
  }

  // A chat is in the language of whoever sits there, which need not be the page's.
  function inChats() {
    const [left, right] = chairs.map(chair => t('inChat', {}, chair.person.language));
    return { leftJoin: left.join, rightJoin: right.join, leftWhy: left.why, leftBack: left.back, leftAsk: left.ask };
  }

  function names() {
    const seated = chairs.map(chair => chair.person);
    const others = stranger() ? meetingOf(chairs[0]).with.filter(other => other.id && other.id !== seated[0].id) : [];
    const [left, right, ...met] = [...seated, ...others].map(person => shortName(person, [...seated, ...others]));
    return { left, right, other: met[0], others: met.join(t('and')) };
  }
}

// The card is the invitation's, but its times are not on it: it leads back to them.
function isAside({ card }) {
  const verbs = verbsOf(card);
  return verbs.includes('invitation.show') && !verbs.includes('invitation.takeBack') && !gapChoices(card);
}

const verbsIn = ({ messages }) => messages.flatMap(message => verbsOf(message.card));

/** The verbs of all buttons on a card. */
function verbsOf(card) {
  const verbs = [];
  (function walk(node) {
    if (node === null || typeof node !== 'object') return;
    if (node.type === 'Action.Execute' && node.verb) verbs.push(node.verb);
    else Object.values(node).forEach(walk);
  })(card);
  return verbs;
}
