/** `npm run pictures`: builds, walks a lesson's way in Chrome and takes the pictures of the README anew. */
import { installPackages } from './install.mjs';
import { readOptions } from './options.mjs';
import { writeTool } from './typescript.mjs';

const FOLDER = '.github/pictures';

readOptions({});
installPackages();
await (await import('../../build.mjs')).build();
const { takePictures } = await import(await writeTool('src/dev/pictures/take.ts'));
for (const file of await takePictures({ dist: 'dist', out: FOLDER })) console.log(file);
