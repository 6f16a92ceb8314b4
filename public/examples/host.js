/** A page around a figure: shows what is said, and says something by its buttons. */
const find = (id) => document.getElementById(id);
const frame = find('figure');
const siteOrigin = new URL(frame.src).origin;
const LONGEST_LOG = 60;

let last = 0;
/** What to do with the reply to a request, by its id. */
const waiting = new Map();

/** Adds a line to the list of messages. */
function log(arrow, type, payload) {
  const line = document.createElement('li');
  for (const [name, text] of [
    ['arrow', arrow],
    ['type', type],
    ['what', JSON.stringify(payload) ?? ''],
  ]) {
    const part = document.createElement('span');
    part.className = name;
    part.textContent = text.slice(0, 200);
    line.append(part);
  }
  find('log').prepend(line);
  while (find('log').childElementCount > LONGEST_LOG) find('log').lastElementChild.remove();
}

/** Sends a request; the promise is settled by its reply. */
function ask(type, payload) {
  last += 1;
  const id = last;
  log('→', type, payload);
  frame.contentWindow.postMessage({ source: 'minima-at-infinity', v: 1, id, type, payload }, siteOrigin);
  return new Promise((resolve, reject) => {
    waiting.set(id, ({ ok, result, error }) => (ok ? resolve(result) : reject(new Error(error))));
  });
}

/** The same, for buttons: what is refused is in the list of messages already. */
const press = (type, payload) => ask(type, payload).catch(() => {});

/** ε from the position of this page's own slider, on a logarithmic scale with 0 at the right end. */
const epsOf = (position) => (position >= 100 ? 0 : 10 ** (-0.06 * position));
const positionOf = (eps) => (eps === 0 ? 100 : -Math.log10(eps) / 0.06);

/** Shows a state on this page. */
function show({ hash, values }) {
  find('state').textContent = hash === '' ? 'as at the start' : hash;
  if ('eps' in values && document.activeElement !== find('eps')) find('eps').value = positionOf(values.eps);
}

const heard = {
  ready({ title, presets, state }) {
    find('title').textContent = title;
    frame.title = title;
    find('preset').replaceChildren(
      new Option('an example …', ''),
      ...presets.map(({ id, title: name }) => new Option(name, id)),
    );
    show(state);
  },
  state: show,
};

addEventListener('message', ({ source, origin, data }) => {
  // Only what comes from the frame, and from the site that should be in it.
  if (source !== frame.contentWindow || origin !== siteOrigin || data?.source !== 'minima-at-infinity')
    return;
  log('←', data.type, data.payload);
  if (data.type === 'reply') {
    waiting.get(data.id)?.(data.payload);
    waiting.delete(data.id);
  } else heard[data.type]?.(data.payload);
});

find('eps').addEventListener('input', ({ target }) =>
  press('setState', { values: { eps: epsOf(Number(target.value)) } }),
);
for (const button of document.querySelectorAll('[data-ask]')) {
  button.addEventListener('click', () => press(button.dataset.ask));
}
find('preset').addEventListener('change', ({ target }) => {
  if (target.value !== '') press('goto', { preset: target.value, seconds: 1.5 });
});
find('bad').addEventListener('click', () => press('setState', { values: { eps: 7, act: 'cosine' } }));
find('picture').addEventListener('click', async () => {
  const picture = await press('screenshot', { format: 'png', width: 960, height: 600, scale: 2 });
  if (!picture) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([picture.bytes], { type: picture.type }));
  link.download = picture.name;
  link.textContent = picture.name;
  find('file').replaceChildren(link);
});
