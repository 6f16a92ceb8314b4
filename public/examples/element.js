/** A course page that speaks to a figure in it. */
const pair = document.getElementById('pair');
const told = document.getElementById('eps');

for (const button of document.querySelectorAll('[data-eps]')) {
  button.addEventListener('click', () => {
    pair.setState({ eps: Number(button.dataset.eps) });
  });
}

pair.addEventListener('minima-state', ({ detail }) => {
  told.textContent = `ε = ${detail.values.eps}${detail.isUserInitiated ? ', by hand' : ''}`;
});
