import * as fc from 'fast-check';

/** Words that some YAML reader takes for something else than text. */
const WORDS = [
  'y', 'Y', 'n', 'N', 'yes', 'Yes', 'YES', 'no', 'No', 'NO', 'on', 'On', 'ON', 'off', 'Off', 'OFF', 'true', 'True', 'TRUE', 'tRuE',
  'false', 'False', 'FALSE', 'null', 'Null', 'NULL', '~', '=', '<<', '.inf', '.Inf', '.INF', '-.inf', '+.inf', '.nan', '.NaN', '.NAN',
  'inf', 'Inf', 'nan', 'NaN', 'Infinity', '-Infinity', '0', '-0', '+0', '0123', '0o17', '0x1f', '0X1F', '0b11', '1_000', '0b1_0', '1e3',
  '1E3', '1e+3', '1.e3', '.5', '5.', '-.5', '+1', '1.', '1e', 'e9', '-e9', '.e9', 'E+12', 'e-12345678901', '1.5e-7', '1__0', '_1', '12:30', '190:20:30', '190:20:30.15', '-1:30',
  '2001-01-01', '2001-1-1', '2001-12-14t21:59:43.10-05:00', '2001-12-14 21:59:43.10 -5', '2001-12-15T02:59:43Z', '9007199254740993',
  '18446744073709551616', '089', '0.0.0.0', '1.27', '1.27.3', '5m', '1h30m', '512Mi', '100m', '25%', '0.5s', '1Ei', '1E', '1M', '1d', '',
  ' ', '\t', '\n', '-', '- x', '? x', '?', ':', ': ', 'key: value', 'key:', '# c', 'a # c', 'a#c', '%YAML 1.1', '@', '`', '!', '!!str x', '&a',
  '*a', '|', '>', '|-', '>+', '{', '}', '[', ']', '{}', '[]', ',', '"', '\'', '---', '...', '--- a', '--verbose', '-v', '-', '\\', '\\n', '/',
  '${A}', '$(A)', '{{args.service}}', '.spec.replicas', 'a: b: c', 'a:b', 'http://x:9090/', '~/.ssh', '\r', '\r\n', '\u0085', '\u2028', '\u2029',
  '\ufeff', '\0', '\x1b', '\x7f', '\u00a0', '\ufffe', '\uffff', 'é', '日本', '😀', '👩‍💻', '\ud7ff', '\ue000', '__proto__', 'constructor', 'a\n---\nb\n',
  'a\n...\nb', '#!/bin/sh\nset -e\n', '  a\nb', '\n  a', '\n\na\n\n', 'a\n\n\n', '\ta\nb', 'a\n\tb', 'a \nb', 'a\n  \nb', 'a\n  ', '\n \na', ' \na', 'a: 1\nb: 2\n',
];

const PIECES = [
  ...WORDS, ...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~0123456789abeionxyz', ' ', ' ', '  ', '\n', '\n', '\n\n', '\n  ', ': ', ' #', '- ', '\t',
];

/** Text that tempts a YAML reader: its own signs and words, in every mixture, and any text at all. */
export const hardString: fc.Arbitrary<string> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 5, arbitrary: fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join('')) },
  { weight: 3, arbitrary: fc.stringMatching(/^[-+.]?[0-9eE_][-+0-9_.:eExXoObBTtZ aAfFkKmMiGhs%]{0,8}$/) },
  { weight: 2, arbitrary: fc.array(lines(), { minLength: 2, maxLength: 5 }).map((all) => all.join('\n')) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
);

/** Numbers of every size, as JSON can carry them. */
export const hardNumber: fc.Arbitrary<number> = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, 1e21, 1e-7, 1e16, 2 ** 53, 2 ** 53 - 1, -(2 ** 53), 0.1, 1e5, 100, -1),
  fc.constantFrom(2 ** 63, 2 ** 64, 1.5e300, 5e-324, Number.MAX_VALUE),
  // -0 is written as 0: JSON.stringify does the same.
).map((value) => (value === 0 ? 0 : value));

/** Nested JSON with hard strings for keys and values. */
export const hardJson: fc.Arbitrary<JsonTree> = fc.letrec<{ tree: JsonTree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(hardString, hardNumber, fc.boolean(), fc.constant(null)),
    fc.array(tie('tree'), { maxLength: 5 }),
    fc.dictionary(fc.oneof(hardString, fc.constantFrom('name', 'metadata', 'spec')), tie('tree'), { maxKeys: 5, noNullPrototype: true }),
  ),
})).tree;

type JsonTree = string | number | boolean | null | JsonTree[] | { [key: string]: JsonTree };

function lines(): fc.Arbitrary<string> {
  return fc.oneof(fc.constantFrom('', ' ', '  a', '\tb', '# c', '- d', 'e: f', '---', '...', 'g ', '{{ .Values.h }}', '|', '%i'), fc.string({ unit: 'grapheme-ascii', maxLength: 6 }));
}
