import { compilerMessages } from './compiler-messages';

test('the compiler says that a repository is of another sort', () => {
  expect(compilerMessages(`import { Source } from '../../src/apps/source';
import { Repository } from '../../src/fleet/repository';
const git = Repository.git({ url: 'https://git.example.com/web.git', revision: 'main' });
const helm = Repository.helm({ url: 'https://charts.example.com' });
Source.helmChart({ repository: git, chart: 'web', version: '1.x' });
Source.git({ repository: helm, path: 'web' });
Source.oci({ repository: helm, revision: '1.x' });
Source.git({ repository: git, path: 'web' });
`)).toEqual([
    expect.stringMatching(/^5: [^]*'"git"' is not assignable to type '"helm"'/),
    expect.stringMatching(/^6: [^]*'"helm"' is not assignable to type '"git"'/),
    expect.stringMatching(/^7: [^]*'"helm"' is not assignable to type '"oci"'/),
  ]);
});

test('the compiler says what a sync window is for, and in which units it lasts', () => {
  expect(compilerMessages(`import { SyncWindow } from '../../src/apps/projects/sync-window';
SyncWindow.deny({ schedule: '0 22 * * *', duration: '8h' });
SyncWindow.deny({ schedule: '0 22 * * *', duration: '1d', applications: ['*'] });
`)).toEqual([
    expect.stringMatching(/^2: [^]*'applications' is missing[^]*SyncWindowSelectors/),
    expect.stringMatching(/^3: [^]*SecondsMinutesOrHours/),
  ]);
});
