import { byId, el, fill, warn } from './dom.js';
import { t, momentText, dayText, shortName, currentLanguage } from './texts.js';
import * as api from './api.js';

const sources = ['Names', 'Concealed', 'OwnWord'];
const narrow = matchMedia('(max-width: 760px)');
const [decisionStep, reportStep] = [0, 3];

/** Whether the rules for a week with much AI were allowed: the service refuses them where too few people take part. */
export const hasRules = ({ decisions }) => decisions.some(({ about }) => about !== 'CopilotReport');

/** Beside the guide: who allowed what, where days with AI come from, and the usage report as Graph gives it. */
export function aiWeek(onSwitched) {
  const choice = el('div', { class: 'sources', role: 'group' });
  const effect = el('p', { class: 'subtle' });
  const decisions = el('details', { class: 'decisions' });
  const report = el('details', { class: 'report', ontoggle: () => load() });
  byId('guide-beside').replaceChildren(choice, effect, decisions, report);
  let state = null, step = null, fetched = null;

  // On a narrow screen the chats come first, and what was read is opened by hand.
  const more = document.querySelector('.guide .more');
  const arrange = () => { more.open = !narrow.matches; };
  narrow.addEventListener('change', arrange);
  arrange();

  async function switchTo(source) {
    if (choice.getAttribute('aria-busy') === 'true') return;
    choice.setAttribute('aria-busy', 'true');
    try {
      await api.chooseSource(source);
      await onSwitched();
    } catch {
      warn(t('unavailable'));
    } finally {
      choice.removeAttribute('aria-busy');
    }
  }

  /** Fetches the report when it is visible and may have changed: it is another one each day, and for each source. */
  async function load() {
    if (!report.open || state === null || state.aiWeek.source === 'OwnWord') return;
    const people = state.chairs.map(chair => chair.person.id);
    const key = JSON.stringify([state.aiWeek.source, state.now.slice(0, 10), people]);
    if (fetched?.key !== key) {
      fetched = { key, report: null };
      const answer = await api.report(people).catch(() => null);
      if (fetched.key !== key) return;
      fetched.report = answer;
    }
    drawReport();
  }

  function drawReport() {
    const { aiWeek: { source, readAt }, chairs, zone } = state;
    const shown = source === 'OwnWord' ? null : fetched?.report;
    const summary = source === 'OwnWord' ? t('reportOff') : t('reportTitle');
    const when = readAt ? t('lastRead', { when: momentText(readAt, zone) }) : t('notRead');
    const marks = chairs.map(chair => [chair.person.id, chair.allowsReport]);
    fill(report, JSON.stringify([summary, when, marks, shown, currentLanguage()]), () => [
      el('summary', {}, summary),
      el('p', { class: 'subtle' }, `${when} ${shown ? t('reportLines', { total: shown.total }) : ''}`),
      shown && el('pre', { tabindex: '0', role: 'region', 'aria-label': t('reportTitle') },
        line(shown.header, 'header'), shown.lines.map(({ text, person }) => marked(text, chairs.find(chair => chair.person.id === person)))),
    ].filter(Boolean));
    const pre = report.querySelector('pre'), first = pre?.querySelector('.mine.read') ?? pre?.querySelector('.mine');
    if (first) pre.scrollTop = first.offsetTop - pre.offsetTop - pre.firstElementChild.offsetHeight;
  }

  const line = (text, style, note) => el('span', { class: style }, note && el('b', {}, note), text, '\n');

  function marked(text, chair) {
    if (!chair) return line(text, 'other');
    const name = shortName(chair.person, state.chairs.map(each => each.person));
    return line(text, chair.allowsReport ? 'mine read' : 'mine', `${t(chair.allowsReport ? 'lineRead' : 'lineUnread', { name })} `);
  }

  return {
    stepShown(shown) {
      if (step === shown) return;
      step = shown;
      decisions.open = step === decisionStep;
      report.open = step === reportStep;
    },
    show(shown) {
      state = shown;
      const { decisions: made, source } = state.aiWeek;
      choice.setAttribute('aria-label', t('sourcesLabel'));
      fill(choice, source + currentLanguage(), () => sources.map(one => el('button', {
        type: 'button', class: 'quiet', 'aria-pressed': String(one === source), onclick: () => switchTo(one),
      }, t('sources')[one].name)));
      effect.textContent = t('sources')[source].effect;
      fill(decisions, JSON.stringify(made) + currentLanguage(), () => [
        el('summary', {}, t('decisions')),
        made.length === 0 ? el('p', {}, t('noDecisions')) : el('ul', {}, made.map(({ about, by, at }) =>
          el('li', {}, el('strong', {}, t('decisionAbout')[about] ?? about), ' ', t('decided', { by, when: dayText(at, state.zone) })))),
        !hasRules(state.aiWeek) && el('p', {}, t('noRules')),
        el('p', { class: 'subtle' }, t('decisionsWhere')),
      ].filter(Boolean));
      drawReport();
      load();
    },
  };
}
