package dev.payfleet.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.infra.Stacked.Resource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static final String PROXY = "203.0.113.0/28";

    @Test
    void every_route_leads_to_a_proxy() {
        assertThat(Stacked.all("AWS::EC2::Route")).hasSize(6).allSatisfy(route -> {
            assertThat(route.at("DestinationCidrBlock").text()).isEqualTo(PROXY);
            assertThat(route.at("DestinationIpv6CidrBlock").isThere()).isFalse();
        });
    }

    @Test
    void workers_may_go_out_to_proxies_and_endpoints_alone() {
        List<Node> rules = Stream.concat(
                        Stacked.all("AWS::EC2::SecurityGroup").stream()
                                .flatMap(group -> group.at("SecurityGroupEgress").items().stream()),
                        Stacked.all("AWS::EC2::SecurityGroupEgress").stream()
                                .map(rule -> rule.whole().at("Properties")))
                .filter(rule -> !rule.at("CidrIp").text().equals("255.255.255.255/32"))
                .toList();

        assertThat(rules.stream()
                        .map(rule -> rule.at("CidrIp"))
                        .filter(Node::isThere)
                        .map(Node::text))
                .containsExactly(PROXY);
        assertThat(rules.stream().map(rule -> rule.at("CidrIpv6")).filter(Node::isThere))
                .isEmpty();
        assertThat(rules.stream()
                        .map(rule -> rule.at("DestinationPrefixListId"))
                        .filter(Node::isThere))
                .hasSize(2);
        assertThat(rules)
                .allSatisfy(rule -> assertThat(rule.at("FromPort").number()).isIn(443, 8443));
    }

    @Test
    void nobody_may_come_in_but_workers_to_endpoints() {
        assertThat(Stacked.all("AWS::EC2::SecurityGroup"))
                .allSatisfy(group ->
                        assertThat(group.at("SecurityGroupIngress").isThere()).isFalse());
        assertThat(Stacked.all("AWS::EC2::SecurityGroupIngress"))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.at("GroupId").mentions("NetworkEndpoints")).isTrue();
                    assertThat(rule.at("SourceSecurityGroupId").mentions("NetworkWorkers"))
                            .isTrue();
                });
    }

    @Test
    void nothing_gets_an_address_of_the_internet_but_the_gateways() {
        assertThat(Stacked.all("AWS::EC2::Subnet"))
                .allSatisfy(subnet ->
                        assertThat(subnet.at("MapPublicIpOnLaunch").flag()).isFalse());
        assertThat(Stacked.all("AWS::EC2::EIP")).hasSameSizeAs(Stacked.all("AWS::EC2::NatGateway"));
    }

    @Test
    void losing_a_zone_leaves_the_others_their_way_out() {
        List<String> ways = Stacked.all("AWS::EC2::Route").stream()
                .map(route -> route.at("NatGatewayId", "Ref"))
                .filter(Node::isThere)
                .map(Node::text)
                .toList();

        assertThat(ways).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void a_door_to_aws_lets_only_this_account_through() {
        List<Resource> doors = Stacked.all("AWS::EC2::VPCEndpoint");

        assertThat(doors).hasSize(11).allSatisfy(door -> {
            List<Sentence> sentences = Sentence.in(door, "PolicyDocument").toList();
            assertThat(sentences)
                    .isNotEmpty()
                    .allSatisfy(sentence ->
                            assertThat(isOwn(sentence) || isLayers(sentence)).isTrue());
        });
    }

    @Test
    void only_known_names_are_looked_up() {
        List<Node> rules = Stacked.one("AWS::Route53Resolver::FirewallRuleGroup", "Network")
                .at("FirewallRules")
                .items();

        assertThat(rules).extracting(rule -> rule.at("Action").text()).containsExactly("ALLOW", "BLOCK");
        assertThat(rules.getFirst().at("Priority").number())
                .isLessThan(rules.getLast().at("Priority").number());
        assertThat(domains("Known")).contains("proxy.example.net").doesNotContain("*");
        assertThat(domains("All")).containsExactly("*");
    }

    @Test
    void refused_connections_are_written_down() {
        assertThat(Stacked.one("AWS::EC2::FlowLog", "Network").at("TrafficType").text())
                .isEqualTo("REJECT");
    }

    private static List<String> domains(String id) {
        return Stacked.one("AWS::Route53Resolver::FirewallDomainList", "NetworkNameWall" + id)
                .at("Domains")
                .texts();
    }

    private static boolean isOwn(Sentence sentence) {
        return sentence.condition("StringEquals", "aws:ResourceAccount").equals("111122223333")
                && sentence.condition("StringEquals", "aws:PrincipalAccount").equals("111122223333");
    }

    private static boolean isLayers(Sentence sentence) {
        return sentence.statement().at("Action").texts().equals(List.of("s3:GetObject"))
                && sentence.statement()
                        .at("Resource")
                        .texts()
                        .equals(List.of("arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*"));
    }
}
