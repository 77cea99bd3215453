# The worker, its adapters and Chromium, and nothing that only a demo, a benchmark or a test needs.
#
#   docker build --tag payfleet .
#
# README.md says how to run it. The base images are pinned by digest; the tag before it is for people, and for the update
# that .github/dependabot.yml proposes each week.

FROM maven:3-eclipse-temurin-25@sha256:d67198007bb4441b07d45587320f83154de80ece3608f80408ef14c6ea847753 AS layout
WORKDIR /build
COPY . .
# The same command as on any other machine, and what the tests run is what it leaves in image/target/layout.
RUN ["./payfleet", "image"]

FROM eclipse-temurin:25-jre@sha256:15090d159279e5c158473eccb48cd87f57b3e3a47511a797eb5a7a7ea6f86b0f AS java

FROM debian:bookworm-slim@sha256:abd67ffcfa541b485a3dff59865ab629aa048a6c613e639d36e7456b0b229241
# Without versions: a Chromium that is a week old has known holes, and Debian keeps no older one to be pinned.
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates chromium-headless-shell fonts-dejavu-core tini \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/log/* \
    && groupadd --system --gid 10001 payfleet \
    && useradd --system --uid 10001 --gid payfleet --no-create-home --home-dir /var/lib/payfleet --shell /usr/sbin/nologin payfleet \
    && install --directory --owner=payfleet --group=payfleet --mode=0700 /var/lib/payfleet
COPY --from=java /opt/java/openjdk /opt/java
COPY --from=layout /build/image/target/layout /opt/payfleet
# The training: a worker that finds nothing to do, with the Java, the flags and the class path of every later one. No
# page is opened in it, and a builder seldom lets Chromium have its sandbox.
RUN --mount=type=tmpfs,target=/tmp \
    PAYFLEET_HOME=/tmp/home PAYFLEET_DIRECT=true PAYFLEET_LANES=1 PAYFLEET_SANDBOX=off \
    /opt/java/bin/java @/opt/payfleet/java.options -XX:AOTCacheOutput=/opt/payfleet/worker.aot \
    @/opt/payfleet/java.classpath dev.payfleet.worker.Main work --until-empty --log /tmp/log \
    && chmod 0644 /opt/payfleet/worker.aot

ENV PAYFLEET_HOME=/var/lib/payfleet LANG=C.UTF-8
WORKDIR /var/lib/payfleet
# All that is ever written; the rest may be mounted read-only.
VOLUME ["/var/lib/payfleet"]
# By number, so that an orchestrator can see that it is not root.
USER 10001:10001
# The worker answers it by draining; give it PAYFLEET_PATIENCE and 15 seconds more before it is killed.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --retries=3 \
    CMD ["/opt/java/bin/java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xmx16m", "@/opt/payfleet/java.classpath", "dev.payfleet.worker.health.HealthProbe"]
# tini passes signals on and buries Chromium's orphans.
ENTRYPOINT ["/usr/bin/tini", "--", "/opt/java/bin/java", "@/opt/payfleet/java.options", "-XX:AOTCache=/opt/payfleet/worker.aot", "-Xlog:aot*=off,cds*=off", "@/opt/payfleet/java.classpath", "dev.payfleet.worker.Main"]
CMD ["work"]
