/** Creates an element. `on…` keys become event listeners, other keys attributes; false, null and undefined are left out. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'class') element.className = value;
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** Replaces the children only when the key has changed, so that a refresh keeps the focus and half-typed input. */
export function fill(element, key, build) {
  if (element.dataset.key === key) return false;
  element.dataset.key = key;
  element.replaceChildren(...[build()].flat());
  return true;
}

export const byId = id => document.getElementById(id);

export const hidden = text => el('span', { class: 'sr-only' }, text);

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('icon');
  svg.append(use);
  return svg;
}

/** Shows that an action failed, also to people who don't use a screen reader. */
export function warn(text) {
  byId('problem').textContent = text;
}

/** Announces something to screen readers; a repeated text is changed slightly, so that it is announced again. */
export function say(text) {
  const live = byId('status');
  live.textContent = live.textContent === text ? `${text}\u00a0` : text;
}
