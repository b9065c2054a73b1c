// What every part of a room's page uses: finding and making elements, and the one line of words for people.
export const by = id => document.getElementById(id);

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key in made && key !== 'list') made[key] = value; else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** @param wrong whether it tells of something that went wrong, and may be taken back once it is right */
export function say(text, wrong = false) {
  const note = by('note');
  note.textContent = text;
  note.hidden = !text;
  note.dataset.wrong = wrong ? 'yes' : '';
}

/** Takes back what was said of something that went wrong; what a 主持人 said stays. */
export const right = () => { if (by('note').dataset.wrong) say(''); };
