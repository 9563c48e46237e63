import { defineRule } from '../../rule';
import { examplePods } from './example-pods';
import { hostVolumesOf } from './host-volumes';
import { GUEST_POD_KINDS, podsOf } from './pods-of';

const SOCKET = /(?:^|\/)(?:docker|containerd|crio|podman|cri-dockerd)\.sock$/;
/** Folders that hold the system, its devices, or the credentials of the kubelet and of other pods. */
const FOLDERS = [
  '/', '/bin', '/boot', '/dev', '/etc', '/home', '/lib', '/lib64', '/proc', '/root', '/run', '/sbin', '/sys', '/usr', '/var', '/var/lib',
  '/var/lib/containerd', '/var/lib/docker', '/var/lib/etcd', '/var/lib/kubelet', '/var/run',
];
const BELOW = ['/etc/kubernetes/', '/var/lib/etcd/', '/var/lib/kubelet/'];

function mounting(path: string): string {
  return examplePods({ pod: `volumes:\n  - name: node\n    hostPath:\n      path: ${path}` });
}

/** Finds pods that get the system of their node, or the socket of its container runtime. */
export const sensitiveHostPath = defineRule({
  id: 'pods/sensitive-host-path',
  severity: 'warning',
  kinds: GUEST_POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'no pod mounts the system of its node or the socket of its container runtime',
  rationale: 'With the socket of Docker or containerd a process starts any container on the node, also a privileged one; with the folders of the '
    + 'system or of the kubelet it reads the credentials of other pods. Being mounted for reading does not protect a socket.',
  bad: mounting('/var/run/docker.sock'),
  good: mounting('/srv/cache/web'),
  check(entry, context) {
    for (const pods of podsOf(entry)) {
      for (const { pointer, name, path } of hostVolumesOf(pods)) {
        const socket = SOCKET.test(path);
        if (!socket && !FOLDERS.includes(path) && !BELOW.some((folder) => path.startsWith(folder))) continue;
        context.report(pointer, `volume ${name} is ${socket ? 'the socket of the container runtime' : `${path} of the node`}: who gets into the pod has the node`, {
          received: path, expected: socket ? 'no socket of the runtime' : 'no folder of the system', fix: 'remove the volume, or mount only the folder below it that is needed',
        });
      }
    }
  },
});
