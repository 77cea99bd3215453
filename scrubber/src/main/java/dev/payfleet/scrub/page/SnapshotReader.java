package dev.payfleet.scrub.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.payfleet.scrub.page.PageNode.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns the answer of the browser's `DOMSnapshot.captureSnapshot` into trees of [PageNode], one per document of
/// the process, child documents already hung below their frame elements.
final class SnapshotReader {
    /// What the browser calls the documents of one process.
    record Documents(List<PageNode> roots, List<String> frameIds, Map<Integer, PageNode> byBackendId, int nodes) {}

    private static final int ELEMENT = 1;
    private static final int TEXT = 3;
    private static final int DOCUMENT = 9;

    private final JsonArray strings;
    private final Map<Integer, PageNode> byBackendId = new HashMap<>();
    private int nodes;

    private SnapshotReader(JsonArray strings) {
        this.strings = strings;
    }

    static Documents read(JsonObject snapshot) {
        SnapshotReader reader = new SnapshotReader(snapshot.getAsJsonArray("strings"));
        List<PageNode> roots = new ArrayList<>();
        List<String> frameIds = new ArrayList<>();
        List<Map<PageNode, Integer>> framed = new ArrayList<>();
        for (JsonElement each : snapshot.getAsJsonArray("documents")) {
            JsonObject document = each.getAsJsonObject();
            Map<PageNode, Integer> contents = new HashMap<>();
            roots.add(reader.document(document, contents));
            frameIds.add(reader.string(document.get("frameId").getAsInt()));
            framed.add(contents);
        }
        for (Map<PageNode, Integer> contents : framed) {
            contents.forEach((owner, document) -> owner.children().add(roots.get(document)));
        }
        return new Documents(roots, frameIds, reader.byBackendId, reader.nodes);
    }

    private PageNode document(JsonObject document, Map<PageNode, Integer> contents) {
        JsonObject table = document.getAsJsonObject("nodes");
        int[] parents = numbers(table, "parentIndex");
        int[] types = numbers(table, "nodeType");
        int[] names = numbers(table, "nodeName");
        int[] values = numbers(table, "nodeValue");
        int[] ids = numbers(table, "backendNodeId");
        JsonArray attributes = table.getAsJsonArray("attributes");
        Set<Integer> inShadow = indexes(table, "shadowRootType");
        Set<Integer> painted = painted(document.getAsJsonObject("layout"), types, parents);
        count(types.length);
        PageNode[] made = new PageNode[types.length];
        int[] depth = new int[types.length];
        for (int i = 0; i < types.length; i++) {
            Kind kind = kind(types[i]);
            int parent = parents[i];
            if (kind == null || (parent >= 0 && made[parent] == null)) {
                continue; // comments, processing instructions, and what hangs below them
            }
            String name = kind == Kind.ELEMENT ? string(names[i]).toLowerCase(Locale.ROOT) : "";
            if (name.startsWith("::")) {
                continue; // generated content: text of the site's making, and often a value through attr()
            }
            String text = kind == Kind.TEXT ? string(values[i]) : "";
            made[i] = PageNode.of(
                    kind, name, text, attributes(attributes.get(i)), painted.contains(i), inShadow.contains(i), ids[i]);
            byBackendId.put(ids[i], made[i]);
            if (parent >= 0) {
                depth[i] = depth[parent] + 1;
                made[parent].children().add(made[i]);
            }
            if (depth[i] > Limits.DEPTH) {
                throw new RedrawRefusedException(
                        "No picture was made: the page nests deeper than " + Limits.DEPTH + ".");
            }
        }
        sparse(table, "contentDocumentIndex").forEach((index, content) -> contents.put(made[index], content));
        return made[0];
    }

    private void count(int more) {
        nodes += more;
        if (nodes > Limits.NODES) {
            throw new RedrawRefusedException("No picture was made: the page has more than " + Limits.NODES + " nodes.");
        }
    }

    /// Nodes with a layout that are not `visibility: hidden`; a text goes by its parent.
    private Set<Integer> painted(JsonObject layout, int[] types, int[] parents) {
        int[] laidOut = numbers(layout, "nodeIndex");
        JsonArray styles = layout.getAsJsonArray("styles");
        Set<Integer> hidden = new HashSet<>();
        Set<Integer> shown = new HashSet<>();
        for (int i = 0; i < laidOut.length; i++) {
            JsonArray style = styles.get(i).getAsJsonArray();
            boolean visible =
                    style.isEmpty() || "visible".equals(string(style.get(0).getAsInt()));
            (visible ? shown : hidden).add(laidOut[i]);
        }
        shown.removeAll(hidden);
        shown.removeIf(index -> types[index] == TEXT && hidden.contains(parents[index]));
        return shown;
    }

    private static @Nullable Kind kind(int type) {
        return switch (type) {
            case ELEMENT -> Kind.ELEMENT;
            case TEXT -> Kind.TEXT;
            case DOCUMENT -> Kind.DOCUMENT;
            default -> null;
        };
    }

    private Map<String, String> attributes(JsonElement pairs) {
        JsonArray flat = pairs.getAsJsonArray();
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i + 1 < flat.size(); i += 2) {
            attributes.put(
                    string(flat.get(i).getAsInt()).toLowerCase(Locale.ROOT),
                    string(flat.get(i + 1).getAsInt()));
        }
        return attributes;
    }

    private String string(int index) {
        return index < 0 ? "" : strings.get(index).getAsString();
    }

    private static int[] numbers(JsonObject table, String column) {
        JsonArray array = table.getAsJsonArray(column);
        int[] numbers = new int[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).getAsInt();
        }
        return numbers;
    }

    private static Set<Integer> indexes(JsonObject table, String column) {
        return sparse(table, column).keySet();
    }

    private static Map<Integer, Integer> sparse(JsonObject table, String column) {
        JsonObject sparse = table.getAsJsonObject(column);
        int[] index = numbers(sparse, "index");
        int[] value = numbers(sparse, "value");
        Map<Integer, Integer> map = new HashMap<>();
        for (int i = 0; i < index.length; i++) {
            map.put(index[i], value[i]);
        }
        return map;
    }
}
