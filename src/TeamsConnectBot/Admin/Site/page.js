// The pages work without this script; it saves page loads.

for (const form of document.querySelectorAll('form[data-confirm]'))
  form.addEventListener('submit', event => { if (!confirm(form.dataset.confirm)) event.preventDefault(); });

guardAgainstLeaving([...document.querySelectorAll('form[data-guard]')]);
for (const form of document.querySelectorAll('form[data-check]')) checkWhileTyping(form);
for (const place of document.querySelectorAll('[data-poll]')) follow(place);
keepWhatWasSent();
addEventListener('click', openPart);

// The server checks the form while it is filled in, because only it knows the rules.
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

// Problems are shown in the list and at their fields.
function mark(form, place) {
  const said = kind => [...place.querySelectorAll(`[data-${kind}]`)];
  const wrong = said('field'), doubtful = said('warning');
  for (const note of form.querySelectorAll('[data-note-of]')) {
    const id = note.dataset.noteOf;
    const mine = [...wrong.filter(line => line.dataset.field === id), ...doubtful.filter(line => line.dataset.warning === id)];
    const isWrong = wrong.some(line => line.dataset.field === id);
    note.textContent = mine.map(line => line.textContent.trim()).join(' ');
    note.hidden = mine.length === 0;
    note.className = isWrong ? 'error' : 'doubt';
    const field = document.getElementById(id);
    if (isWrong) field?.setAttribute('aria-invalid', 'true');
    else field?.removeAttribute('aria-invalid');
    if (isWrong) note.closest('details')?.setAttribute('open', '');
  }
}

// Leaving a form with unsaved changes asks for confirmation.
function guardAgainstLeaving(forms) {
  const changed = new Set(forms.filter(form => form.dataset.guard === 'changed'));
  let saving = null;
  for (const form of forms) {
    form.addEventListener('input', () => changed.add(form));
    form.addEventListener('submit', () => { saving = form; });
  }
  addEventListener('beforeunload', event => {
    if ([...changed].some(form => form !== saving)) event.preventDefault();
  });
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

// A link to a field within a closed part opens the part; not every browser does that by itself.
function openPart({ target }) {
  const link = target.closest?.('a[href^="#"]');
  if (link) document.getElementById(link.hash.slice(1))?.closest('details')?.setAttribute('open', '');
}

// A session can end while a form is filled in. What was sent stays in this tab until a page shows that it arrived; when the user had to
// sign in first, the form offers it back. Signing out, or another user, removes it.
function keepWhatWasSent() {
  const Key = 'connectbot-kept';
  const form = document.querySelector('form[data-keep]');
  const user = document.querySelector('.who .subtle')?.textContent ?? '';
  let kept = null;
  try {
    kept = JSON.parse(sessionStorage.getItem(Key));
  } catch {
    return;
  }
  document.querySelector('.who form')?.addEventListener('submit', () => sessionStorage.removeItem(Key));
  form?.addEventListener('submit', () => {
    const fields = [...new FormData(form)].filter(([name]) => name !== '__RequestVerificationToken');
    sessionStorage.setItem(Key, JSON.stringify({ path: location.pathname, user, fields }));
  });
  if (kept === null || user === '') return;
  const arrived = document.querySelector('main > .note[role]') || form?.dataset.guard === 'changed';
  if (arrived || kept.user !== user) sessionStorage.removeItem(Key);
  else if (form && kept.path === location.pathname) offer(form, kept, () => sessionStorage.removeItem(Key));
}

function offer(form, kept, forget) {
  const note = document.createElement('div');
  note.className = 'note warn row';
  note.setAttribute('role', 'status');
  const says = document.createElement('p');
  says.textContent = form.dataset.keepSays;
  const button = (text, action) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = text;
    made.addEventListener('click', action);
    return made;
  };
  note.append(says, button(form.dataset.keepBack, () => sendAgain(form, kept.fields)), button(form.dataset.keepAway, () => {
    forget();
    note.remove();
  }));
  form.before(note);
}

// The server shows the form with these values, and stores nothing.
function sendAgain(form, fields) {
  const again = document.createElement('form');
  again.method = 'post';
  again.action = form.dataset.keep;
  const token = form.querySelector('[name=__RequestVerificationToken]');
  for (const [name, value] of [...fields, [token.name, token.value]]) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    again.append(field);
  }
  document.body.append(again);
  again.submit();
}
