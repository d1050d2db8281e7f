const weekdays = { mo: 1, ma: 1, tu: 2, di: 2, we: 3, wo: 3, th: 4, do: 4, fr: 5, vr: 5, sa: 6, za: 6, su: 0, zo: 0 };
const named = /^\s*([a-z]{2})[a-z]*\.?\s+(?:(\d{1,2})\s+[a-z]+\.?,?\s+)?[^\d]*(\d{1,2})[:.](\d{2})(?:\s*[–-]\s*(\d{1,2})[:.](\d{2}))?/i;

/** The choices of gaps in a card, or null when it isn't an invitation. */
export function gapChoices(card) {
  let found = null;
  (function walk(node) {
    if (found || node === null || typeof node !== 'object') return;
    if (node.type === 'Input.ChoiceSet' && node.id === 'gaps') found = node.choices;
    else Object.values(node).forEach(walk);
  })(card);
  return found;
}

/**
 * The times a card offers, parsed from its text ("do 14:30–14:50"): the first such weekday after the card was sent. Days count
 * from 0, the Monday given by `monday`. Text in another format is ignored.
 */
export function offeredGaps(messages, zone, monday) {
  return messages.flatMap(message => (gapChoices(message.card) ?? []).map(choice => gapOf(choice.title, message.at, zone, monday)))
    .filter(gap => gap !== null && gap.day >= 0 && gap.day < 7);
}

function gapOf(title, sentAt, zone, monday) {
  const match = named.exec(title);
  const weekday = weekdays[match?.[1].toLowerCase()];
  if (weekday === undefined) return null;
  const [date, hour, minute, endHour, endMinute] = match.slice(2).map(Number);
  const sent = localParts(sentAt, zone), from = hour * 60 + minute;
  const midnight = daysFrom(sent.midnight, from > sent.minutes ? 0 : 1)
    .find(day => new Date(day).getUTCDay() === weekday && (!date || new Date(day).getUTCDate() === date));
  if (midnight === undefined) return null;
  const until = match[5] ? endHour * 60 + endMinute : from + 30;
  return { day: (midnight - Date.parse(`${monday}T00:00:00Z`)) / 864e5, from, until, label: title };
}

const daysFrom = (midnight, first) => Array.from({ length: 60 }, (_, ahead) => midnight + (first + ahead) * 864e5);

const clocks = new Map();

/** A moment as a local date (its midnight, in milliseconds, as if it were UTC) and the minutes since midnight. */
export function localParts(at, zone) {
  if (!clocks.has(zone))
    clocks.set(zone, new Intl.DateTimeFormat('en-GB', {
      timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
    }));
  const part = Object.fromEntries(clocks.get(zone).formatToParts(new Date(at)).map(({ type, value }) => [type, Number(value)]));
  return { midnight: Date.UTC(part.year, part.month - 1, part.day), minutes: part.hour * 60 + part.minute };
}
