// Everything works without this; it spares page loads.

for (const form of document.querySelectorAll('form[data-confirm]'))
  form.addEventListener('submit', event => { if (!confirm(form.dataset.confirm)) event.preventDefault(); });

for (const form of document.querySelectorAll('form[data-check]')) checkWhileTyping(form);
for (const place of document.querySelectorAll('[data-poll]')) follow(place);

// What the form says so far comes from the server, which alone knows the rules.
function checkWhileTyping(form) {
  const place = document.getElementById('check');
  let waiting, asked = 0;
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const mine = ++asked;
      const answer = await fetch(form.dataset.check, { method: 'POST', body: new FormData(form) });
      if (!answer.ok || answer.redirected || mine !== asked) return;
      place.innerHTML = await answer.text();
      mark(form, place);
    }, 350);
  });
  mark(form, place);
}

function mark(form, place) {
  const wrong = new Set([...place.querySelectorAll('[data-field]')].map(line => line.dataset.field));
  for (const field of form.elements) {
    if (!field.id) continue;
    if (wrong.has(field.id)) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
  }
}

async function follow(place) {
  for (;;) {
    await new Promise(resolve => setTimeout(resolve, 700));
    const answer = await fetch(place.dataset.poll);
    if (!answer.ok || answer.redirected) return;
    place.innerHTML = await answer.text();
    if (!place.querySelector('[data-running]')) return;
  }
}
