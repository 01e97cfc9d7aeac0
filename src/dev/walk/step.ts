import type { Stage } from './stage.ts';

/** One thing a person does, told by its number in `npm start -- --check`; it throws where the promise is broken. */
export interface Step {
  name: string;
  /** Does it and gives one line of what was seen. */
  walk(stage: Stage): Promise<string>;
}
