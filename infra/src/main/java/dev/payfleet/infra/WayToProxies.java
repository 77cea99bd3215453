package dev.payfleet.infra;

import dev.payfleet.infra.Deployment.Proxy;
import java.util.List;
import software.amazon.awscdk.services.ec2.CfnEIP;
import software.amazon.awscdk.services.ec2.CfnInternetGateway;
import software.amazon.awscdk.services.ec2.CfnNatGateway;
import software.amazon.awscdk.services.ec2.CfnRoute;
import software.amazon.awscdk.services.ec2.CfnVPCGatewayAttachment;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.Vpc;
import software.constructs.Construct;

/// The one way out: from each zone's workers through a gateway in that zone, by routes that name the proxies'
/// addresses. No route leads to everywhere, neither from the workers nor from the gateways.
final class WayToProxies extends Construct {
    private final List<Proxy> proxies;
    private final CfnInternetGateway internet;
    private final CfnVPCGatewayAttachment attachment;

    WayToProxies(Construct scope, List<Proxy> proxies, Vpc vpc, SubnetSelection workers, SubnetSelection doors) {
        super(scope, "WayToProxies");
        this.proxies = proxies;
        this.internet = CfnInternetGateway.Builder.create(this, "Internet").build();
        this.attachment = CfnVPCGatewayAttachment.Builder.create(this, "Attachment")
                .vpcId(vpc.getVpcId())
                .internetGatewayId(internet.getRef())
                .build();
        List<ISubnet> inside = vpc.selectSubnets(workers).getSubnets();
        vpc.selectSubnets(doors).getSubnets().forEach(door -> {
            CfnNatGateway gateway = gateway(door);
            inside.stream()
                    .filter(subnet -> subnet.getAvailabilityZone().equals(door.getAvailabilityZone()))
                    .forEach(subnet -> routes(subnet, gateway));
        });
    }

    private CfnNatGateway gateway(ISubnet door) {
        String zone = door.getAvailabilityZone();
        CfnEIP address =
                CfnEIP.Builder.create(this, "Address" + zone).domain("vpc").build();
        address.getNode().addDependency(attachment);
        for (int i = 0; i < proxies.size(); i++) {
            route("Out" + zone + i, door, proxies.get(i))
                    .gatewayId(internet.getRef())
                    .build()
                    .getNode()
                    .addDependency(attachment);
        }
        return CfnNatGateway.Builder.create(this, "Gateway" + zone)
                .subnetId(door.getSubnetId())
                .allocationId(address.getAttrAllocationId())
                .build();
    }

    private void routes(ISubnet subnet, CfnNatGateway gateway) {
        for (int i = 0; i < proxies.size(); i++) {
            route("Workers" + subnet.getAvailabilityZone() + i, subnet, proxies.get(i))
                    .natGatewayId(gateway.getRef())
                    .build();
        }
    }

    private CfnRoute.Builder route(String id, ISubnet from, Proxy to) {
        return CfnRoute.Builder.create(this, id)
                .routeTableId(from.getRouteTable().getRouteTableId())
                .destinationCidrBlock(to.addresses());
    }
}
