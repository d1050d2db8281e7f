// In a tab of Teams the page has Teams' theme. Elsewhere this does nothing, and the browser's own preference decides.

// Teams' library once it has answered; null outside Teams, or where it does not answer.
window.inTeams = (() => {
  // Microsoft's library for tabs, loaded inside a frame only; the hash makes the browser run exactly this file or none.
  const library = {
    src: 'https://res.cdn.office.net/teams-js/2.58.0/js/MicrosoftTeams.min.js',
    integrity: 'sha384-sMo/EOqQPa1OCup2/VBRum7oFeOS22kvs8WGDc45xK53tUVZzFR5WwFYDUYN1LO4',
    crossOrigin: 'anonymous',
  };
  const themes = { default: 'default', dark: 'dark', contrast: 'contrast', glass: 'dark' };

  async function connect() {
    show(remembered());
    try {
      if (!window.microsoftTeams) await load();
      await window.microsoftTeams.app.initialize();
    } catch {
      return null;
    }
    follow(window.microsoftTeams.app);
    return window.microsoftTeams;
  }

  function load() {
    return new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement('script'), library);
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }

  async function follow(app) {
    const change = name => {
      show(themes[name]);
      remember(themes[name]);
    };
    try {
      app.registerOnThemeChangeHandler(change);
      change((await app.getContext()).app.theme);
    } catch {
      // Without an answer the browser's preference stays.
    }
  }

  function show(theme) {
    if (theme) document.documentElement.dataset.theme = theme;
  }

  // Kept for the next page of this tab, so that it does not flash; a browser may forbid it.
  function remember(theme) {
    try { sessionStorage.setItem('theme', theme ?? ''); } catch { /* It flashes once. */ }
  }

  function remembered() {
    try { return sessionStorage.getItem('theme'); } catch { return null; }
  }

  return window.parent === window ? Promise.resolve(null) : connect();
})();
