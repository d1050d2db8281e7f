import { byId, say, warn } from './dom.js';
import { t, chooseLanguage, currentLanguage } from './texts.js';
import { loadRenderer, onThemeChange } from './cards.js';
import { chair } from './chair.js';
import { channel } from './channel.js';
import { clock } from './clock.js';
import { eventDialog } from './event.js';
import { guide } from './guide.js';
import { aiWeek } from './aiweek.js';
import { showHappened } from './happened.js';
import { localParts } from './gaps.js';
import { tabs } from './tabs.js';
import * as api from './api.js';

const address = new URLSearchParams(location.search);
chooseLanguage(address.get('lang') ?? (navigator.language.startsWith('nl') ? 'nl' : 'en'));

const begin = await api.start(currentLanguage());
const rendered = await loadRenderer(begin.renderer);
const people = [address.get('left') ?? begin.suggested[0], address.get('right') ?? begin.suggested[1]];
let monday = null, last = null, wantedVersion = 0, fetching = false;

const seatTabs = tabs();
const time = clock(() => refresh());
const beside = aiWeek(() => refresh());
const walk = guide({
  toNext: time.toNext, toReports: time.toReports, onStep: beside.stepShown,
  seatBeside: (id, otherId) => seat(1 - people.indexOf(id), otherId),
});
const openEvent = eventDialog((id, otherId) => seat(1 - people.indexOf(id), otherId));
const chairs = [0, 1].map(index => chair(index, {
  choose: id => seat(index, id),
  otherId: () => people[1 - index],
  openEvent,
  moveWeek,
  showWeekOf,
  onActed: (...what) => { walk.acted(...what); refresh(); },
}));
const team = channel(() => refresh());
byId('seats').replaceChildren(...chairs.map(seat => seat.element), team.element);

for (const button of document.querySelectorAll('[data-lang]'))
  button.addEventListener('click', () => { chooseLanguage(button.dataset.lang); remember(); show(); });
onThemeChange(show);

/** Fetches until it has the newest version; a call during a fetch makes that fetch again. */
async function refresh() {
  if (fetching) return void (wantedVersion = Infinity);
  fetching = true;
  try {
    do {
      wantedVersion = 0;
      last = await api.view(people, monday);
      show();
    } while (wantedVersion > last.version);
  } catch {
    warn(t('unavailable'));
  } finally {
    fetching = false;
  }
}

function show() {
  document.title = t('title');
  for (const part of document.querySelectorAll('[data-text]')) part.textContent = t(part.dataset.text);
  for (const part of document.querySelectorAll('[data-name]')) part.setAttribute('aria-label', t(part.dataset.name));
  for (const button of document.querySelectorAll('[data-lang]')) button.setAttribute('aria-pressed', String(button.dataset.lang === currentLanguage()));
  byId('no-renderer').hidden = rendered;
  if (last === null) return;
  time.show(last);
  last.chairs.forEach((state, index) => chairs[index].show(state, last));
  team.show(last);
  const seats = last.chairs.map((seated, index) => ({ id: `chair-${index}`, name: seated.person.name }));
  seatTabs.show(last.channels.length > 0 ? [...seats, { id: 'channel', name: t('channel') }] : seats);
  beside.show(last);
  walk.show(last);
  showHappened(last);
  document.body.dataset.version = last.version;
}

function seat(index, id) {
  people[index] = id;
  remember();
  refresh();
}

function moveWeek(by) {
  const shown = Date.parse(`${last.chairs[0].week.monday}T00:00:00Z`);
  monday = by === 0 ? null : dateText(shown + by * 7 * 864e5);
  refresh();
}

function showWeekOf(at, zone) {
  const { midnight } = localParts(at, zone);
  monday = dateText(midnight - ((new Date(midnight).getUTCDay() + 6) % 7) * 864e5);
  refresh();
}

const dateText = midnight => new Date(midnight).toISOString().slice(0, 10);

function remember() {
  history.replaceState(null, '', `?${new URLSearchParams({ left: people[0], right: people[1], lang: currentLanguage() })}`);
}

let connected = true;
await refresh();
api.listen(
  version => { if (version > (last?.version ?? -1)) { wantedVersion = version; refresh(); } },
  stands => {
    if (stands !== connected) say(t(stands ? 'connectionBack' : 'connectionLost'));
    byId('connection').textContent = stands ? '' : t('connectionLost');
    connected = stands;
  });
document.body.dataset.ready = 'true';
