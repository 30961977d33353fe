// Listeners of the scripts here. They come after the framework, whose listeners go with it when it is taken out of the page
// (framework.js), so they are added past the record that is kept of those.
export function listen(target, type, listener, options) { EventTarget.prototype.addEventListener.call(target, type, listener, options); }
