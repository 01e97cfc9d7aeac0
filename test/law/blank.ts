/** A slash after one of these begins a regular expression, elsewhere it divides. */
const BEFORE_REGEX = /(?:^|[(,=:[!&|?{};~+\-*%<>]|\b(?:return|typeof|case|in|of))$/;
const PARTS = {
  comment: /\/\/[^\n]*|\/\*[\s\S]*?\*\//y,
  string: /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/y,
  regex: /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y,
};

/**
 * A TypeScript text with its comments, templates and regular expressions emptied, and its strings too where asked.
 * What stands in `${}` of a template stays, its words go. A scanner, not a parser: good for what the law looks for.
 */
export function blankOut(text: string, what: 'all but code and strings' | 'all but code'): string {
  let out = '';
  let at = 0;
  const keepsStrings = what === 'all but code and strings';
  while (at < text.length) {
    const comment = match(PARTS.comment, text, at);
    const string = comment ? '' : match(PARTS.string, text, at);
    const regex = comment || string ? '' : isRegexNext(out, text, at) ? match(PARTS.regex, text, at) : '';
    const template = text[at] === '`' ? readTemplate(text, at) : '';
    const part = comment || string || regex || template;
    if (comment) out += comment.replace(/[^\n]/g, ' ');
    else if (template) out += blankTemplate(template);
    else if (string) out += keepsStrings ? string : "''";
    else out += regex ? "''" : text[at];
    at += part ? part.length : 1;
  }
  return out;
}

const isRegexNext = (before: string, text: string, at: number): boolean =>
  text[at] === '/' && BEFORE_REGEX.test(before.trimEnd());

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** The template literal that begins at `at`, with what is nested in it. */
function readTemplate(text: string, at: number): string {
  let depth = 0;
  for (let i = at + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (depth === 0 && text[i] === '`') return text.slice(at, i + 1);
    else if (depth === 0 && text.startsWith('${', i)) [depth, i] = [1, i + 1];
    else if (depth > 0 && text[i] === '`') i += readTemplate(text, i).length - 1;
    else if (depth > 0 && text[i] === '{') depth++;
    else if (depth > 0 && text[i] === '}') depth--;
  }
  return text.slice(at);
}

/** The expressions of a template, without its words. */
function blankTemplate(template: string): string {
  let out = '';
  for (const [, expression] of template.matchAll(/\$\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/g)) {
    out += ` ${blankOut(expression ?? '', 'all but code')} `;
  }
  return `''${out}`;
}
