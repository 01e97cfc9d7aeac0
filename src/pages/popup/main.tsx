import { getText } from '../../browser/text.ts';
import '../../ui/base.css';
import { drawPage } from '../../ui/boundary.tsx';
import { provideText } from '../../ui/text.ts';
import { DeskContext } from './desk.ts';
import { openDesk } from './open-desk.ts';
import { Popup } from './popup.tsx';

/** Drawn once. The desk is opened in it, so that where it cannot be opened that is said. */
const Page = () => (
  <DeskContext.Provider value={openDesk()}>
    <Popup />
  </DeskContext.Provider>
);

provideText(getText);
drawPage('popup', <Page />);
