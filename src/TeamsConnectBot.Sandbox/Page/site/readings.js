import { t } from './texts.js';

/** What was read in a step of the guide and what was not, for the two people in the chairs and the source that is used. */
export function readings(step, texts, { chairs, aiWeek }) {
  const { read, unread } = texts.bySource?.[aiWeek.source] ?? texts;
  const first = chair => chair.person.name.split(' ')[0];
  const who = allows => chairs.filter(chair => chair.allowsReport === allows).map(first);
  const [allowed, others] = [who(true), who(false)];
  const values = {
    left: first(chairs[0]), right: first(chairs[1]),
    allowed: allowed.length > 0 ? t('readOf', { names: allowed.join(t('and')) }) : '',
    others: others.length > 0 ? t('alsoOf', { names: others.join(t('and')) }) : '',
  };
  return { read: t(read, values, null), unread: t(unread, values, null) };
}
