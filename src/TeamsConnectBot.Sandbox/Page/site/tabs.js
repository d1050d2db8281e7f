import { byId, el, fill } from './dom.js';
import { t, currentLanguage } from './texts.js';

const narrow = matchMedia('(max-width: 760px)');

/** On a narrow screen the chairs take turns; on a wide one both are there and the tabs are not. */
export function tabs() {
  let chosen = 0, names = ['', ''];
  const list = byId('chair-tabs');
  narrow.addEventListener('change', arrange);

  function arrange() {
    list.hidden = !narrow.matches;
    [0, 1].forEach(index => {
      const panel = byId(`chair-${index}`);
      panel.hidden = narrow.matches && index !== chosen;
      if (narrow.matches) panel.setAttribute('role', 'tabpanel');
      else panel.removeAttribute('role');
    });
    [...list.children].forEach((tab, index) => {
      tab.setAttribute('aria-selected', String(index === chosen));
      tab.tabIndex = index === chosen ? 0 : -1;
    });
  }

  function choose(index, focus) {
    chosen = index;
    arrange();
    byId(`chair-${index}`).dispatchEvent(new Event('uncovered'));
    if (focus) list.children[index].focus();
  }

  return {
    show(chairs) {
      names = chairs.map(chair => chair.person.name);
      list.setAttribute('aria-label', t('chairs'));
      fill(list, names.join('\n') + currentLanguage(), () => names.map((name, index) => el('button', {
        type: 'button', role: 'tab', 'aria-controls': `chair-${index}`,
        onclick: () => choose(index),
        onkeydown: event => { if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') choose(1 - index, true); },
      }, name)));
      arrange();
    },
  };
}
