/**
 * Lets a person choose a pod in the topology: who may call it and whom it may call is marked, and its card is shown beside it.
 * Without it a pod is a link to that card, so no fact depends on it.
 */
export const script = `
'use strict';
const pods = [...document.querySelectorAll('a.pod')];
const chosen = document.getElementById('chosen');
let current;
const anchor = (pod) => decodeURIComponent(pod.hash.slice(1));
function clear() {
  for (const pod of pods) { pod.classList.remove('calls', 'called'); pod.removeAttribute('aria-current'); }
  chosen.replaceChildren();
  const before = current;
  current = undefined;
  return before;
}
function choose(pod) {
  clear();
  current = pod;
  const card = document.getElementById(anchor(pod));
  const callers = new Set(card.dataset.callers.split(' '));
  const callees = new Set(card.dataset.callees.split(' '));
  for (const other of pods) {
    other.classList.toggle('calls', callers.has(anchor(other)));
    other.classList.toggle('called', callees.has(anchor(other)));
  }
  pod.setAttribute('aria-current', 'true');
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = 'Close';
  close.addEventListener('click', () => clear()?.focus());
  chosen.append(close, ...[...card.childNodes].map((node) => node.cloneNode(true)));
  pod.scrollIntoView({ block: 'nearest' });
}
document.addEventListener('click', (event) => {
  const pod = event.target.closest('a.pod');
  if (!pod || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (pod === current) clear(); else choose(pod);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && current) clear().focus();
});
`;
