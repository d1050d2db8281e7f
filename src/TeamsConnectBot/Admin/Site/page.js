// The pages work without this script; it saves page loads.

for (const form of document.querySelectorAll('form[data-confirm]'))
  form.addEventListener('submit', event => { if (!confirm(form.dataset.confirm)) event.preventDefault(); });

keepTyped([...document.querySelectorAll('form[data-typed]')]);
guardAgainstLeaving([...document.querySelectorAll('form[data-guard]')]);
for (const form of document.querySelectorAll('form[data-check]')) checkWhileTyping(form);
for (const place of document.querySelectorAll('[data-poll]')) follow(place);
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

// What was typed outlives a session that ended meanwhile: it stays in this tab until it is saved, or its owner signs out, and is back
// in its form after signing in again. A form asks for it with data-typed="a name, unique on its page". One whose fields depend on what was
// typed has data-typed-at too: an address that shows the form with the fields it is sent, and stores nothing.
function keepTyped(forms) {
  try {
    sessionStorage.length;
  } catch {
    // In a frame, a browser may refuse it.
    return;
  }
  const all = () => Object.keys(sessionStorage).filter(key => key.startsWith('typed '));
  const read = key => JSON.parse(sessionStorage.getItem(key));
  const write = (key, entry) => sessionStorage.setItem(key, JSON.stringify(entry));
  const who = document.body.dataset.who;
  if (document.querySelector('[data-sign-in]')) {
    for (const key of all()) write(key, { ...read(key), isLost: true });
    for (const text of document.querySelectorAll('[data-kept]')) text.hidden = all().length === 0;
    return;
  }
  for (const form of document.querySelectorAll('form[data-forget]'))
    form.addEventListener('submit', () => all().forEach(key => sessionStorage.removeItem(key)));
  if (!who) return;

  const kept = new Map(all().map(key => [key, read(key)]));
  for (const [key, entry] of kept) if (!entry.isLost || entry.who !== who) sessionStorage.removeItem(key);
  for (const form of forms) {
    const key = `typed ${location.pathname} ${form.dataset.typed}`;
    const fields = () => [...form.elements].filter(field => field.name && field.name !== '__RequestVerificationToken'
      && !field.matches(':disabled') && !['submit', 'button', 'file', 'fieldset'].includes(field.type));
    const store = () => write(key, {
      who, fields: fields().map(field => [field.name, field.value, ['checkbox', 'radio'].includes(field.type) ? field.checked : null]),
    });
    const entry = kept.get(key);
    const isBack = entry?.isLost && entry.who === who;
    if (isBack && form.dataset.typedAt) {
      write(key, { ...entry, isLost: false, isShown: true });
      sendAgain(form, entry.fields);
      return;
    }
    if (isBack) putBack(fields(), entry.fields);
    if (isBack || entry?.isShown) {
      form.before(Object.assign(document.createElement('p'),
        { className: 'note warn', role: 'status', textContent: document.body.dataset.restored }));
      form.dataset.guard = 'changed';
      store();
    } else if (form.dataset.guard === 'changed') {
      store();
    }
    form.addEventListener('input', store);
    form.addEventListener('change', store);
  }
}

// Fields with the same name go by their order; hidden ones too, so that a form still knows which version it was opened on.
function putBack(fields, typed) {
  const left = new Map();
  for (const [name, ...value] of typed) left.set(name, [...(left.get(name) ?? []), value]);
  for (const field of fields) {
    const next = left.get(field.name)?.shift();
    if (!next) continue;
    const [value, checked] = next;
    if (checked === null) field.value = value;
    else field.checked = checked;
  }
}

function sendAgain(form, typed) {
  const again = Object.assign(document.createElement('form'), { method: 'post', action: form.dataset.typedAt });
  const token = form.elements.__RequestVerificationToken;
  const sent = typed.filter(([, , checked]) => checked !== false);
  for (const [name, value] of [...sent, [token.name, token.value]])
    again.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  document.body.append(again);
  again.submit();
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
