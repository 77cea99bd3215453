package dev.payfleet.scrub.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One node of the live page as the browser reported it: still full of the person's data, so it prints nothing of
/// it and lives only until the skeleton is built.
///
/// @param kind what it is
/// @param name tag in lower case; empty for a text
/// @param text of a text node
/// @param attributes by name
/// @param painted whether the browser shows it
/// @param inShadow whether it belongs to a shadow tree
/// @param backendId the browser's number for it within its process
/// @param children in the order they are shown, shadow trees put in place
/// @param sheets style sheets of a document, shadow trees included
record PageNode(
        Kind kind,
        String name,
        String text,
        Map<String, String> attributes,
        boolean painted,
        boolean inShadow,
        int backendId,
        List<PageNode> children,
        List<Sheet> sheets) {

    enum Kind {
        DOCUMENT,
        ELEMENT,
        TEXT
    }

    static PageNode of(
            Kind kind,
            String name,
            String text,
            Map<String, String> attributes,
            boolean painted,
            boolean inShadow,
            int id) {
        return new PageNode(kind, name, text, attributes, painted, inShadow, id, new ArrayList<>(), new ArrayList<>());
    }

    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    @Override
    public String toString() {
        return "PageNode[" + kind + "]";
    }
}
