package dev.payfleet.provider;

import com.microsoft.playwright.Page;
import org.jsoup.nodes.Document;

/// A visit by a page in a browser. Documents are the page as its scripts left it: what open shadow roots hold
/// stands in a `template[shadowrootmode]` of their host, and the document of each frame from a declared origin in a
/// `frame-document` with the frame's name and address, at the end of the body.
public interface VisitByPage extends Visit {

    /// As [#open(String)], for a page that is drawn by scripts: waits until an element is there, or until the page
    /// bears the sign of a trouble.
    ///
    /// @param readyWhen CSS selector, in the page itself or in a shadow root
    /// @throws ProviderException of a changed layout that names the selector, where it does not come
    Document open(String path, String readyWhen);

    /// The page as it is now, once an element is there; for what [#page()] has done to it.
    Document await(String readyWhen);

    /// The page, for what the other methods cannot do. Confined to the thread of the visit.
    Page page();
}
