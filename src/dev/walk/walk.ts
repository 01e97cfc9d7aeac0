import type { Stage } from './stage.ts';
import { steps } from './steps.ts';

/** Walks every step and prints a line for each. Gives the name of the one that failed, where one did. */
export async function walkAll(stage: Stage, print: (line: string) => void): Promise<string | null> {
  for (const [i, step] of steps.entries()) {
    const number = `${i + 1}`.padStart(2);
    try {
      print(`ok  ${number}  ${step.name}: ${await step.walk(stage)}`);
    } catch (error) {
      print(`BAD ${number}  ${step.name}: ${error instanceof Error ? error.message : error}`);
      return step.name;
    }
  }
  return null;
}
