package dev.payfleet.scrub.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.payfleet.scrub.page.PageNode.Kind;
import dev.payfleet.scrub.page.SnapshotReader.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a live page through the browser's own protocol: one snapshot per process, taken between two of the page's
/// tasks. No script of the page runs meanwhile, nothing of the page is changed, and neither closed shadow trees nor
/// prototypes that the page replaced stand in the way.
final class LivePage {
    private static final String READ_SHEETS = Resources.text("sheets.js");

    /// One process of the page: its protocol session and the documents it holds.
    private record Part(CDPSession session, Documents documents) {}

    private final Page page;
    private int styleCharacters;
    private int styledTrees;

    private LivePage(Page page) {
        this.page = page;
    }

    /// The page's main document with everything below it that could be reached.
    static PageNode read(Page page) {
        return new LivePage(page).document();
    }

    private PageNode document() {
        List<Part> parts = new ArrayList<>();
        try {
            answers(page.mainFrame());
            BrowserContext context = page.context();
            parts.add(part(context.newCDPSession(page)));
            for (Frame frame : page.frames().stream().limit(Limits.FRAMES).toList()) {
                ownPart(context, frame).ifPresent(parts::add);
            }
            join(parts);
            return parts.getFirst().documents().roots().getFirst();
        } finally {
            parts.forEach(part -> detach(part.session()));
        }
    }

    /// A page that is busy for ever would hold the next call for ever: this one has a time limit.
    private static void answers(Frame frame) {
        frame.waitForSelector(
                "html",
                new Frame.WaitForSelectorOptions()
                        .setState(WaitForSelectorState.ATTACHED)
                        .setTimeout(Limits.ANSWER_MILLIS));
    }

    /// A frame in the page's own process is in the page's snapshot already and has no session of its own; one that
    /// does not answer stays an opaque box.
    private Optional<Part> ownPart(BrowserContext context, Frame frame) {
        if (frame.parentFrame() == null) {
            return Optional.empty();
        }
        try {
            CDPSession session = context.newCDPSession(frame);
            answers(frame);
            return Optional.of(part(session));
        } catch (PlaywrightException inTheParentsProcessOrSilent) {
            return Optional.empty();
        }
    }

    private Part part(CDPSession session) {
        JsonObject question = new JsonObject();
        JsonArray styles = new JsonArray();
        styles.add("visibility");
        question.add("computedStyles", styles);
        Documents documents = SnapshotReader.read(session.send("DOMSnapshot.captureSnapshot", question));
        session.send("DOM.enable");
        for (int i = 0; i < documents.roots().size(); i++) {
            PageNode root = documents.roots().get(i);
            int world = isolatedWorld(session, documents.frameIds().get(i));
            sheets(session, world, root.backendId(), root);
            shadowSheets(session, world, root, root);
        }
        return new Part(session, documents);
    }

    /// Hangs the document of each further process below its frame element in another process.
    private static void join(List<Part> parts) {
        for (int i = 1; i < parts.size(); i++) {
            Documents child = parts.get(i).documents();
            for (int j = 0; j < parts.size(); j++) {
                if (i != j) {
                    owner(parts.get(j), child.frameIds().getFirst())
                            .ifPresent(
                                    owner -> owner.children().add(child.roots().getFirst()));
                }
            }
        }
    }

    private static Optional<PageNode> owner(Part parent, String frameId) {
        try {
            JsonObject answer = parent.session().send("DOM.getFrameOwner", object("frameId", frameId));
            return Optional.ofNullable(parent.documents()
                    .byBackendId()
                    .get(answer.get("backendNodeId").getAsInt()));
        } catch (PlaywrightException notItsFrame) {
            return Optional.empty();
        }
    }

    private void shadowSheets(CDPSession session, int world, PageNode node, PageNode root) {
        for (PageNode child : node.children()) {
            if (child.kind() == Kind.DOCUMENT) {
                continue;
            }
            if (child.inShadow() && (!node.inShadow() || node.name().contains("-"))) {
                sheets(session, world, child.backendId(), root);
            }
            shadowSheets(session, world, child, root);
        }
    }

    /// Reads the sheets in a world of our own: the page's scripts cannot reach into it, so they cannot change the
    /// answer.
    private void sheets(CDPSession session, int world, int backendId, PageNode root) {
        if (++styledTrees > Limits.STYLED_TREES) {
            return;
        }
        try {
            JsonObject question = new JsonObject();
            question.addProperty("backendNodeId", backendId);
            question.addProperty("executionContextId", world);
            JsonObject node = session.send("DOM.resolveNode", question).getAsJsonObject("object");
            JsonObject call = object("objectId", node.get("objectId").getAsString());
            call.addProperty("functionDeclaration", READ_SHEETS);
            call.addProperty("returnByValue", true);
            JsonObject result = session.send("Runtime.callFunctionOn", call).getAsJsonObject("result");
            if (result.has("value")) {
                keep(JsonParser.parseString(result.get("value").getAsString()).getAsJsonArray(), root);
            }
        } catch (PlaywrightException gone) {
            // A tree that went away since the snapshot has no styles; its boxes are drawn plainly.
            return;
        }
    }

    private void keep(JsonArray sheets, PageNode root) {
        for (JsonElement each : sheets) {
            JsonArray sheet = each.getAsJsonArray();
            String text = sheet.get(0).getAsString();
            styleCharacters += text.length();
            if (styleCharacters <= Limits.STYLE_CHARACTERS) {
                root.sheets()
                        .add(new Sheet(
                                text, sheet.get(1).getAsString(), sheet.get(2).getAsBoolean()));
            }
        }
    }

    private static int isolatedWorld(CDPSession session, String frameId) {
        return session.send("Page.createIsolatedWorld", object("frameId", frameId))
                .get("executionContextId")
                .getAsInt();
    }

    private static JsonObject object(String name, String value) {
        JsonObject object = new JsonObject();
        object.addProperty(name, value);
        return object;
    }

    private static void detach(CDPSession session) {
        try {
            session.detach();
        } catch (PlaywrightException alreadyGone) {
            return;
        }
    }
}
