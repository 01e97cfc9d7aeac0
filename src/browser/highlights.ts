/**
 * Names of the highlights that our page layer registers, and their look. A page can read the registry, so the names say
 * nothing of what they stand for. The look is put in by the browser, beside the page's own sheets.
 */
export const HIGHLIGHTS = { own: 'm1', team: 'm2', question: 'm3', changed: 'm4', shown: 'm5' } as const;

/** Over so many others of its tone a passage is seen to lie; what lies over more looks as the last. */
export const OVER_MOST = 2;

/** How a tone is called: alone, over another of its tone, over two. What is shown for a moment lies over all there is. */
export const namesOf = (tone: Tone): string[] =>
  tone === 'shown' ? [HIGHLIGHTS.shown] : ['m', 'n', 'o'].map((letter) => HIGHLIGHTS[tone].replace('m', letter));

/** All names that there may be. */
export const allNames = (): string[] => (Object.keys(HIGHLIGHTS) as Tone[]).flatMap(namesOf);

/** How the animations are called that outline a kept picture or table. */
export const OUTLINE = 'm';

export type Tone = keyof typeof HIGHLIGHTS;

/**
 * See-through, so that the page's own colours of text and paper both show: legible on light, dark and busy pages. The line
 * below is for papers of the same hue, and for whoever tells no hues apart. What is shown for a moment brings its own pair.
 */
const LOOKS: Record<Tone, string> = {
  own: 'background-color: rgb(243 182 67 / 30%); text-decoration: underline solid rgb(190 126 20) 1px',
  team: 'background-color: rgb(72 158 214 / 30%); text-decoration: underline solid rgb(60 138 194) 1px',
  question: 'background-color: rgb(151 117 214 / 26%); text-decoration: underline dotted rgb(148 113 214) 2px',
  changed: 'background-color: rgb(243 182 67 / 18%); text-decoration: underline dashed rgb(199 133 18) 2px',
  shown:
    'background-color: rgb(243 182 67 / 92%); color: rgb(43 28 0); text-decoration: underline solid rgb(43 28 0) 2px',
};

/** With forced colours only the system's own pair is legible; the kind of line tells the tones apart. */
const FORCED: Record<Tone, string> = {
  own: 'background-color: Mark; color: MarkText',
  team: 'background-color: Mark; color: MarkText; text-decoration: underline solid MarkText 2px',
  question: 'background-color: Mark; color: MarkText; text-decoration: underline dotted MarkText 2px',
  changed: 'background-color: Mark; color: MarkText; text-decoration: underline dashed MarkText 2px',
  shown: 'background-color: Highlight; color: HighlightText',
};

/**
 * What lies over another of its tone has a thicker line below the other's, seen on any paper, and over two a third below
 * that; and over one a thin fill that adds to the other's: no more than leaves a pale link on a dark page legible. The system's
 * fill is thick, and the lines stand in it.
 */
function toOverlying(look: string, over: number): string {
  if (over === 0) return look;
  const [fill, offset] = look.includes('Mark') ? ['8%', 4 * over - 4] : [over === 1 ? '8%' : '0%', 4 * over];
  return `${look.replace(/\d+%/, fill)};text-decoration-line:underline;text-decoration-thickness:3px;text-underline-offset:${offset}px`;
}

/** On screens only: a print goes to others, and what one has marked is one's own until it is shared. */
export const HIGHLIGHT_STYLE = `@media screen{${rules(LOOKS)}@media (forced-colors: active){${rules(FORCED)}}}`;

function rules(looks: Record<Tone, string>): string {
  const ruleOf = (look: string, name: string, over: number): string =>
    `::highlight(${name}){${toOverlying(look, over)}}`;
  return (Object.keys(HIGHLIGHTS) as Tone[])
    .flatMap((tone) => namesOf(tone).map((name, over) => ruleOf(looks[tone], name, over)))
    .join('');
}
