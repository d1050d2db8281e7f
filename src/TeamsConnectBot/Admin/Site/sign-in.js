// Inside Teams the browser may not go to Entra in a frame; Teams hands over a token for this application instead.
const start = document.getElementById('start');
const form = document.getElementById('teams');

if (window.parent !== window) {
  start.target = '_blank';
  askTeams().then(token => { if (token) { form.elements.token.value = token; form.submit(); } });
}

// Microsoft's library for tabs, where the build could fetch it; without it the link opens a window of its own.
async function askTeams() {
  try {
    const teams = await import('/admin/site/vendor/teams.js');
    await teams.app.initialize();
    return await teams.authentication.getAuthToken();
  } catch {
    return null;
  }
}
