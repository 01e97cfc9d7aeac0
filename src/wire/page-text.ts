/** What the page layer read of a page, for matching on this device: it is handed to the background and kept nowhere. */
export interface PageText {
  /** Its address as it is now. */
  href: string;
  /** What its link says is its proper address; not yet believed. */
  canonical?: string;
  /** Addresses of the same page in other languages. */
  alternates: string[];
  title: string;
  headings: string[];
  body: string;
  /** BCP 47. */
  lang?: string;
}
