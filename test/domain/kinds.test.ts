import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type KindName, kinds } from '../../src/domain/kinds/index.ts';
import type { Kind } from '../../src/domain/kinds/kind.ts';
import { schemaOf } from '../../src/domain/kinds/schema.ts';
import { readBody } from '../../src/domain/record.ts';

const FIXTURES = 'test/fixtures/kinds';
const names = Object.keys(kinds) as KindName[];
const everyVersion = names.flatMap((name) =>
  Array.from({ length: kinds[name].version }, (_, i): [KindName, number] => [name, i + 1]),
);

const fixture = (name: string, version: number): string => `${FIXTURES}/${name}.${version}.json`;

describe('kinds', () => {
  test('each stands in its own file under its own name', () => {
    const files = readdirSync('src/domain/kinds').filter(
      (file) => !['index.ts', 'kind.ts', 'schema.ts'].includes(file),
    );
    expect(files.sort()).toEqual(names.map((name) => `${name}.ts`).sort());
    for (const name of names) expect(kinds[name].name).toBe(name);
  });

  test.each(everyVersion)('%s as it was written in version %i is read today', (name, version) => {
    const path = fixture(name, version);
    expect(
      existsSync(path),
      `${path} is missing: save a body of that version there, with every field it can have`,
    ).toBe(true);
    const body = JSON.parse(readFileSync(path, 'utf8'));
    const read = readBody(name, version, body);
    expect(read.ok ? 'read' : read.failure).toBe('read');
    if (version === kinds[name].version && read.ok) expect(read.value).toEqual(body);
  });

  test.each(names)('a body of the present %s has every field its shape knows in its fixture', (name) => {
    const shape = (schemaOf(kinds[name] as unknown as Kind) as unknown as { def: { shape: object } }).def.shape;
    const body = JSON.parse(readFileSync(fixture(name, kinds[name].version), 'utf8'));
    expect(Object.keys(shape).filter((field) => !(field in body))).toEqual([]);
  });

  test.each(names)('%s goes from each version to the next, and no further', (name) => {
    const steps = Object.keys(kinds[name].upgrades).map(Number);
    expect(steps).toEqual(Array.from({ length: kinds[name].version - 1 }, (_, i) => i + 1));
  });

  test('no fixture is of a kind or version that never was', () => {
    const known = everyVersion.map(([name, version]) => `${name}.${version}.json`);
    expect(readdirSync(FIXTURES).filter((file) => !known.includes(file))).toEqual([]);
  });

  test('upgrades import nothing of the living code', () => {
    for (const name of names) {
      const text = readFileSync(`src/domain/kinds/${name}.ts`, 'utf8');
      const imports = [...text.matchAll(/from '([^']+)'/g)].map(([, from]) => from);
      expect(imports.filter((from) => from !== './kind.ts')).toEqual([]);
    }
  });
});
