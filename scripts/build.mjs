// `npm run build`: builds what the server runs and serves, without starting it.
import { build, served } from './lib/builds.mjs';
import { install } from './lib/install.mjs';
import { live } from './lib/lifeline.mjs';
import { checkNode } from './lib/root.mjs';

await live(async () => {
  checkNode();
  await install();
  await build(served);
});
