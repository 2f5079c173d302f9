// Everything from the records is set as text: one driver of the fleet is named like a script.
const byId = id => document.getElementById(id);
const words = JSON.parse(byId('words').textContent);

/** A text of messages.properties with its arguments in place of {0}, {1}, … */
const t = (key, ...given) => (words[key] ?? key).replace(/\{(\d)\}/g, (_, n) => given[n]);

async function control(method, path, body) {
  const response = await fetch('/sandbox/control/' + path, {
    method,
    headers: { 'X-Sandbox-Control': '1', ...(body ? { 'Content-Type': 'application/json' } : {}) },
    body: body ? JSON.stringify(body) : undefined,
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${response.status} ${text}`);
  }
  return text ? JSON.parse(text) : null;
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text ?? '';
  return made;
}

function row(...cells) {
  const made = document.createElement('tr');
  made.append(...cells.map(cell => element('td', cell)));
  return made;
}

function say(text) {
  byId('said').textContent = text;
}

async function act(done, work) {
  try {
    await work();
    say(done);
  } catch (problem) {
    say(t('not-done', problem.message));
  }
  await refresh();
}

function inWords({ fault, left }) {
  const parts = [t('fault.' + fault.kind)];
  if (fault.calls?.length) parts.push(t('on.calls', fault.calls.map(call => t('call.' + call)).join(', ')));
  if (fault.session) parts.push(t('on.session', fault.session));
  if (fault.probability != null) parts.push(t('on.percent', Math.round(fault.probability * 100)));
  if (fault.seconds != null) parts.push(t('on.seconds', fault.seconds));
  if (fault.status != null) parts.push(t('on.status', fault.status));
  if (fault.variant) parts.push(words['variant.' + fault.variant] ?? fault.variant);
  parts.push(left == null ? t('on.until-off') : t('on.more', left));
  return parts.join(' · ');
}

async function refresh() {
  const state = await control('GET', 'state');
  const { limits } = state;
  byId('figures').textContent =
    t('figures', state.sessions, state.users, state.vehicles, state.requests,
      limits.daily - limits.usedToday, limits.monthly - limits.usedThisMonth);
  byId('on').replaceChildren(...state.faults.map(each => {
    const item = element('li', inWords(each));
    const off = element('button', t('fault.off'));
    off.setAttribute('aria-label', t('fault.off-of', t('fault.' + each.fault.kind)));
    off.addEventListener('click', () => act(t('fault.is-off'), () => control('DELETE', 'faults/' + each.number)));
    item.append(off);
    return item;
  }));
  const requests = await control('GET', 'requests?after=' + Math.max(0, state.lastRequest - 20));
  byId('requests').replaceChildren(...requests.reverse().map(each => row(
    each.number, each.at.slice(0, 19).replace('T', ' '), t('call.' + each.call), each.status || t('requests.cut'),
    each.stored ? t('requests.yes') : '', each.fault ? t('fault.' + each.fault) : '', each.session)));
}

function difference(from, other) {
  return ['LogOutTime', 'StartMileage', 'EndMileage', 'Vehicle']
    .filter(name => from[name] !== other[name])
    .map(name => `${name} ${from[name] ?? t('planted.none')}`)
    .join(', ');
}

async function showPlanted() {
  const planted = await control('GET', 'planted');
  planted.sort((a, b) => b.entered.LogInTime.localeCompare(a.entered.LogInTime));
  byId('planted').replaceChildren(...planted.map(each => row(
    t('mistake.' + each.kind), each.entered.LogInTime, difference(each.entered, each.truth), difference(each.truth, each.entered),
    each.session)));
}

byId('fault').addEventListener('submit', event => {
  event.preventDefault();
  const form = new FormData(event.target);
  const number = name => (form.get(name) ? Number(form.get(name)) : null);
  act(t('fault.is-on'), () => control('POST', 'faults', {
    kind: form.get('kind'),
    calls: form.getAll('calls'),
    times: number('times'),
    probability: form.get('percent') ? number('percent') / 100 : null,
    session: form.get('session').trim() || null,
    status: number('status'),
    seconds: number('seconds'),
    variant: form.get('variant') || null,
    stores: form.get('stores') ? form.get('stores') === 'true' : null,
  }));
});

byId('clear').addEventListener('click', () => act(t('fault.all-off'), () => control('DELETE', 'faults')));

const behind = byId('behind');
const session = () => encodeURIComponent(behind.elements.session.value.trim());

behind.addEventListener('submit', event => {
  event.preventDefault();
  const members = {};
  if (behind.elements.EndMileage.value) members.EndMileage = Number(behind.elements.EndMileage.value);
  if (behind.elements.LogOutTime.value) members.LogOutTime = behind.elements.LogOutTime.value.trim();
  act(t('behind.changed'), () => control('POST', 'sessions/' + session(), members));
});

byId('vanish').addEventListener('click', () => act(t('behind.vanished'), () => control('DELETE', 'sessions/' + session())));

await refresh();
await showPlanted();
setInterval(() => refresh().catch(problem => say(t('not-reachable', problem.message))), 3000);
