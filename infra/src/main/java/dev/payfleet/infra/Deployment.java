package dev.payfleet.infra;

import java.util.List;

/// Everything that differs from one deployment to the next. Holds no secret.
///
/// @param name begins the names of what is deployed, for example `payfleet`
/// @param account the number of the AWS account
/// @param region for example `eu-west-1`
/// @param zones the availability zones to be in, at least two
/// @param image what the workers run
/// @param commandLine the AWS command line's image, which puts references into files
/// @param grantIssuer who signs grants: their `iss`
/// @param fleet how many workers there are, and how large
/// @param proxies the ways out to the providers, at least one
/// @param providers the providers whose sign-ins are watched, by id
/// @param people who may assume the roles for people and for the upstream API
/// @param prefixLists the region's lists of addresses behind its gateways
public record Deployment(
        String name,
        String account,
        String region,
        List<String> zones,
        Image image,
        Image commandLine,
        String grantIssuer,
        Fleet fleet,
        List<Proxy> proxies,
        List<String> providers,
        People people,
        PrefixLists prefixLists) {

    public Deployment {
        zones = List.copyOf(zones);
        proxies = List.copyOf(proxies);
        providers = List.copyOf(providers);
        if (zones.size() < 2) {
            throw new IllegalArgumentException("zones: expected at least two, so that losing one loses no job");
        }
        if (proxies.isEmpty()) {
            throw new IllegalArgumentException("proxies: expected at least one, there is no other way out");
        }
    }

    /// The name of something in this deployment.
    String named(String what) {
        return name + "-" + what;
    }

    /// An image in this account's registry.
    ///
    /// @param repository the repository in this account's registry
    /// @param digest `sha256:` and 64 hexadecimal digits, because a tag can be moved
    public record Image(String repository, String digest) {
        public Image {
            if (!digest.matches("sha256:[0-9a-f]{64}")) {
                throw new IllegalArgumentException("digest: expected sha256: and 64 hexadecimal digits");
            }
        }
    }

    /// How many workers there are, and how large.
    ///
    /// @param instanceType of the hosts; must hold at least one task
    /// @param lanes browsers at once in one task; a task has one virtual CPU for each
    /// @param jobsInFlight jobs at once in one task, lanes and HTTP reads together
    /// @param tasksAtLeast tasks that run when nothing is queued
    /// @param tasksAtMost tasks that never are exceeded
    /// @param backlogPerLane queued jobs for each lane at which no task is added and none taken away
    public record Fleet(
            String instanceType, int lanes, int jobsInFlight, int tasksAtLeast, int tasksAtMost, int backlogPerLane) {
        public Fleet {
            if (lanes < 1 || tasksAtLeast < 1 || tasksAtMost < tasksAtLeast || backlogPerLane < 1) {
                throw new IllegalArgumentException(
                        "fleet: expected at least one lane, one task and one job per lane, and no more tasks at least"
                                + " than at most");
            }
        }
    }

    /// A way out to the providers.
    ///
    /// @param host the name that workers ask for
    /// @param addresses the range that the name stands for, for example `203.0.113.0/28`
    /// @param port where it listens
    public record Proxy(String host, String addresses, int port) {
        private static final int NARROWEST_ALLOWED = 16;

        public Proxy {
            if (!addresses.matches("[0-9.]+/[0-9]+") || prefix(addresses) < NARROWEST_ALLOWED) {
                throw new IllegalArgumentException(
                        "proxy.addresses: expected a range of IPv4 addresses no wider than /" + NARROWEST_ALLOWED);
            }
        }

        private static int prefix(String range) {
            return Integer.parseInt(range.substring(range.indexOf('/') + 1));
        }
    }

    /// Who may assume the roles for people and for the upstream API, each an ARN.
    ///
    /// @param upstream the upstream API's own role
    /// @param onCall the role that on-call engineers sign in to
    /// @param operators the role that restores backups
    /// @param alarms the mail address that alarms go to
    public record People(String upstream, String onCall, String operators, String alarms) {}

    /// The region's lists of addresses behind its gateways, from `aws ec2 describe-managed-prefix-lists`.
    ///
    /// @param s3 begins with `pl-`
    /// @param dynamoDb begins with `pl-`
    public record PrefixLists(String s3, String dynamoDb) {}
}
