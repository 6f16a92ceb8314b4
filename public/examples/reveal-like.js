/** Slides as reveal.js shows them, in little: frames are told when they are left and when they come. */
const slides = [...document.querySelectorAll('.deck section')];
let at = 0;

/** Says something to the frames of a slide, as reveal.js does: a bare text, to any origin. */
function say(slide, word) {
  for (const frame of slide.querySelectorAll('iframe')) frame.contentWindow.postMessage(word, '*');
}

function go(to) {
  const next = Math.min(slides.length - 1, Math.max(0, to));
  if (next === at) return;
  say(slides[at], 'slide:stop');
  slides[at].classList.remove('present');
  at = next;
  slides[at].classList.add('present');
  say(slides[at], 'slide:start');
  document.getElementById('where').textContent = `slide ${at + 1} of ${slides.length}`;
}

document.getElementById('back').addEventListener('click', () => go(at - 1));
document.getElementById('next').addEventListener('click', () => go(at + 1));
addEventListener('keydown', ({ key }) => {
  if (key === 'ArrowRight' || key === 'PageDown') go(at + 1);
  if (key === 'ArrowLeft' || key === 'PageUp') go(at - 1);
});
