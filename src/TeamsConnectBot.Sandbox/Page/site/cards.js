import { el } from './dom.js';
import { t } from './texts.js';

const dark = matchMedia('(prefers-color-scheme: dark)');
let hostConfigs = null;

/** Loads Microsoft's renderer and the Teams host configurations; returns false when the build could not fetch them. */
export async function loadRenderer(available) {
  if (!available) return false;
  try {
    await Promise.all([script('/page/vendor/adaptivecards.min.js'), script('/page/vendor/markdown-it.min.js')]);
    const [light, night] = await Promise.all(['light', 'dark'].map(theme => json(`/page/vendor/microsoft-teams-${theme}.json`)));
    hostConfigs = { light, dark: night };
    // With Teams' dark red, the contrast of an input's error message is below 4.5.
    for (const style of Object.values(night.containerStyles)) style.foregroundColors.attention.default = '#f6a5ae';
    const fontFamily = getComputedStyle(document.body).fontFamily;
    for (const config of Object.values(hostConfigs)) config.fontTypes.default.fontFamily = fontFamily;
    useTeamsMarkdown();
    return true;
  } catch {
    hostConfigs = null;
    return false;
  }
}

export const onThemeChange = changed => dark.addEventListener('change', changed);
export const themeName = () => (dark.matches ? 'dark' : 'light');

/** Renders a card; `onExecute` is called with the action, whose data includes the inputs. */
export function renderCard(payload, onExecute) {
  if (!hostConfigs) return cardAsText(payload);
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hostConfigs[themeName()]);
  card.onExecuteAction = action => {
    if (action instanceof AdaptiveCards.OpenUrlAction) window.open(action.url, '_blank', 'noopener');
    // The renderer also reports that it showed or hid something itself.
    else if (action instanceof AdaptiveCards.ExecuteAction || action instanceof AdaptiveCards.SubmitAction) onExecute(describe(action));
  };
  card.parse(withoutPickers(payload));
  const element = card.render();
  if (payload.lang) element.lang = payload.lang;
  nameChoiceGroups(element);
  separateRadios(element);
  nameFilters(element);
  return element;
}

function describe(action) {
  return {
    type: action instanceof AdaptiveCards.ExecuteAction ? 'Action.Execute' : 'Action.Submit',
    id: action.id ?? null,
    title: action.title ?? null,
    verb: action.verb ?? null,
    data: action.data ?? {},
  };
}

// Of markdown, Teams supports only bold, italic, lists and links.
function useTeamsMarkdown() {
  const markdown = markdownit('zero', { html: false, breaks: true }).enable(['emphasis', 'list', 'link', 'escape', 'entity', 'newline']);
  const plainLink = markdown.renderer.rules.link_open ?? ((tokens, index, options, _, self) => self.renderToken(tokens, index, options));
  markdown.renderer.rules.link_open = (tokens, index, ...rest) => {
    tokens[index].attrSet('target', '_blank');
    tokens[index].attrSet('rel', 'noopener');
    return plainLink(tokens, index, ...rest);
  };
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.render(text);
    result.didProcess = true;
  };
}

// The renderer labels each choice, but gives a group of checkboxes no role.
function nameChoiceGroups(card) {
  for (const group of card.querySelectorAll('.ac-choiceSetInput-multiSelect'))
    if (!group.hasAttribute('role')) group.setAttribute('role', 'group');
}

// The renderer names radio buttons after the input's id, so a choice in one chat would undo the same choice in the other.
let cardsRendered = 0;
function separateRadios(card) {
  cardsRendered++;
  for (const radio of card.querySelectorAll('input[type=radio]')) radio.name = `${radio.name}-${cardsRendered}`;
}

// Teams fills a people picker itself. Here it would be empty, while the text field next to it works.
function withoutPickers(node) {
  if (Array.isArray(node)) return node.filter(part => !part?.['choices.data'] || part.choices?.length > 0).map(withoutPickers);
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withoutPickers(value)]));
}

// The text field of the renderer's people picker is not linked to its label.
function nameFilters(element) {
  for (const input of element.querySelectorAll('input:not([aria-label], [aria-labelledby], [type=checkbox], [type=radio])'))
    if (!input.labels?.length)
      input.setAttribute('aria-label', input.closest('.ac-input-container')?.textContent.trim() || input.placeholder || t('choose'));
}

function cardAsText(payload) {
  const texts = [], buttons = [];
  (function walk(node) {
    if (Array.isArray(node)) return node.forEach(walk);
    if (node === null || typeof node !== 'object') return;
    if (node.type === 'TextBlock') texts.push(node.text);
    else if (node.type?.startsWith('Action.')) return void buttons.push(node.title);
    else if (node.type?.startsWith('Input.')) texts.push(node.label ?? node.title ?? '');
    for (const fact of node.facts ?? []) texts.push(`${fact.title} ${fact.value}`);
    for (const choice of node.choices ?? []) texts.push(`· ${choice.title}`);
    for (const part of [node.body, node.items, node.columns, node.actions]) walk(part);
  })(payload);
  return el('div', { class: 'card-text', role: 'group', 'aria-label': t('cardAsText'), lang: payload.lang },
    texts.filter(Boolean).map(text => el('p', {}, text)),
    buttons.length > 0 && el('p', { class: 'subtle' }, `${t('cardButtons')}: ${buttons.join(' · ')}`));
}

const script = source => new Promise((resolve, reject) =>
  document.head.append(el('script', { src: source, onload: resolve, onerror: reject })));

async function json(source) {
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${source} answered ${response.status}`);
  return response.json();
}
