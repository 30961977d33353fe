// Puts a freshly read page in the place of the one that is shown, without leaving the document.

/** Replaces what stands between the scripts; what had the focus has it again, if the new page has the like. */
export function put(page, title) {
  const focused = document.activeElement && document.activeElement.id;
  const old = document.querySelector('.page');
  old.parentNode.replaceChild(document.adoptNode(page), old);
  // markers the framework left for components that are gone
  Array.from(document.body.childNodes).forEach(node => { if (node.nodeType === Node.COMMENT_NODE) document.body.removeChild(node); });
  document.title = title;
  const again = focused && document.getElementById(focused);
  if (again) again.focus();
}
