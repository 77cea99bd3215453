package dev.payfleet.infra;

import dev.payfleet.infra.Deployment.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.route53resolver.CfnFirewallDomainList;
import software.amazon.awscdk.services.route53resolver.CfnFirewallRuleGroup;
import software.amazon.awscdk.services.route53resolver.CfnFirewallRuleGroup.FirewallRuleProperty;
import software.amazon.awscdk.services.route53resolver.CfnFirewallRuleGroupAssociation;
import software.constructs.Construct;

/// Names are a way out too: a question for a name can carry data to whoever answers it. Only the proxies' and AWS's
/// own names in this region are looked up; the proxy looks up the providers'. Where the wall itself cannot be
/// asked, which is DNS Firewall's own default, nothing is looked up.
final class NameWall extends Construct {
    private static final int FIRST = 100;
    private static final int LAST = 200;
    private static final int PRIORITY_AMONG_GROUPS = 101;

    NameWall(Construct scope, Deployment deployment, Vpc vpc) {
        super(scope, "NameWall");
        CfnFirewallDomainList known = names("Known", deployment, known(deployment));
        CfnFirewallDomainList all = names("All", deployment, List.of("*"));
        CfnFirewallRuleGroup rules = CfnFirewallRuleGroup.Builder.create(this, "Rules")
                .name(deployment.named("names"))
                .firewallRules(List.of(
                        FirewallRuleProperty.builder()
                                .priority(FIRST)
                                .action("ALLOW")
                                .firewallDomainListId(known.getAttrId())
                                .build(),
                        FirewallRuleProperty.builder()
                                .priority(LAST)
                                .action("BLOCK")
                                .blockResponse("NXDOMAIN")
                                .firewallDomainListId(all.getAttrId())
                                .build()))
                .build();
        CfnFirewallRuleGroupAssociation.Builder.create(this, "Association")
                .name(deployment.named("names"))
                .vpcId(vpc.getVpcId())
                .firewallRuleGroupId(rules.getAttrId())
                .priority(PRIORITY_AMONG_GROUPS)
                .build();
    }

    private CfnFirewallDomainList names(String id, Deployment deployment, List<String> names) {
        return CfnFirewallDomainList.Builder.create(this, id)
                .name(deployment.named("names-" + id.toLowerCase(Locale.ROOT)))
                .domains(names)
                .build();
    }

    private static List<String> known(Deployment deployment) {
        return Stream.concat(
                        deployment.proxies().stream().map(Proxy::host),
                        Stream.of(
                                "*." + deployment.region() + ".amazonaws.com", "*.ec2.internal", "*.compute.internal"))
                .distinct()
                .toList();
    }
}
