// Programs of the docs that are not apps of their own: importing one runs it, or registers its test.
import './programs/access-rights';
import './programs/acknowledge';
import './programs/snapshot';
import './programs/autoscaler';
import './programs/health-checks';
import './programs/images';
import './programs/layout';
import './programs/profile';
import './programs/sync-plan';
import './programs/trial';
import './programs/ways-out';
