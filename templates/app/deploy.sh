#!/bin/sh
# Makes the commit that is a deployment: ./deploy.sh staging web=1.0.1
# It changes one line of images.lock.yaml and the YAML that follows from it, and pushes. Argo CD does the rest.
# Whatever comes of it, you are on your branch afterwards, and nothing is left of a deployment that failed.
set -eu
cd "$(dirname "$0")"
if [ $# -ne 2 ]; then
  echo "usage: ./deploy.sh <environment> <image>=<version>, such as ./deploy.sh staging web=1.0.1" >&2
  exit 2
fi
environment=$1
image=$2
branch=${DEPLOY_BRANCH:-main}

if ! git diff --quiet HEAD; then
  echo "there are changes that are not committed. a deployment is made of what is pushed: commit or stash them" >&2
  exit 1
fi

began=$(git symbolic-ref --quiet --short HEAD || git rev-parse HEAD)
bumped=
deployed=

go_back() {
  status=$?
  set +e
  trap '' HUP INT TERM
  # Both are of this script: nothing was changed when it began, and nothing unknown was in dist.
  if [ -n "$bumped" ]; then
    git reset --quiet --hard
    git clean --quiet --force -d dist
  fi
  git checkout --quiet "$began" --
  if [ -z "$deployed" ]; then
    echo "nothing was deployed" >&2
  elif [ "$began" = "$branch" ] && ! git merge --quiet --ff-only "$deployed" 2>/dev/null; then
    echo "your $branch has commits that are not pushed. git pull --rebase puts them on top of the deployment" >&2
  fi
  exit "$status"
}
trap go_back EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# Somebody else may push in between. Then all of it is done again on top of theirs.
for attempt in 1 2 3 4 5; do
  bumped=
  git fetch --quiet origin "$branch"
  git checkout --quiet --detach FETCH_HEAD
  unknown=$(git ls-files --others --exclude-standard dist)
  if [ -n "$unknown" ]; then
    echo "there are files in dist that are in no commit, and would be deployed with it. commit or delete them:" >&2
    echo "$unknown" >&2
    exit 1
  fi
  bumped=yes
  npx cdk8s-argo bump --environment "$environment" "$image"
  npm run synth
  npm run check
  npm run lint
  git add images.lock.yaml dist
  if git diff --cached --quiet; then
    echo "$environment has $image already"
    deployed=$(git rev-parse HEAD)
    exit 0
  fi
  git commit --quiet --message "deploy: $image to $environment"
  if git push origin "HEAD:$branch"; then
    deployed=$(git rev-parse HEAD)
    exit 0
  fi
  echo "attempt $attempt: somebody else was faster"
  sleep "$attempt"
done
echo "$branch moved five times. is it protected, or may this job not push?" >&2
exit 1
