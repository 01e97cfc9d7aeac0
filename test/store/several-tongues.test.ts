import { beforeEach, expect, it } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { find } from '../../src/store/find.ts';
import { keep } from '../../src/store/keep.ts';
import { flush } from '../../src/store/segment-flush.ts';
import { createDevice, type Device, value } from './device.ts';

let device: Device;
beforeEach(() => {
  device = createDevice();
});

const lesson = async (title: string, lang = 'en') =>
  value(await keep(device.store, { id: createId(), kind: 'lesson', body: { created: 1, title, lang } }, () => 1));
const whole = async (typed: string) => {
  const { hits } = await find(device.store.relaxed, typed, { limit: 30 });
  return hits.filter(({ isWhole }) => isWhole).map(({ record }) => ('title' in record.body ? record.body.title : ''));
};
/** What stands in lines and what stands in segments is found alike. */
const both = async (check: () => Promise<void>) => {
  await check();
  expect(await flush(device.store.relaxed, 1)).toBe(true);
  await check();
};

it('what another tongue cuts off a word does not make another word of it', async () => {
  await lesson('comm and modem devices');
  await lesson('commit early');
  await lesson('commettre une faute', 'fr');
  await lesson('le commit du jour', 'fr');
  await both(async () => {
    for (const typed of ['commit', 'commit ', 'commits']) {
      const found = await whole(typed);
      expect(found.sort(), typed).toEqual(expect.arrayContaining(['commit early']));
      expect(found, typed).not.toContain('comm and modem devices');
    }
    expect(await whole('commit ')).toContain('le commit du jour');
    expect(await whole('comm ')).toContain('comm and modem devices');
  });
});

it('what another tongue cuts off a word is not marked as the word, nor is it its neighbour', async () => {
  await lesson('comm early, commit early');
  await lesson('late commit');
  await lesson('le comm, commettre', 'fr');
  await both(async () => {
    const marked = async (typed: string) => {
      const { hits } = await find(device.store.relaxed, typed, { limit: 9 });
      return hits.map(({ record, marks }) => {
        const title = 'title' in record.body ? (record.body.title ?? '') : '';
        const [places = []] = marks;
        return places.flatMap((start, i) => (i % 3 === 0 ? [`${title}`.slice(start, places[i + 1])] : []));
      });
    };
    expect(await marked('commit ')).toEqual([['commit'], ['commit'], ['comm']]);
    expect(await marked('commit late ')).toContainEqual(['commit']);
  });
});

it('what is a slip in one tongue is found whatever another tongue makes of the word', async () => {
  await lesson('haus', 'pl');
  const found = async () => (await find(device.store.relaxed, 'hauser ', { limit: 9 })).unwritten;
  await lesson('another');
  await both(async () => expect(await found()).toEqual(['hauser']));
  await lesson('une autre', 'fr');
  await both(async () => expect(await found()).toEqual(['hauser']));
});

it('a word is as telling in each tongue as in all: a few lessons in another do not come first', async () => {
  for (let i = 0; i < 20; i++) await lesson(`commit early ${i}`);
  for (let i = 0; i < 20; i++) await lesson(`another ${i}`);
  await lesson('un long titre qui parle du commit et de la branche et du reste', 'fr');
  await both(async () => {
    expect((await whole('commit '))[0]).toMatch('commit early');
    expect((await whole('commit ')).at(-1)).toContain('du commit');
  });
});

it('a word that is small in another tongue is needed where it is mostly said in one that it is not small in', async () => {
  await lesson('war room');
  await lesson('The war museum');
  await lesson('clean room');
  await lesson('COM interface');
  await lesson('interface of records');
  await lesson('Das war ein Fehler der Bank', 'de');
  await lesson('Uma casa com vista', 'pt');
  await both(async () => {
    expect(await whole('war room ')).toEqual(['war room']);
    expect(await whole('war war room '), 'said twice it is no other one').toEqual(['war room']);
    expect(await whole('COM interface')).toEqual(['COM interface']);
    // Where it is small it stays so.
    expect(await whole('ein Fehler der Vista ')).toEqual([]);
    expect(await whole('der Fehler war groß ')).toEqual([]);
    expect(await whole('die Bank ')).toEqual(['Das war ein Fehler der Bank']);
  });
});

