import { render } from 'preact';
import { getText } from '../../browser/text.ts';
import { openStore } from '../../store/db.ts';
import '../../ui/base.css';
import { provideText } from '../../ui/text.ts';
import { StoreContext } from './desk.ts';
import { Popup } from './popup.tsx';

provideText(getText);
const root = document.getElementById('popup');
if (root) {
  render(
    <StoreContext.Provider value={openStore()}>
      <Popup />
    </StoreContext.Provider>,
    root,
  );
}
