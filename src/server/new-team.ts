import { createId } from '../kit/id.ts';
import type { Config } from './config.ts';
import type { NewTeam } from './shelf/shelf.ts';

/** The team that a first start makes. */
export const newTeam = ({ teamName }: Config): NewTeam => ({
  id: createId(),
  name: teamName,
  epoch: createId(),
  seq: 0,
});
