import { render } from 'preact';
import { getText } from '../../browser/text.ts';
import '../../ui/base.css';
import { provideText } from '../../ui/text.ts';
import { DeskContext } from './desk.ts';
import { openDesk } from './open-desk.ts';
import { Popup } from './popup.tsx';

provideText(getText);
const root = document.getElementById('popup');
if (root) {
  render(
    <DeskContext.Provider value={openDesk()}>
      <Popup />
    </DeskContext.Provider>,
    root,
  );
}
