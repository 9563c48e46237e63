#!/bin/sh
# Makes the commit that is a deployment: ./deploy.sh staging web=1.0.1
# It changes one line of images.lock.yaml and the YAML that follows from it, and pushes. Argo CD does the rest.
set -eu
environment=$1
image=$2
branch=${DEPLOY_BRANCH:-main}

if ! git diff --quiet HEAD; then
  echo "there are changes that are not committed. a deployment is made of what is pushed: commit or stash them" >&2
  exit 1
fi

# Somebody else may push in between. Then all of it is done again on top of theirs.
for attempt in 1 2 3 4 5; do
  git fetch --quiet origin "$branch"
  git checkout --quiet --detach FETCH_HEAD
  npx cdk8s-argo bump --environment "$environment" "$image"
  npm run synth
  npm run check
  npm run lint
  git add images.lock.yaml dist
  if git diff --cached --quiet; then
    echo "$environment has $image already"
    exit 0
  fi
  git commit --quiet --message "deploy: $image to $environment"
  if git push origin "HEAD:$branch"; then
    exit 0
  fi
  echo "attempt $attempt: somebody else was faster"
  sleep "$attempt"
done
echo "$branch moved five times. is it protected, or may this job not push?" >&2
exit 1
