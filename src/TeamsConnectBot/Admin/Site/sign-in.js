// Entra cannot be opened in a frame, so inside Teams, Teams provides a token for this application instead.
const start = document.getElementById('start');
const form = document.getElementById('teams');

if (window.parent !== window) {
  start.target = '_blank';
  askTeams().then(token => { if (token) { form.elements.token.value = token; form.submit(); } });
}

// If Teams does not respond, the link remains, and opens in a new window.
async function askTeams() {
  try {
    return await (await window.inTeams)?.authentication.getAuthToken();
  } catch {
    return null;
  }
}
