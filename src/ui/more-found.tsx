import { Button } from './button.tsx';
import { text } from './text.ts';

/** Below the rows: the way to further ones. Nothing where these are all. */
export const MoreFound = ({ more }: { more: (() => void) | null }) =>
  more && (
    <Button look="quiet" onClick={more}>
      {text('foundMore')}
    </Button>
  );
