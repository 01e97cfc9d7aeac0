import type { Step } from '../step.ts';

export const welcome: Step = {
  name: 'be welcomed on first install',
  async walk(stage) {
    const ada = await stage.person('Ada');
    const page = await ada.own('welcome');
    const heading = await page.until('a heading', () => document.querySelector('h1')?.innerText);
    await ada.openTab(`${stage.pages.url}/article.html`);
    return `the page says "${heading}"`;
  },
};
