import { load } from 'js-yaml';
import { Application } from '../../src/apps/application';
import { Destination } from '../../src/apps/destination';
import { Source } from '../../src/apps/source';
import { ImageRegistry } from '../../src/control-plane/image-updater/image-registry';
import { ImageTarget } from '../../src/control-plane/image-updater/image-target';
import { ImageUpdater } from '../../src/control-plane/image-updater/image-updater';
import { ImageUpdaterAnnotations } from '../../src/control-plane/image-updater/image-updater-annotations';
import { ImageUpdaterConfig } from '../../src/control-plane/image-updater/image-updater-config';
import { RegistryCredential } from '../../src/control-plane/image-updater/registry-credential';
import { Tags } from '../../src/control-plane/image-updater/tags';
import { UpdatedImage } from '../../src/control-plane/image-updater/updated-image';
import { WriteBack } from '../../src/control-plane/image-updater/write-back';
import { WriteBackTarget } from '../../src/control-plane/image-updater/write-back-target';
import { Repository } from '../../src/fleet/repository';
import { shopChart, specOf, theObject } from '../shop';

const argoCd = () => shopChart({ namespace: 'argocd' });
const IMAGE = 'registry.example.com/shop/web';
const repository = Repository.git({ url: 'https://git.example.com/org/shop.git', revision: 'main' });

describe('ImageUpdater', () => {
  test('names an Application, its images, and what becomes of new versions', () => {
    const chart = argoCd();
    const web = new Application(chart, 'Web', { source: Source.git({ repository, path: 'web' }), destination: Destination.inCluster('shop') });
    new ImageUpdater(chart, 'Shop', {
      applications: [{
        application: web,
        images: [
          UpdatedImage.semver({ image: IMAGE, constraint: '1.x', target: ImageTarget.kustomize('shop/web') }),
          UpdatedImage.newestBuild({
            image: 'registry.example.com/shop/api', alias: 'backend', allowTags: Tags.matching(/^main-[0-9a-f]{7}$/), platforms: ['linux/arm64'],
            pullSecret: RegistryCredential.pullSecret({ namespace: 'argocd', name: 'registry-login' }),
          }),
        ],
        writeBack: WriteBack.git({ branch: 'main', pullRequest: 'github', target: WriteBackTarget.kustomization('/overlays/production') }),
      }],
      signedBy: { secretName: 'cosign', key: 'cosign.pub' },
    });
    expect(specOf(chart.toJson(), 'ImageUpdater', 'shop')).toEqual({
      applicationRefs: [{
        namePattern: 'web',
        images: [
          { alias: 'web', imageName: `${IMAGE}:1.x`, commonUpdateSettings: { updateStrategy: 'semver' }, manifestTargets: { kustomize: { name: 'shop/web' } } },
          {
            alias: 'backend', imageName: 'registry.example.com/shop/api',
            commonUpdateSettings: {
              updateStrategy: 'newest-build', allowTags: 'regexp:^main-[0-9a-f]{7}$', platforms: ['linux/arm64'], pullSecret: 'pullsecret:argocd/registry-login',
            },
          },
        ],
        writeBackConfig: {
          method: 'git', gitConfig: { branch: 'main', writeBackTarget: 'kustomization:/overlays/production', pullRequest: { github: {} } },
        },
      }],
      imagesVerification: { cosignKey: { secretName: 'cosign', key: 'cosign.pub' } },
    });
  });

  test('has annotations read', () => {
    const chart = argoCd();
    new ImageUpdater(chart, 'Annotated', { applications: [{ application: '*', matchLabels: { team: 'shop' }, fromAnnotations: true }] });
    expect(specOf(chart.toJson(), 'ImageUpdater')).toEqual({
      applicationRefs: [{ namePattern: '*', labelSelectors: { matchLabels: { team: 'shop' } }, useAnnotations: true }],
    });
  });

  const web = UpdatedImage.semver({ image: IMAGE });
  const writeBack = WriteBack.git();
  test.each([
    ['an Application twice', () => new ImageUpdater(argoCd(), 'Shop', { writeBack, applications: [{ application: 'web', images: [web] }, { application: 'web', images: [web] }] }),
      '"web" is listed twice, and the API server takes a name once'],
    ['an alias twice', () => new ImageUpdater(argoCd(), 'Shop', { writeBack, applications: [{ application: 'web', images: [web, web] }] }),
      'two images of web have the alias "web"'],
    ['a tag in the image', () => UpdatedImage.semver({ image: `${IMAGE}:1.2` }), 'give it without tag and digest'],
    ['a platform without an architecture', () => UpdatedImage.semver({ image: IMAGE, platforms: ['linux/'] }), 'a platform of registry.example.com/shop/web is "linux/"'],
    ['an expression that Go cannot read', () => Tags.matching(/^(?!rc)/), 'the tags match /^(?!rc)/, which Go cannot read: the regular expressions of Go have no lookaround'],
    ['the file of a kustomization', () => WriteBackTarget.kustomization('overlays/production/kustomization.yaml'), 'name its folder'],
    ['a login in place of its name', () => WriteBack.git({ credentialsSecret: 'user:s3cret' }), 'credentialsSecret is no name of a Secret'],
    ['a login in place of a Secret', () => RegistryCredential.secret({ namespace: 'argocd', name: 'user:s3cret', key: 'login' }), 'give names, never the login'],
  ])('refuses %s', (_, make, message) => {
    expect(make).toThrow(message);
  });

  test('a refused login is not repeated', () => {
    let message = '';
    try {
      RegistryCredential.environment('user:s3cret');
    } catch (error) {
      ({ message } = error as Error);
    }
    expect(message).toMatch(/^a part of a registry credential/);
    expect(message).not.toContain('s3cret');
  });
});

