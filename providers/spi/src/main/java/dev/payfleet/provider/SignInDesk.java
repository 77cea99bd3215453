package dev.payfleet.provider;

import org.jsoup.nodes.Document;

/// What a [ScriptedSignIn] may do with the page. It types credentials without showing them, looks at page and
/// target before each typing and each press, and tells the ledger's witness by itself: the first press after a
/// password was typed counts as its submit, whatever is pressed. Confined to the thread of the visit.
///
/// Every method throws [ProviderException]: [Trouble.LayoutChanged] naming the selector that did not come, another
/// trouble where the page bears a sign of it, and [Trouble.OriginRefused] out of the declared origins.
public interface SignInDesk {

    /// Leads the page to a path of the primary origin, or to a full address at a declared one.
    void open(String path);

    /// Waits until an element is visible.
    void await(String selector);

    /// Whether an element is visible now.
    boolean shows(String selector);

    /// Types a part of the credential into a field, once it is visible.
    void type(String selector, CredentialField field);

    /// Presses an element, once it can be pressed.
    void press(String selector);

    /// The page as it is now, frames and open shadow roots included. What was typed is not in it.
    Document look();

    /// The same desk for what is inside a frame. `open` still leads the whole page.
    SignInDesk inFrame(String selector);
}
