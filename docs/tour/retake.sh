#!/bin/sh
# Takes the pictures of the tour anew: the journeys take them in the demo county, those the tour shows are copied.
set -eu
cd "$(dirname "$0")/../.."
./mvnw -q -ntp -pl journeys -am verify -Dtest='NewcomerTest,VillageSecretaryTest,NotingTest,DeploymentTest,MeetingTest,QuarterlySummaryTest' \
  -Dsurefire.failIfNoSpecifiedTests=false
for picture in docs/tour/*.png; do
  cp "journeys/target/pictures/$(basename "$picture")" "$picture"
done
