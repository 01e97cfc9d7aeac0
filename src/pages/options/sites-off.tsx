import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { text } from '../../ui/text.ts';
import { siteName } from './site-name.ts';
import { SiteRows } from './site-rows.tsx';

interface SitesOffProps {
  title: string;
  /** What it means, where there are some. */
  hint: string;
  sites: string[];
  words: (site: string) => { short: string; whole: string };
  change: (sites: string[]) => Promise<void>;
}

/** Sites where something of ours, or all of it, does not happen; more can be added. */
export function SitesOff({ title, hint, sites, words, change }: SitesOffProps) {
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const add = async (event: Event) => {
    event.preventDefault();
    const site = siteName(typed);
    setWrong(site === '');
    if (site === '') return;
    setTyped('');
    await change([...sites.filter((other) => other !== site), site].sort());
  };
  return (
    <div class="part">
      <h3>{title}</h3>
      <p class="intro">{sites.length > 0 ? hint : text('optionsSitesNone')}</p>
      <SiteRows sites={sites} words={words} change={change} />
      <form class="line" aria-label={title} onSubmit={(event) => void add(event)}>
        <TextField
          label={text('optionsSitesAdd')}
          mode="url"
          placeholder={text('optionsSitesAddHint')}
          value={typed}
          onInput={(value) => {
            setTyped(value);
            setWrong(false);
          }}
          wrong={isWrong ? text('optionsSitesWrong') : undefined}
        />
        <Button type="submit">{text('optionsSitesAddButton')}</Button>
      </form>
    </div>
  );
}
