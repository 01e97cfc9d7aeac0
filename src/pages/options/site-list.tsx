import { Button } from '../../ui/button.tsx';

interface SiteListProps {
  title: string;
  sites: string[];
  /** What the button at each says, and its name with the site in it. */
  words: (site: string) => { short: string; whole: string };
  change: (sites: string[]) => Promise<void>;
}

/** Sites that were chosen elsewhere, on a bar or in a page, and can be taken from the list here. */
export function SiteList({ title, sites, words, change }: SiteListProps) {
  return (
    <div class="part">
      <h3>{title}</h3>
      <ul class="rows">
        {sites.map((site) => (
          <li class="row" key={site}>
            <bdi>{site}</bdi>
            <Button
              look="quiet"
              label={words(site).whole}
              onClick={() => void change(sites.filter((other) => other !== site))}
            >
              {words(site).short}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
