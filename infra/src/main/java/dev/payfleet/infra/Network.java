package dev.payfleet.infra;

import dev.payfleet.infra.Deployment.Proxy;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.constructs.Construct;

/// A network without a way to the internet at large. From the workers' subnets a route leads to the proxies'
/// addresses and to nothing else outside; AWS is reached by endpoints inside. Two walls say the same: the routes,
/// and the workers' security group.
final class Network extends Construct {
    private static final String WORKERS = "workers";
    private static final String DOORS = "doors";
    private static final int HTTPS = 443;
    /// 1,019 addresses a zone, one for each task and host; see docs/capacity.md.
    private static final int WORKERS_MASK = 22;

    private static final int DOORS_MASK = 28;

    private final Vpc vpc;
    private final SecurityGroup workers;

    Network(Construct scope, Deployment deployment, ILogGroup refused) {
        super(scope, "Network");
        this.vpc = Vpc.Builder.create(this, "Vpc")
                .vpcName(deployment.name())
                .ipAddresses(IpAddresses.cidr("10.20.0.0/18"))
                .availabilityZones(deployment.zones())
                .natGateways(0)
                .createInternetGateway(false)
                .subnetConfiguration(List.of(isolated(WORKERS, WORKERS_MASK), isolated(DOORS, DOORS_MASK)))
                .flowLogs(Map.of(
                        "Refused",
                        FlowLogOptions.builder()
                                .trafficType(FlowLogTrafficType.REJECT)
                                .destination(FlowLogDestination.toCloudWatchLogs(refused))
                                .build()))
                .build();
        this.workers = SecurityGroup.Builder.create(this, "Workers")
                .vpc(vpc)
                .securityGroupName(deployment.named("workers"))
                .description("Workers and their hosts: out to the proxies and to AWS, in from nowhere")
                .allowAllOutbound(false)
                .build();
        SecurityGroup endpoints = SecurityGroup.Builder.create(this, "Endpoints")
                .vpc(vpc)
                .securityGroupName(deployment.named("endpoints"))
                .description("Doors to AWS: in from the workers, out to nowhere")
                .allowAllOutbound(false)
                .build();
        let(workers, endpoints);
        deployment.proxies().forEach(this::let);
        workers.addEgressRule(Peer.prefixList(deployment.prefixLists().s3()), Port.tcp(HTTPS), "S3, by its gateway");
        workers.addEgressRule(
                Peer.prefixList(deployment.prefixLists().dynamoDb()), Port.tcp(HTTPS), "DynamoDB, by its gateway");
        new WayToProxies(this, deployment.proxies(), vpc, subnets(WORKERS), subnets(DOORS));
        new Endpoints(this, deployment, vpc, subnets(WORKERS), endpoints);
        new NameWall(this, deployment, vpc);
    }

    Vpc vpc() {
        return vpc;
    }

    /// Of workers and their hosts.
    SecurityGroup workers() {
        return workers;
    }

    /// Where workers and their hosts are.
    SubnetSelection workerSubnets() {
        return subnets(WORKERS);
    }

    private void let(Proxy proxy) {
        workers.addEgressRule(Peer.ipv4(proxy.addresses()), Port.tcp(proxy.port()), "The proxy " + proxy.host());
    }

    private static void let(SecurityGroup from, SecurityGroup to) {
        from.addEgressRule(to, Port.tcp(HTTPS), "AWS, by its endpoints");
        to.addIngressRule(from, Port.tcp(HTTPS), "Workers and their hosts");
    }

    private static SubnetSelection subnets(String group) {
        return SubnetSelection.builder().subnetGroupName(group).build();
    }

    private static SubnetConfiguration isolated(String name, int mask) {
        return SubnetConfiguration.builder()
                .name(name)
                .subnetType(SubnetType.PRIVATE_ISOLATED)
                .cidrMask(mask)
                .build();
    }
}
