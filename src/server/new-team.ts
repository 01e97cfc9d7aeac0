import { createId } from '../kit/id.ts';
import type { Config } from './config.ts';
import type { Team } from './shelf/shelf.ts';

/** The team that a first start makes. */
export const newTeam = ({ teamName }: Config): Team => ({ id: createId(), name: teamName, epoch: createId(), seq: 0 });
