/**
 * Comes before `main.ts` with every page, and by its address alone: on a site that looks private nothing of ours begins
 * by itself, nothing is asked of the background and nothing heard. What is brought later was asked for by a person.
 */
import { isPrivateSite } from '../domain/private-site.ts';
import { joinLayer } from './layer.ts';

joinLayer().staysAway = isPrivateSite(location.hostname.replace(/^www\./, ''));
