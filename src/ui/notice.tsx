import type { ComponentChildren } from 'preact';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';
import './notice.css';

type Tone = 'plain' | 'good' | 'care' | 'problem';

const icons: Record<Tone, IconName> = { plain: 'answer', good: 'check', care: 'warning', problem: 'warning' };

interface NoticeProps {
  tone?: Tone;
  icon?: IconName;
  children: ComponentChildren;
}

/** A sentence about what happened, with what can be done. A problem is said at once, the rest when there is a pause. */
export const Notice = ({ tone = 'plain', icon, children }: NoticeProps) => (
  <div class={classes('notice', tone !== 'plain' && tone)} role={tone === 'problem' ? 'alert' : 'status'}>
    <Icon name={icon ?? icons[tone]} />
    <div>{children}</div>
  </div>
);
