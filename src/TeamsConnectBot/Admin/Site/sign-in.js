// Entra cannot be opened in a frame, so inside Teams, Teams provides a token for this application instead.
const start = document.getElementById('start');
const form = document.getElementById('teams');

// Microsoft's library for tabs, loaded inside a frame only; the hash makes the browser run exactly this file or none.
const library = {
  src: 'https://res.cdn.office.net/teams-js/2.58.0/js/MicrosoftTeams.min.js',
  integrity: 'sha384-sMo/EOqQPa1OCup2/VBRum7oFeOS22kvs8WGDc45xK53tUVZzFR5WwFYDUYN1LO4',
  crossOrigin: 'anonymous',
};

if (window.parent !== window) {
  start.target = '_blank';
  askTeams().then(token => { if (token) { form.elements.token.value = token; form.submit(); } });
}

// If Teams does not respond, the link remains, and opens in a new window.
async function askTeams() {
  try {
    await load();
    await window.microsoftTeams.app.initialize();
    return await window.microsoftTeams.authentication.getAuthToken();
  } catch {
    return null;
  }
}

function load() {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), library);
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
}
