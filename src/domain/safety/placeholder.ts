/** Filler that stands where a secret would: `xxxx`, `****`, `....`, `0000`, six or more of one of them. */
const FILLER = /([xX*.•#_0-])\1{5,}|[xX*•]{6,}|^[xX*.•#_-]+$/;
/** Something another program puts in: `${TOKEN}`, `{{ token }}`, `<token>`, `%TOKEN%`, `$(pass show)`, `[token]`. */
const TEMPLATE = /^[$%@&]?[<{([]|\$\{|\$\(|\{\{|<[^>]*>|^\$[A-Za-z_]|^%[\w.-]+%$|%[sdv]\b/;
const WORDS =
  /your|example|sample|placeholder|redacted|dummy|changeme|change[-_]me|fake|insert|replace|secret[-_]?here|to[-_]?do|not[-_]a[-_]real|removed|hidden/i;
const NOTHING =
  /^(?:null|nil|none|undefined|true|false|yes|no|on|off|string|str|text|number|bool(?:ean)?|any|object|required|optional|empty|default|value|env|n\/a|tbd|unset|unknown)$/i;

/** Filler or a template: true of text of any form. */
export const isFiller = (value: string): boolean => FILLER.test(value) || TEMPLATE.test(value);

/** Whether a value only shows where a secret would stand. */
export const isPlaceholder = (value: string): boolean => isFiller(value) || WORDS.test(value) || NOTHING.test(value);
