import { Button } from '../../ui/button.tsx';

interface SiteRowsProps {
  sites: string[];
  /** What the button at each says, and its name with the site in it. */
  words: (site: string) => { short: string; whole: string };
  change: (sites: string[]) => Promise<void>;
}

/** Sites, each with the button that takes it from the list. */
export const SiteRows = ({ sites, words, change }: SiteRowsProps) => (
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
);
