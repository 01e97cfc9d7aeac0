import type { Block, Blocks } from './blocks.ts';

/** More of it is links than this: it leads elsewhere. */
const LINKED = 0.34;
/** The block before leads elsewhere: what follows may be its caption. */
const LINKED_BEFORE = 0.56;
/** So few words beside so few are no text (after Kohlschütter et al. 2010, whose tree was learned on news pages). */
const SHORT = 16;
const SHORT_AFTER_LINKS = 40;
const FEW = 5;
/** So much of the words must stand where the page says its text is, else what it says is not believed. */
const MAIN_SHARE = 0.25;
/** The innermost element that holds so much of the text holds all of it. */
const HOLDER_SHARE = 0.7;
/** More of the text than this does not stand beside it. */
const ASIDE_SHARE = 0.3;
/** Text outside it is kept from so many words on. */
const STRAY = 60;

/** The blocks of a page's own text, in their order. Where nothing looks like text, everything that is no frame is given. */
export function chooseText({ blocks, holders, mains, asides }: Blocks): Block[] {
  const beside = besideText(blocks, asides);
  const here = blocks.filter(({ aside }) => !beside.has(aside));
  const usable = here.length > 0 && wordsIn(here) >= FEW ? here : blocks;
  const inMain = usable.filter(({ holder }) => mains.has(holder));
  const isPointed = wordsIn(inMain) > 0 && wordsIn(inMain) >= MAIN_SHARE * wordsIn(usable.filter(isUnlinked));
  const candidates = isPointed ? inMain : usable;
  const text = candidates.filter((block, i) => block.level > 0 || isText(block, candidates[i - 1], candidates[i + 1]));
  const said = text.filter(({ level }) => level === 0);
  if (said.length === 0) return candidates;
  if (isPointed) return text;
  const inside = insideOf(holderOf(said, holders), holders);
  return text.filter(({ holder, words, level }) => inside.has(holder) || (level === 0 && words >= STRAY));
}

/** What is named as beside the text, and is: what holds much of the text is named for its neighbours (`with-sidebar`). */
function besideText(blocks: Block[], asides: number[]): Set<number> {
  const text = blocks.filter((block) => block.level === 0 && isUnlinked(block) && block.words > SHORT);
  const held = new Array<number>(asides.length).fill(0);
  for (const { aside, words } of text) held[aside] = (held[aside] ?? 0) + words;
  for (let i = asides.length - 1; i > 0; i--) held[asides[i] ?? 0] = (held[asides[i] ?? 0] ?? 0) + (held[i] ?? 0);
  const most = ASIDE_SHARE * wordsIn(text);
  const beside = new Set<number>();
  for (let i = 1; i < asides.length; i++) {
    if (beside.has(asides[i] ?? 0) || (held[i] ?? 0) <= most) beside.add(i);
  }
  return beside;
}

const wordsIn = (blocks: Block[]): number => blocks.reduce((sum, { words }) => sum + words, 0);
const isUnlinked = ({ linked }: Block): boolean => linked <= LINKED;

function isText({ words, linked }: Block, before: Block | undefined, after: Block | undefined): boolean {
  if (linked > LINKED) return false;
  if ((before?.linked ?? 0) > LINKED_BEFORE) return words > SHORT_AFTER_LINKS || (after?.words ?? 0) > SHORT;
  return words > SHORT || (after?.words ?? 0) >= SHORT || (before?.words ?? 0) >= FEW;
}

/** The innermost element that holds most of some blocks. */
function holderOf(blocks: Block[], holders: number[]): number {
  const held = new Array<number>(holders.length).fill(0);
  for (const { holder, words } of blocks) held[holder] = (held[holder] ?? 0) + words;
  for (let i = holders.length - 1; i > 0; i--) {
    const around = holders[i] ?? 0;
    held[around] = (held[around] ?? 0) + (held[i] ?? 0);
  }
  const least = HOLDER_SHARE * wordsIn(blocks);
  for (let i = holders.length - 1; i > 0; i--) if ((held[i] ?? 0) >= least) return i;
  return 0;
}

/** A holder and all holders in it. */
function insideOf(holder: number, holders: number[]): Set<number> {
  const inside = new Set([holder]);
  for (let i = holder + 1; i < holders.length; i++) if (inside.has(holders[i] ?? -1)) inside.add(i);
  return inside;
}
