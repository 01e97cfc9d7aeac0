import { getText } from '../../browser/text.ts';
import '../../ui/base.css';
import { drawPage } from '../../ui/boundary.tsx';
import { provideText } from '../../ui/text.ts';
import { DeskContext } from './desk.ts';
import { openDesk } from './open-desk.ts';
import { Popup } from './popup.tsx';

provideText(getText);
drawPage(
  'popup',
  <DeskContext.Provider value={openDesk()}>
    <Popup />
  </DeskContext.Provider>,
);
