import { getText } from '../../browser/text.ts';
import '../../ui/base.css';
import { drawPage } from '../../ui/boundary.tsx';
import { provideText } from '../../ui/text.ts';
import { afterFrame } from './after-frame.ts';
import { type Desk, DeskContext } from './desk.ts';
import { drawFirstRows } from './first-rows.tsx';
import { openDesk } from './open-desk.ts';
import { begun } from './opening.ts';
import { Popup } from './popup.tsx';
import { rowsOrTime } from './rows-or-time.ts';

provideText(getText);
const open = openOnce();
void rowsOrTime(open.desk).then(() => {
  const draw = () => {
    begun()?.askPeople?.();
    begun()?.beside?.end();
    drawPage('popup', <Page />);
  };
  if (drawFirstRows(open.desk)) afterFrame(draw);
  else draw();
});

/** Where the desk cannot be opened that is said, so it fails in the drawing. */
function Page() {
  if (!open.desk) throw open.error;
  return (
    <DeskContext.Provider value={open.desk}>
      <Popup />
    </DeskContext.Provider>
  );
}

function openOnce(): { desk?: Desk; error?: unknown } {
  try {
    return { desk: openDesk() };
  } catch (error) {
    return { error };
  }
}
