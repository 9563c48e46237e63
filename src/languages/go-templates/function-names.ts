/** Functions that every Go template has. @see src/text/template/funcs.go in golang/go */
export const BUILTIN_FUNCTIONS: ReadonlySet<string> = new Set([
  'and', 'call', 'eq', 'ge', 'gt', 'html', 'index', 'js', 'le', 'len', 'lt', 'ne', 'not', 'or', 'print', 'printf', 'println', 'slice', 'urlquery',
]);

/** Functions of sprig 3.3 without env, expandenv and getHostByName, which Argo takes away. @see functions.go in Masterminds/sprig */
export const SPRIG_FUNCTIONS: ReadonlySet<string> = new Set(`
  abbrev abbrevboth add add1 add1f addf adler32sum ago all any append atoi b32dec b32enc b64dec b64enc base bcrypt biggest
  buildCustomCert camelcase cat ceil chunk clean coalesce compact concat contains date dateInZone dateModify date_in_zone
  date_modify decryptAES deepCopy deepEqual default derivePassword dict dig dir div divf duration durationRound empty encryptAES
  ext fail first float64 floor fromJson genCA genCAWithKey genPrivateKey genSelfSignedCert genSelfSignedCertWithKey genSignedCert
  genSignedCertWithKey get has hasKey hasPrefix hasSuffix hello htmlDate htmlDateInZone htpasswd indent initial initials int
  int64 isAbs join kebabcase keys kindIs kindOf last list lower max maxf merge mergeOverwrite min minf mod mul mulf mustAppend
  mustChunk mustCompact mustDateModify mustDeepCopy mustFirst mustFromJson mustHas mustInitial mustLast mustMerge
  mustMergeOverwrite mustPrepend mustPush mustRegexFind mustRegexFindAll mustRegexMatch mustRegexReplaceAll
  mustRegexReplaceAllLiteral mustRegexSplit mustRest mustReverse mustSlice mustToDate mustToJson mustToPrettyJson mustToRawJson
  mustUniq mustWithout must_date_modify nindent nospace now omit osBase osClean osDir osExt osIsAbs pick pluck plural prepend
  push quote randAlpha randAlphaNum randAscii randBytes randInt randNumeric regexFind regexFindAll regexMatch regexQuoteMeta
  regexReplaceAll regexReplaceAllLiteral regexSplit repeat replace rest reverse round semver semverCompare seq set sha1sum
  sha256sum sha512sum shuffle slice snakecase sortAlpha split splitList splitn squote sub subf substr swapcase ternary title
  toDate toDecimal toJson toPrettyJson toRawJson toString toStrings trim trimAll trimPrefix trimSuffix trimall trunc tuple typeIs
  typeIsLike typeOf uniq unixEpoch unset until untilStep untitle upper urlJoin urlParse uuidv4 values without wrap wrapWith
`.trim().split(/\s+/));

/** Functions of the templates of an ApplicationSet. @see applicationset/utils/utils.go in argoproj/argo-cd */
export const APPLICATION_SET_FUNCTIONS: ReadonlySet<string> = new Set([
  ...BUILTIN_FUNCTIONS, ...SPRIG_FUNCTIONS, 'normalize', 'slugify', 'toYaml', 'fromYaml', 'fromYamlArray',
]);

/** Functions of the templates of notifications. @see pkg/templates/service.go in argoproj/notifications-engine */
export const NOTIFICATION_FUNCTIONS: ReadonlySet<string> = new Set([...BUILTIN_FUNCTIONS, ...SPRIG_FUNCTIONS, 'getHostByName']);

/** Functions of the deep links of Argo CD. @see server/deeplinks/deeplinks.go in argoproj/argo-cd */
export const DEEP_LINK_FUNCTIONS: ReadonlySet<string> = new Set([...BUILTIN_FUNCTIONS, ...SPRIG_FUNCTIONS]);
