/** The doors between the rooms, each as a sentence. They go one way: cli → input, output, analyze → quotes → dates, names → language → document → types. */
const room = name => `^src/${name}/`
const door = (name, from, to, more = {}) => ({ name, severity: 'error', from: { path: from, ...more.from }, to: { path: to, ...more.to } })

module.exports = {
  forbidden: [
    door('nothing-imports-the-command-line', '^src/', room('cli'), { from: { pathNot: room('cli') } }),
    door('types-import-nothing', '^src/types\\.ts$', '.'),
    door('the-document-knows-no-later-room', room('document'), '^src/(language|names|dates|quotes|input|output|cli)/|^src/(analyze|select|index)\\.ts$'),
    door('the-language-knows-only-the-document', room('language'), '^src/(names|dates|quotes|input|output|cli)/|^src/(analyze|select|index)\\.ts$'),
    door('names-rest-on-language-and-document', room('names'), '^src/(dates|quotes|input|output|cli)/|^src/(analyze|select|index)\\.ts$'),
    door('dates-rest-on-language-and-document', room('dates'), '^src/(names|quotes|input|output|cli)/|^src/(analyze|select|index)\\.ts$'),
    door('quotes-never-look-at-input-or-output', room('quotes'), '^src/(input|output|cli)/|^src/(analyze|select|index)\\.ts$'),
    door('inputs-only-make-documents-and-know-words', room('input'), '^src/(language/(?!lexicon\\.ts)|names|dates|quotes|output|cli)/|^src/(analyze|select|index)\\.ts$'),
    door('outputs-only-print-records', room('output'), '^src/(language|names|dates|quotes|input|cli)/|^src/(analyze|select|index)\\.ts$'),
    door('only-the-language-room-knows-wink', '^src/', 'node_modules/wink-', { from: { pathNot: `${room('language')}|/train` } }),
    door('the-tool-never-imports-training-code', '^src/', '/train', { from: { pathNot: '/train' } }),
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'what-is-imported-can-be-found', severity: 'error', from: { pathNot: '/train' }, to: { couldNotResolve: true } },
    { name: 'the-tool-needs-no-development-package', severity: 'error', from: { path: '^src/', pathNot: '/train' }, to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] } },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'], exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
