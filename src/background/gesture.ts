export type What = 'lesson' | 'question';

/** As the page layer knows them. */
export type Gesture = 'key' | 'button' | 'selection' | 'page' | 'image';

/** Where a person made a gesture. */
export interface Tab {
  tabId: number;
  windowId: number;
}

/** Its address is known there (`activeTab`). */
export interface Place extends Tab {
  url: string;
  title: string;
}

/** What the browser tells of the spot that a menu was opened on: the words selected there, an image's address. */
export interface Spot {
  text?: string | undefined;
  image?: string | undefined;
}
