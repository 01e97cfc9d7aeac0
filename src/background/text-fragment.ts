/** A quote up to this long is named whole; a longer one by its first and last words. */
const WHOLE_MAX = 120;
const EDGE_WORDS = 5;

/** An address at which the browser itself looks for a quote (`#:~:text=`, WICG Text Fragments). */
export function withTextFragment(href: string, quote: string | undefined): string {
  const words = quote?.trim().split(/\s+/) ?? [];
  if (words.length === 0 || words[0] === '') return href;
  const whole = words.join(' ');
  const isLong = whole.length > WHOLE_MAX && words.length > EDGE_WORDS * 2;
  const text = isLong
    ? `${encode(words.slice(0, EDGE_WORDS).join(' '))},${encode(words.slice(-EDGE_WORDS).join(' '))}`
    : encode(whole);
  const [page = href, hash = ''] = href.split(/#(.*)/s);
  return `${page}#${hash.replace(/:~:.*$/s, '')}:~:text=${text}`;
}

/** Dash, comma and ampersand have a meaning of their own there. */
const encode = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D');
