import { warn } from './dom.js';

const root = '/page/api';

async function call(path, body) {
  const options = body === undefined
    ? {}
    : { method: 'POST', headers: { 'content-type': 'application/json', 'x-sandbox-page': '1' }, body: JSON.stringify(body) };
  const response = await fetch(root + path, options);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  if (body !== undefined) warn('');
  return response.status === 204 ? null : response.json();
}

const person = (id, action) => `/people/${encodeURIComponent(id)}/${action}`;
const event = (id, eventId, action) => `/people/${encodeURIComponent(id)}/events/${encodeURIComponent(eventId)}/${action}`;

export const start = language => call(`/start?lang=${language}`);
export const search = text => call(`/people?search=${encodeURIComponent(text)}`);
export const view = (people, monday) => call(`/view?${new URLSearchParams({ left: people[0], right: people[1], ...(monday && { monday }) })}`);

export const install = id => call(person(id, 'install'), {});
export const uninstall = id => call(person(id, 'uninstall'), {});
export const block = id => call(person(id, 'block'), {});
export const unblock = id => call(person(id, 'unblock'), {});
export const tell = (id, text) => call(person(id, 'say'), { text });
export const answerFile = (id, messageId, allows) => call(person(id, 'file'), { messageId, allows });
export const fileUrl = (id, file) => `${root}${person(id, `file/${file}`)}`;
export const click = (id, action) => call(person(id, 'click'), action);

const member = (channel, id, action) => `/channels/${encodeURIComponent(channel)}/${encodeURIComponent(id)}/${action}`;
export const addToChannel = (channel, id) => call(member(channel, id, 'install'), {});
export const removeFromChannel = (channel, id) => call(member(channel, id, 'uninstall'), {});
export const tellChannel = (channel, id, text) => call(member(channel, id, 'say'), { text });
export const clickInChannel = (channel, id, action) => call(member(channel, id, 'click'), action);

export const declineEvent = (id, eventId) => call(event(id, eventId, 'decline'), {});
export const deleteEvent = (id, eventId) => call(event(id, eventId, 'delete'), {});
export const moveEvent = (id, eventId, minutes) => call(event(id, eventId, 'move'), { minutes });

export const advance = minutes => call('/clock/advance', { minutes });
export const advancePastReports = () => call('/clock/reports', {});
export const advanceToNext = () => call('/clock/next', {});

export const report = people => call(`/report?${new URLSearchParams({ left: people[0], right: people[1] })}`);
export const chooseSource = source => call('/source', { source });

/** Calls back with every new version of the tenant, and when the connection opens or is lost. */
export function listen(onVersion, onConnection) {
  const stream = new EventSource(`${root}/changes`);
  stream.addEventListener('version', message => onVersion(Number(message.data)));
  stream.addEventListener('open', () => onConnection(true));
  stream.addEventListener('error', () => onConnection(false));
}
