// Forms that could not be sent: kept on this machine for this account, sent once when the network is back,
// wiped after sending and on signing out. The act key made when the form was opened keeps it to once.
const NAME = 'yizhen-drafts';

export const drafts = () => JSON.parse(localStorage.getItem(NAME) ?? '[]');
const keep = list => list.length ? localStorage.setItem(NAME, JSON.stringify(list)) : localStorage.removeItem(NAME);

export function remember(form) {
  const fields = [...new FormData(form)].filter(([name]) => name !== '_csrf');
  const draft = { key: form.elements.key.value, account: form.dataset.draft, title: form.dataset.title,
    action: form.getAttribute('action'), fields };
  keep([...drafts().filter(other => other.key !== draft.key), draft]);
  return draft;
}

export const forget = key => keep(drafts().filter(draft => draft.key !== key));

export async function wipe() {
  localStorage.removeItem(NAME);
  for (const name of await caches?.keys() ?? []) await caches.delete(name);
}

// Answers 'sent', 'waiting' (no network, or nobody signed in) or 'refused' (the server has reasons; open the form).
export async function send(draft) {
  try {
    const session = await (await fetch('/session', { cache: 'no-store' })).json();
    if (!session.signedIn) return { state: 'waiting', why: 'signed-out' };
    const body = new URLSearchParams(draft.fields);
    body.set('_csrf', session.csrf);
    const answer = await fetch(draft.action, { method: 'POST', body, redirect: 'follow' });
    if (answer.ok && new URL(answer.url).pathname.startsWith('/records/')) {
      forget(draft.key);
      return { state: 'sent', address: answer.url };
    }
    return { state: 'refused', csrf: session.csrf };
  } catch {
    return { state: 'waiting', why: 'offline' };
  }
}