it('words that ask are not needed, in any tongue', async () => {
  const rows: [string, string, string][] = [
    ['de', 'Brötchen werden nicht knusprig', 'warum werden brötchen nicht knusprig '],
    ['fr', 'jours de congés', 'combien de jours de congés '],
    ['fr', 'L’ordinateur ne démarre pas', 'pourquoi l’ordinateur '],
    ['es', 'cambiar la contraseña', 'cuándo cambiar la contraseña '],
    ['pt', 'reiniciar o servidor', 'onde reiniciar o servidor '],
    ['it', 'errore 00404', "quale dell'errore 00404 "],
    ['nl', 'de server herstarten', 'waarom de server herstarten '],
    ['en', 'comment section', 'comment section '],
  ];
  for (const [lang, title] of rows) await lesson(title, lang);
  await lesson('section of a log');
  await both(async () => {
    for (const [, title, typed] of rows) expect(await whole(typed), typed).toEqual([title]);
    expect(await whole('ordinateur')).toEqual(await whole('l’ordinateur'));
  });
});

it('a word that asks in one tongue is needed where nothing is written in that one', async () => {
  const rows: [string, string][] = [
    ['Comment im Quelltext', 'comment quelltext '],
    ['Quanta im Feld', 'quanta feld '],
    ['Quote im Onde', 'onde quote '],
  ];
  for (const [title] of rows) await lesson(title, 'de');
  for (const title of ['Felder im Quelltext', 'Feld', 'Quote']) await lesson(title, 'de');
  await both(async () => {
    for (const [title, typed] of rows) expect(await whole(typed), typed).toEqual([title]);
  });
});

it('whether a word asks, though others say it in their tongue, another small word beside it tells', async () => {
  await lesson('comment section');
  await lesson('war room');
  await lesson('redémarrer', 'fr');
  await lesson('Fehler', 'de');
  await both(async () => {
    expect(await whole('comment redémarrer le ')).toEqual(['redémarrer']);
    expect(await whole('warum war Fehler ')).toEqual(['Fehler']);
    // English has these as well.
    for (const beside of ['', 'on ', 'the ', 'in ', 'a ', 'e', 'd']) {
      expect(await whole(`comment section ${beside}`), beside).toEqual(['comment section']);
      expect(await whole(`war room ${beside}`), beside).toEqual(['war room']);
    }
    expect(await whole('comment redémarrer ')).toEqual([]);
  });
});

it('German is found with umlauts and without, however it was written', async () => {
  await lesson('Kündigungsfrist im Mietvertrag', 'de');
  await lesson('Die Oeffnungszeiten der Buecherei', 'de');
  await lesson('Öffnungszeiten der Bücherei', 'de');
  await lesson('Mauer und Feuer an der Quelle', 'de');
  await lesson('the blue queue', 'en');
  await lesson('blurred images', 'en');
  await both(async () => {
    for (const typed of ['kuendigung', 'Kuendigungsfrist ', 'kündigung', 'kuendigungsfri'])
      expect(await whole(typed), typed).toEqual(['Kündigungsfrist im Mietvertrag']);
    for (const typed of [
      'oeffnungsz',
      'Oeffnungszeiten ',
      'Öffnungsz',
      'offnungszeiten ',
      'buecherei',
      'Bücherei ',
      'oef',
    ])
      expect((await whole(typed)).length, typed).toBe(2);
    for (const typed of ['mauer', 'feu', 'quelle ']) expect(await whole(typed), typed).toHaveLength(1);
    // In English it is another word.
    expect(await whole('blue')).toEqual(['the blue queue']);
    const { hits } = await find(device.store.relaxed, 'oeffnungszeiten ', { limit: 9 });
    expect(hits.map(({ marks }) => marks.flat().length)).toEqual([3, 3]);
  });
});

it('Hindi is found with the dots that are mostly left out and without', async () => {
  const written = ['ज़िंदगी', 'फ़ाइल', 'हिन्दी', 'तुम्हारा'];
  for (const title of written) await lesson(title, 'hi');
  await both(async () => {
    for (const [i, typed] of ['जिंदगी', 'फाइल ', 'हिंदी', 'तुम्हारा'].entries())
      expect(await whole(typed), typed).toEqual([written[i]]);
  });
});

it('Greek in capitals is found on the way to each of its words', async () => {
  const title = 'ΑΝΑΣΚΟΠΗΣΗ ΤΗΣ ΕΒΔΟΜΑΔΑΣ';
  await lesson(title);
  await lesson('Ανασκόπηση της εβδομάδας');
  await both(async () => {
    for (const typed of [title, 'ανασκόπηση της εβδομάδας'])
      for (let length = 2; length <= title.length; length++)
        expect(await whole(typed.slice(0, length)), typed.slice(0, length)).toHaveLength(2);
  });
});
