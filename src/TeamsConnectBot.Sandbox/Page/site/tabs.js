import { byId, el, fill } from './dom.js';
import { t, currentLanguage } from './texts.js';

const narrow = matchMedia('(max-width: 760px)');

/** On a narrow screen, tabs switch between the chairs and the channel; on a wide one all are visible, without tabs. */
export function tabs() {
  let chosen = 0, panels = [];
  const list = byId('chair-tabs');
  narrow.addEventListener('change', arrange);

  function arrange() {
    list.hidden = !narrow.matches;
    panels.forEach(({ id }, index) => {
      const panel = byId(id);
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
    chosen = (index + panels.length) % panels.length;
    arrange();
    byId(panels[chosen].id).dispatchEvent(new Event('uncovered'));
    if (focus) list.children[chosen].focus();
  }

  return {
    show(shown) {
      panels = shown;
      chosen = Math.min(chosen, panels.length - 1);
      list.setAttribute('aria-label', t('chairs'));
      fill(list, JSON.stringify(panels) + currentLanguage(), () => panels.map(({ id, name }, index) => el('button', {
        type: 'button', role: 'tab', 'aria-controls': id,
        onclick: () => choose(index),
        onkeydown: event => {
          if (event.key === 'ArrowLeft') choose(index - 1, true);
          else if (event.key === 'ArrowRight') choose(index + 1, true);
        },
      }, name)));
      arrange();
    },
  };
}
