import { t, shortName } from './texts.js';

/** What was read in a step of the guide and what was not, for the two people in the chairs and the source that is used. */
export function readings(step, texts, { chairs, aiWeek }) {
  const { read, unread } = texts.bySource?.[aiWeek.source] ?? texts;
  const short = chair => shortName(chair.person, chairs.map(each => each.person));
  const who = allows => chairs.filter(chair => chair.allowsReport === allows).map(short);
  const [allowed, others] = [who(true), who(false)];
  const values = {
    left: short(chairs[0]), right: short(chairs[1]),
    allowed: allowed.length > 0 ? t('readOf', { names: allowed.join(t('and')) }) : '',
    others: others.length > 0 ? t('alsoOf', { names: others.join(t('and')) }) : '',
  };
  return { read: t(read, values, null), unread: t(unread, values, null) };
}
