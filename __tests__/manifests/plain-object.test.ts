import { ApiObject, App, Chart, JsonPatch, Lazy, Size } from 'cdk8s';
import { IntOrString } from 'cdk8s-plus-28/lib/imports/k8s';
import fc from 'fast-check';
import { plainObject } from '../../manifests/plain-object';

/** Everything that the fields of an object may hold; the last few only cdk8s itself can render. */
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<unknown>(
      undefined,
      null,
      '',
      0,
      Lazy.any({ produce: () => ({ late: [1] }) }),
      IntOrString.fromNumber(80),
      IntOrString.fromString('http'),
    ),
    fc.string(),
    fc.double({ noNaN: true }),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;
const texts = fc.dictionary(fc.string(), fc.string(), { maxKeys: 3, noNullPrototype: true });

function objectWith(fields: Record<string, unknown>, metadata: Record<string, unknown> = {}) {
  const chart = new Chart(new App(), 'test', { namespace: 'own', labels: { of: 'chart' } });
  return new ApiObject(chart, 'object', { apiVersion: 'v1', kind: 'Thing', metadata, ...fields });
}

test('an object is what cdk8s makes of it, key for key', () => {
  fc.assert(
    fc.property(fc.record({ spec: value, data: value, b: value }), texts, texts, (fields, labels, notes) => {
      const object = objectWith(fields, { name: 'thing', labels, annotations: notes });
      expect(JSON.stringify(plainObject(object))).toBe(JSON.stringify(object.toJson()));
    }),
    { numRuns: 1000 },
  );
});

test('metadata is what cdk8s makes of it, key for key', () => {
  fc.assert(
    fc.property(
      texts,
      value,
      value,
      fc.array(fc.string(), { maxLength: 2 }),
      (labels, more, late, finalizers) => {
        const object = objectWith({}, { name: 'thing', labels, finalizers, more });
        object.metadata.add('late', late);
        expect(JSON.stringify(plainObject(object))).toBe(JSON.stringify(object.toJson()));
      },
    ),
    { numRuns: 1000 },
  );
});

test('what was added after the object was made is in it', () => {
  const object = objectWith({ spec: { z: 1, a: [] } });
  object.metadata.addLabel('late', 'label');
  object.addJsonPatch(JsonPatch.add('/spec/patched', true));
  expect(plainObject(object)).toEqual({
    apiVersion: 'v1',
    kind: 'Thing',
    metadata: { name: object.name, namespace: 'own', labels: { late: 'label', of: 'chart' } },
    spec: { a: [], patched: true, z: 1 },
  });
});

test('what cdk8s refuses is refused', () => {
  for (const spec of [{ size: Size.gibibytes(1) }, { when: new Date(0) }])
    expect(() => plainObject(objectWith({ spec }))).toThrow(/Failed serializing construct at path/);
});
