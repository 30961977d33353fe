// A button copies the field it names; where the browser has no clipboard (plain http), the field is selected instead.
document.addEventListener('click', event => {
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  const copied = navigator.clipboard ? navigator.clipboard.writeText(field.value) : Promise.reject(new Error('no clipboard'));
  copied.then(() => tell(button, 'Copied.'), () => {
    field.focus();
    field.select();
    tell(button, 'Selected: copy it with your keyboard or a long press.');
  });
});

function tell(button, text) {
  (button.closest('dialog') || button.closest('section')).querySelector('[data-copied]').textContent = text;
}
