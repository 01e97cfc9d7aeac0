import type { Step } from './step.ts';
import { allow } from './steps/allow.ts';
import { ask } from './steps/ask.ts';
import { comeBack } from './steps/come-back.ts';
import { dismiss, find } from './steps/find.ts';
import { join } from './steps/join.ts';
import { addWhy, keepByKey, keepByMenu, keepByPopup, keepPage, writeLesson } from './steps/keep.ts';
import { share, takeBack } from './steps/share.ts';
import { undo } from './steps/undo.ts';
import { welcome } from './steps/welcome.ts';

/** The way of one lesson from a page to a colleague, in the order it is walked. Each step builds on those before it. */
export const steps: Step[] = [
  welcome,
  keepByPopup,
  writeLesson,
  allow,
  keepByKey,
  keepByMenu,
  undo,
  keepPage,
  addWhy,
  ask,
  comeBack,
  find,
  dismiss,
  join,
  share,
  takeBack,
];
