// Blazor compares what it renders with its own last render, never with the page. What it renders once and leaves constant
// is therefore ours to change, as long as its nodes stay in place.
export function write(element, text) {
  if (element.firstChild) element.firstChild.nodeValue = text;
  else element.textContent = text;
}
