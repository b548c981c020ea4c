// Holds the console back until Playwright is connected, which then calls this function of its name: a
// window that opens while it connects is now and then never answered for.
const { app } = require('electron');

const ready = app.whenReady();
const connected = new Promise((resolve) => (globalThis.__playwright_run = () => resolve()));
app.whenReady = () => connected.then(() => ready);