describe('Tags', () => {
  test.each([
    [Tags.any(), 'any'],
    [Tags.matching(/^v\d+$/), 'regexp:^v\\d+$'],
    [Tags.matching(/^release\/v/i), 'regexp:(?i)^release/v'],
  ])('%#', (tags, text) => {
    expect(tags.text).toBe(text);
  });
});

describe('WriteBack', () => {
  const wire = (writeBack: WriteBack) => JSON.parse(JSON.stringify(writeBack._toKube())) as unknown;

  test('says no more than it has to', () => {
    expect(wire(WriteBack.argoCd())).toEqual({ method: 'argocd' });
    expect(wire(WriteBack.git())).toEqual({ method: 'git' });
    expect(wire(WriteBack.git({ branch: 'main', writeBranch: 'updates-{{.SHA256}}', credentialsSecret: 'git-login', target: WriteBackTarget.helmValues() })))
      .toEqual({ method: 'git:secret:git-login', gitConfig: { branch: 'main:updates-{{.SHA256}}', writeBackTarget: 'helmvalues' } });
  });
});

describe('ImageUpdaterAnnotations', () => {
  const PREFIX = 'argocd-image-updater.argoproj.io';

  test('say for an Application what the resource would', () => {
    expect(ImageUpdaterAnnotations.of({
      images: [
        UpdatedImage.semver({ image: IMAGE, constraint: '~1.2', ignoreTags: ['*-rc*', '*-beta*'], target: ImageTarget.helm({ name: 'image.repository', tag: 'image.tag' }) }),
        UpdatedImage.digest({ image: 'registry.example.com/shop/api', tag: 'stable', forceUpdate: true }),
      ],
      writeBack: WriteBack.git({ branch: 'main', target: WriteBackTarget.helmValues('values.production.yaml') }),
    })).toEqual({
      [`${PREFIX}/image-list`]: `web=${IMAGE}:~1.2, api=registry.example.com/shop/api:stable`,
      [`${PREFIX}/web.update-strategy`]: 'semver',
      [`${PREFIX}/web.ignore-tags`]: '*-rc*, *-beta*',
      [`${PREFIX}/web.helm.image-name`]: 'image.repository',
      [`${PREFIX}/web.helm.image-tag`]: 'image.tag',
      [`${PREFIX}/api.update-strategy`]: 'digest',
      [`${PREFIX}/api.force-update`]: 'true',
      [`${PREFIX}/write-back-method`]: 'git',
      [`${PREFIX}/git-branch`]: 'main',
      [`${PREFIX}/write-back-target`]: 'helmvalues:values.production.yaml',
    });
  });

  test.each([
    ['a constraint with a comma', UpdatedImage.semver({ image: IMAGE, constraint: '>=1.2, <2' }), WriteBack.git(), 'the constraint of web has a comma'],
    ['a plugin', UpdatedImage.semver({ image: IMAGE, target: ImageTarget.plugin({ image: 'IMAGE' }) }), WriteBack.git(), 'web is written to a plugin, which annotations cannot say'],
    ['a pull request', UpdatedImage.semver({ image: IMAGE }), WriteBack.git({ branch: 'main', pullRequest: 'gitlab' }), 'annotations cannot ask for pull requests'],
  ])('cannot say %s', (_, image, writeBack, message) => {
    expect(() => ImageUpdaterAnnotations.of({ images: [image], writeBack })).toThrow(message);
  });
});

describe('ImageUpdaterConfig', () => {
  const hub = ImageRegistry.default({ name: 'Docker Hub', apiUrl: 'https://registry-1.docker.io', prefix: 'docker.io', defaultNamespace: 'library' });

  test('lists registries as the Image Updater reads them', () => {
    const chart = argoCd();
    new ImageUpdaterConfig(chart, 'Registries', { registries: [hub, ImageRegistry.of({
      name: 'Company', apiUrl: 'https://registry.example.com', prefix: 'registry.example.com', limit: 20,
      credentials: RegistryCredential.script('/scripts/login.sh'), credentialsExpire: '10h',
    })] });
    const { data } = theObject(chart.toJson(), 'ConfigMap', 'argocd-image-updater-config') as unknown as { data: { 'registries.conf': string } };
    expect(load(data['registries.conf'])).toEqual({ registries: [
      { name: 'Docker Hub', api_url: 'https://registry-1.docker.io', prefix: 'docker.io', default: true, defaultns: 'library' },
      { name: 'Company', api_url: 'https://registry.example.com', prefix: 'registry.example.com', credentials: 'ext:/scripts/login.sh', credsexpire: '10h', limit: 20 },
    ] });
  });

  test('has one default', () => {
    expect(() => new ImageUpdaterConfig(argoCd(), 'Registries', { registries: [hub, ImageRegistry.default({ name: 'Company', apiUrl: 'https://registry.example.com' })] }))
      .toThrow('Docker Hub and Company are both the default, and there is one');
  });
});
