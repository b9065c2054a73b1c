// What every page does: keeps a form from being sent twice by an impatient finger, brings reasons into
// view, prints on request. The server would answer a repeat with the first result anyway.
import './record/waiting.js';

document.addEventListener('submit', event => {
  const form = event.target;
  // a form that is answered with a file leaves the page as it is, and may be sent for another one
  if (event.defaultPrevented || form.method !== 'post' || form.dataset.file) return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = 'yes';
  form.querySelectorAll('button').forEach(button => button.setAttribute('aria-busy', 'true'));
});
addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => {
  delete form.dataset.sent;
  form.querySelectorAll('button').forEach(button => button.removeAttribute('aria-busy'));
}));
document.addEventListener('click', event => {
  if (event.target.closest('[data-print]')) print();
});
document.querySelector('.reasons')?.focus();

// Browsers before :has() (Chromium 105, Safari 15.4) learn from here what the page holds.
if (!CSS.supports('selector(:has(*))')) {
  for (const kind of ['wide', 'dep', 'place-cards']) if (document.querySelector(`main .${kind}`)) document.querySelector('main').classList.add(`holds-${kind}`);
}
